import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import type { Document, Repair } from '../../core/document.ts';
import type { TaughtWords } from '../../core/taught-words.ts';
import { decodeCounts } from '../../danish/word-model-file.ts';
import { keep } from '../testing/keep.ts';
import { sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What an archive's clean documents teach. */
export function teachingContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('teaching', () => {
    const DATES = ['2031-01-10', '2031-02-10', '2031-03-10', '2031-04-10', '2031-05-10', '2031-06-10'];
    const meeting = (at: number, more: Partial<Document> = {}): Document =>
      sampleDocument(`dagsorden-${at}.pdf`, {
        date: DATES[at] ?? null,
        pages: [samplePage(1, `Grønlykke og Vrøbæk drøftede emne${'abcdef'.charAt(at)} i Vinterhuset.`)],
        ...more,
      });
    const wordsOf = (taught: TaughtWords | null): string[] =>
      taught ? decodeCounts(taught.counts).words.filter((word) => !word.startsWith('<')) : [];

    test('words that several meetings share are learnt, words of one are not', async () => {
      for (const at of [0, 1]) await keep(store, meeting(at));
      const taught = await store.teach('now');
      expect(wordsOf(taught)).toEqual(['drøftede', 'grønlykke', 'i', 'og', 'vinterhuset', 'vrøbæk']);
      expect(taught).toMatchObject({ documents: 2, words: 6 });
      expect(await archive.other.taughtWords()).toEqual(taught);
      expect(await archive.other.teach('now')).toEqual(taught);
    });

    test('agenda and minutes of one meeting are one', async () => {
      await keep(store, meeting(0));
      await keep(store, {
        ...sampleDocument('referat.pdf', { date: DATES[0] ?? null }),
        kind: 'referat',
        pages: meeting(0).pages,
      });
      expect(wordsOf(await store.teach('now'))).toEqual([]);
    });

    test('the same paper sent to two meetings is one', async () => {
      const text = `Vrøbæk ${'og Grønlykke om færgen til øen, som sejler hver time hele året rundt, '.repeat(12)}`;
      const paper = (at: number): Document =>
        meeting(at, { kind: 'bilag', pages: [samplePage(1, text)], items: [] });
      for (const at of [0, 1]) await keep(store, paper(at));
      expect(wordsOf(await store.teach('now'))).toEqual([]);
    });

    test.each([
      ['scanned', { origin: 'ocr' as const }],
      ['repaired', { repairs: [repair('respell-ocr')] }],
      ['garbled', { repairs: [repair('mojibake')] }],
      ['doubtful', { doubtful: [[0, 4] satisfies [number, number]] }],
      ['foreign', { language: 'swe' as const }],
    ])('a %s page teaches nothing', async (_, page) => {
      for (const at of [0, 1, 2]) {
        const { pages } = meeting(at);
        await keep(store, meeting(at, { pages: pages.map((one) => ({ ...one, ...page })) }));
      }
      expect(wordsOf(await store.teach('now'))).toEqual([]);
    });

    test.each(['line-hyphen', 'line-end-hyphen', 'torn-word'])(
      'a page of which %s alone was mended teaches',
      async (rule) => {
        for (const at of [0, 1]) {
          const pages = meeting(at).pages.map((page) => ({ ...page, repairs: [repair(rule)] }));
          await keep(store, meeting(at, { pages }));
        }
        expect(wordsOf(await store.teach('now'))).toContain('vrøbæk');
      },
    );

    test('where it is due once there is enough, and then when that has doubled', async () => {
      for (const at of [0, 1, 2]) await keep(store, meeting(at));
      expect(await store.teach('due')).toBeNull();
      await keep(store, meeting(3));
      const first = await store.teach('due');
      expect(first?.documents).toBe(4);
      await keep(store, meeting(4));
      expect(await store.teach('due')).toEqual(first);
    });

    test('no document with a closed item teaches, and what one had taught is forgotten', async () => {
      for (const at of [0, 1, 2]) await keep(store, meeting(at, { items: [sampleItem('1', 'Valg')] }));
      expect(wordsOf(await store.teach('now'))).toContain('vrøbæk');
      const minutes = sampleDocument('referat.pdf', { date: DATES[0] ?? null, kind: 'referat' });
      await keep(store, { ...minutes, items: [sampleItem('1', 'Valg', { closed: true })] });
      expect(await store.taughtWords()).toBeNull();
      expect(await archive.other.taughtWords()).toBeNull();
      const after = await store.teach('now');
      expect(after?.documents).toBe(2);
      await keep(store, meeting(1, { items: [sampleItem('1', 'Valg', { closed: true })] }));
      expect(wordsOf(await store.teach('now'))).toEqual([]);
    });

    test('documents whose words another version decided about are put back by request', async () => {
      const respelt = (at: number, repairedBy: string): Document =>
        meeting(at, {
          pages: meeting(at).pages.map((page) => ({ ...page, repairedBy, repairs: [repair('respell-ocr')] })),
        });
      await keep(store, respelt(0, '1-a'));
      await keep(store, respelt(1, '1-a+b'));
      await keep(store, meeting(2));
      const again = await store.requeue({ notRepairedBy: '1-a+b' });
      expect(again.map(({ name }) => name)).toEqual(['dagsorden-0.pdf']);
    });
  });
}

function repair(rule: string): Repair {
  return { start: 0, end: 1, before: 'G', after: 'G', rule, confidence: 0.9 };
}
