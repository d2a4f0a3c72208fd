import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { keep } from '../testing/keep.ts';
import { agendaOf, bus, matterItem as item, wait } from '../testing/matters.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage, sampleSource } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What documents say of each other: copies, differences, gaps. */
export function acrossDocumentsContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('across documents', () => {
    test('minutes that differ from the agenda say where', async () => {
      await keep(
        store,
        sampleDocument('dagsorden.pdf', {
          items: [item('1', 'Køreplaner', bus), item('2', 'Rehabilitering', wait)],
        }),
      );
      expect((await store.meeting('nordjylland-2031-03-04'))?.changes).toEqual([]);
      await keep(
        store,
        sampleDocument('referat.pdf', {
          kind: 'referat',
          items: [item('1', 'Rehabilitering', wait), item('2', 'Køreplaner', bus)],
        }),
      );
      expect((await store.meeting('nordjylland-2031-03-04'))?.changes.map((change) => change.kind)).toContain(
        'moved',
      );
    });

    test('a link to what the agenda called an item holds after the minutes gave it another number', async () => {
      const agenda = sampleDocument('dagsorden.pdf', {
        items: [item('1', 'Køreplaner', bus), item('7', 'Rehabilitering', wait)],
      });
      await keep(store, agenda);
      const link = (await store.meeting('nordjylland-2031-03-04'))?.items[1]?.id ?? '';
      expect(link).toBe('nordjylland-2031-03-04-7');
      const minutes = sampleDocument('referat.pdf', {
        kind: 'referat',
        items: [item('1', 'Køreplaner', bus), item('2', 'Rehabilitering', wait)],
      });
      await keep(store, minutes);
      expect(await store.item(link)).toMatchObject({
        id: 'nordjylland-2031-03-04-2',
        title: 'Rehabilitering',
      });
      await keep(store, agenda);
      await keep(store, minutes);
      expect(await store.item(link)).toMatchObject({ id: 'nordjylland-2031-03-04-2' });
      expect(await store.item('nordjylland-2031-03-04-8')).toBeNull();
    });

    test('a link to an item of a document without a meeting holds once it has one', async () => {
      const undated = sampleDocument('notat.pdf', { date: null, items: [item('1', 'Køreplaner', bus)] });
      await keep(store, undated);
      const link = `dok-${undated.source.sha256.slice(0, 12)}-1`;
      expect(await store.item(link)).toMatchObject({ id: link });
      await keep(store, sampleDocument('notat.pdf', { items: [item('1', 'Køreplaner', bus)] }));
      expect(await store.item(link)).toMatchObject({ id: 'nordjylland-2031-03-04-1' });
    });

    test('a link to an item without a number holds once the number could be read', async () => {
      await keep(
        store,
        sampleDocument('dagsorden.pdf', { items: [{ ...item('1', 'Køreplaner', bus), number: null }] }),
      );
      expect(await store.item('nordjylland-2031-03-04-p1')).toMatchObject({ title: 'Køreplaner' });
      await keep(store, sampleDocument('dagsorden.pdf', { items: [item('3', 'Køreplaner', bus)] }));
      expect(await store.item('nordjylland-2031-03-04-p1')).toMatchObject({ id: 'nordjylland-2031-03-04-3' });
    });

    test('a scan and its original are copies; under their item the legible one is shown', async () => {
      const scan = sampleDocument('scan.pdf', {
        kind: 'bilag',
        pages: [
          {
            ...samplePage(1, wait.replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('\n', ' ')),
            origin: 'ocr',
          },
          { ...samplePage(2, bus), origin: 'ocr' },
        ],
        attachments: [sampleAttachment('2', 1, 'Notat', { pages: [1, 2] })],
      });
      const original = sampleDocument('original.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Forside'), samplePage(2, wait), samplePage(3, bus)],
        attachments: [sampleAttachment('2', 1, 'Notat om ventetid', { pages: [1, 3] })],
      });
      await keep(store, sampleDocument('dagsorden.pdf', { items: [item('2', 'Rehabilitering', wait)] }));
      await keep(store, scan);
      for (const debt of await store.unindexed()) await store.indexed(debt);
      await keep(store, original);
      const id = (sha256: string) => `dok-${sha256.slice(0, 12)}-bilag-2-1`;
      expect(
        (await store.item('nordjylland-2031-03-04-2'))?.appendices.map((each) => each.source.name),
      ).toEqual(['original.pdf']);
      expect(await store.attachment(id(original.source.sha256))).toMatchObject({
        copies: [{ id: id(scan.source.sha256), shared: 1, meetingId: 'nordjylland-2031-03-04' }],
      });
      const keys = await store.duplicateKeys(original.source.sha256);
      expect([...keys.keys()]).toEqual([2, 3]);
      expect([...keys.values()]).toEqual([...(await store.duplicateKeys(scan.source.sha256)).values()]);
    });

    test('two appendices that meet on one page are no copies of each other', async () => {
      const bundle = sampleDocument('samlet.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, wait), samplePage(2, bus)],
        attachments: [
          sampleAttachment('1', 1, 'Ventetid', { pages: [1, 2] }),
          sampleAttachment('1', 2, 'Køreplaner', { pages: [2, 2] }),
        ],
      });
      await keep(store, bundle);
      const appendix = await store.attachment(`dok-${bundle.source.sha256.slice(0, 12)}-bilag-1-2`);
      expect(appendix?.copies).toEqual([]);
    });

    test('pages found to be copies make the other document due in the index', async () => {
      const paper = (name: string, date: string) =>
        sampleDocument(name, { date, kind: 'bilag', pages: [samplePage(1, wait)] });
      const first = paper('a.pdf', '2031-02-01');
      await keep(store, first);
      for (const debt of await store.unindexed()) await store.indexed(debt);
      await keep(store, paper('b.pdf', '2031-04-01'));
      expect((await store.unindexed()).map((debt) => debt.sha256)).toContain(first.source.sha256);
    });

    test('names the municipalities of an item, from agenda and minutes', async () => {
      await keep(store, sampleDocument('d.pdf', { items: [item('1', 'Valg', 'Morsø og Thisted Kommuner')] }));
      await keep(
        store,
        sampleDocument('r.pdf', {
          kind: 'referat',
          items: [item('1', 'Valg', 'Borgmesteren i Rebild Kommune')],
        }),
      );
      expect((await store.item('nordjylland-2031-03-04-1'))?.municipalities).toEqual([
        'Rebild',
        'Morsø',
        'Thisted',
      ]);
    });

    test('gives a document’s items as the archive tells them', async () => {
      const undated = sampleDocument('u.pdf', {
        date: null,
        items: [sampleItem(null, 'A'), sampleItem('2', 'B')],
      });
      await keep(store, undated);
      const short = `dok-${undated.source.sha256.slice(0, 12)}`;
      const items = await store.itemsOfDocument(short);
      expect(items.map(({ id, title }) => [id, title])).toEqual([
        [`${short}-p1`, 'A'],
        [`${short}-2`, 'B'],
      ]);
      expect(await store.history(`${short}-2`)).toEqual({ links: [], references: [] });
      expect(await store.itemsOfDocument('dok-000000000000')).toEqual([]);
    });

    test('tells by body and year what is missing', async () => {
      const listed = sampleItem('1', 'Sag', {
        attachments: [
          { number: 1, title: 'Notat om økonomi' },
          { number: 2, title: 'Kort over ruter' },
          { number: 3, title: 'Høringssvar' },
        ],
      });
      await keep(store, agendaOf('2031-02-01', { items: [listed] }));
      await keep(
        store,
        sampleDocument('bilag.pdf', {
          kind: 'bilag',
          date: '2031-02-01',
          pages: [{ ...samplePage(1, ''), origin: 'none' }, samplePage(2, 'Læselig')],
          attachments: [
            sampleAttachment('1', 1, 'Økonomi'),
            { item: null, number: null, title: 'Kort over ruter', pages: [2, 2] },
          ],
        }),
      );
      await keep(store, agendaOf('2031-12-01', { items: [sampleItem('1', 'Endnu ikke holdt')] }));
      const failed = sampleSource('brudt.pdf');
      await store.register(failed);
      await store.claim(failed.sha256, 'a', 60_000);
      const failure = { code: 'pdf-damaged', message: 'Brudt.', retryable: false } as const;
      await store.fail(failed.sha256, 'a', failure, { again: false });
      expect(await store.completeness()).toEqual([
        {
          body: 'KKR Nordjylland',
          year: 2031,
          meetings: 2,
          withoutMinutes: ['nordjylland-2031-02-01'],
          withoutAgenda: [],
          missingAppendices: [{ item: 'nordjylland-2031-02-01-1', number: 3, title: 'Høringssvar' }],
          unreadPages: [{ document: sampleSource('bilag.pdf').sha256, name: 'bilag.pdf', pages: [1] }],
          failed: [],
        },
        {
          body: null,
          year: null,
          meetings: 0,
          withoutMinutes: [],
          withoutAgenda: [],
          missingAppendices: [],
          unreadPages: [],
          failed: [{ document: failed.sha256, name: 'brudt.pdf' }],
        },
      ]);
    });
  });
}
