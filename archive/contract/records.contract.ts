import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage, sampleSource } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What was read comes back, as items, meetings, cases and appendices. */
export function recordsContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('records', () => {
    test('a reading comes back whole, by SHA-256 and by short id', async () => {
      const document = sampleDocument('referat.pdf', {
        kind: 'referat',
        pages: [samplePage(1, 'Punkt 1\nBrønd & sø'), samplePage(2, '')],
        items: [
          sampleItem('2.10', 'Indsats for unge', {
            type: 'beslutningssag',
            caseNumber: 'SAG-2031-00042',
            caseworkers: ['abc'],
            timeSlot: '10:10-10:30',
            chapter: { number: '2', title: 'Sager' },
            sections: [{ heading: 'Beslutning', text: 'KKR tiltrådte indstillingen.' }],
            decision: { text: 'KKR tiltrådte indstillingen.', outcomes: ['approved'] },
            attachments: [{ number: 1, title: 'Notat' }],
            pages: [1, 2],
          }),
        ],
        bookmarks: [{ title: 'Indsats for unge', level: 1, page: 1 }],
        warnings: [{ code: 'page-empty', message: 'Side 2 er tom.', page: 2 }],
      });
      await keep(store, document);
      expect(await store.reading(document.source.sha256)).toEqual(document);
      const short = `dok-${document.source.sha256.slice(0, 12)}`;
      expect(await store.reading(short)).toEqual(document);
      expect(await store.document(short)).toMatchObject({ source: document.source, itemCount: 1 });
    });

    test('a document that was not read yet has a summary and no reading', async () => {
      const source = sampleSource('ny.pdf');
      await store.register(source);
      expect(await store.reading(source.sha256)).toBeNull();
      expect(await store.document(source.sha256)).toMatchObject({
        state: 'waiting',
        kind: null,
        readAt: null,
      });
    });

    test('null for ids that nothing has', async () => {
      expect(await store.document('dok-000000000000')).toBeNull();
      expect(await store.reading('%')).toBeNull();
      expect(await store.item('nordjylland-2031-03-04-1')).toBeNull();
      expect(await store.meeting('nordjylland-2031-03-04')).toBeNull();
      expect(await store.attachment('dok-000000000000-bilag-1-1')).toBeNull();
      expect(await store.itemsOfCase('SAG-2031-99999')).toEqual([]);
    });

    test('agenda and minutes make one item: minutes win, the agenda fills in', async () => {
      await keep(
        store,
        sampleDocument('dagsorden.pdf', {
          items: [
            sampleItem('2.1', 'Klimaplan', {
              type: 'beslutningssag',
              caseNumber: 'SAG-2031-00042',
              sections: [
                { heading: 'Indstilling', text: 'At KKR godkender planen.' },
                { heading: 'Beslutning', text: '' },
              ],
              attachments: [{ number: 1, title: 'Plan' }],
              pages: [3, 4],
            }),
          ],
        }),
      );
      const minutes = sampleDocument('referat.pdf', {
        kind: 'referat',
        items: [
          sampleItem('2.1', 'Klimaplan', {
            sections: [{ heading: 'Beslutning', text: 'KKR godkendte planen.' }],
            decision: { text: 'KKR godkendte planen.', outcomes: ['approved'] },
            pages: [2, 2],
          }),
        ],
      });
      await keep(store, minutes);
      const item = await store.item('nordjylland-2031-03-04-2.1');
      expect(item).toMatchObject({
        kind: 'referat',
        source: minutes.source,
        type: 'beslutningssag',
        caseNumber: 'SAG-2031-00042',
        decision: { outcomes: ['approved'] },
        attachments: [{ number: 1, title: 'Plan' }],
        fromAgenda: ['Indstilling'],
      });
      expect(item?.sections).toEqual([
        { heading: 'Indstilling', text: 'At KKR godkender planen.' },
        { heading: 'Beslutning', text: 'KKR godkendte planen.' },
      ]);
      expect(item?.sources.map(({ kind, pages }) => [kind, pages])).toEqual([
        ['referat', [2, 2]],
        ['dagsorden', [3, 4]],
      ]);
      expect(await store.meeting('nordjylland-2031-03-04')).toMatchObject({
        itemCount: 1,
        kinds: ['dagsorden', 'referat'],
        items: [{ id: 'nordjylland-2031-03-04-2.1' }],
      });
    });

    test('an item whose number moved in the minutes is still one item', async () => {
      await keep(
        store,
        sampleDocument('dagsorden.pdf', {
          items: [
            sampleItem('2.1', 'Socialtilsyn og takster', { type: 'orienteringssag' }),
            sampleItem('2.2', 'Rammeaftale for det specialiserede område', { type: 'beslutningssag' }),
          ],
        }),
      );
      await keep(
        store,
        sampleDocument('referat.pdf', {
          kind: 'referat',
          items: [sampleItem('2.1', 'Rammeaftale for det specialiserede område')],
        }),
      );
      const moved = await store.item('nordjylland-2031-03-04-2.1');
      expect(moved).toMatchObject({
        title: 'Rammeaftale for det specialiserede område',
        type: 'beslutningssag',
      });
      expect(moved?.sources).toHaveLength(2);
      const meeting = await store.meeting('nordjylland-2031-03-04');
      expect(meeting?.items.map((item) => item.title)).toEqual([
        'Rammeaftale for det specialiserede område',
        'Socialtilsyn og takster',
      ]);
      const dropped = meeting?.items[1];
      expect(await store.item(dropped?.id ?? '')).toEqual(dropped);
    });

    test('a newer file of one meeting and kind supersedes the older, which stays reachable', async () => {
      const first = sampleDocument('dagsorden.pdf', {
        items: [sampleItem('1', 'Velkomst'), sampleItem('9', 'Kun i den første')],
      });
      const second = sampleDocument('dagsorden-v2.pdf', { items: [sampleItem('1', 'Velkomst og valg')] });
      await keep(store, first);
      await keep(store, second);
      expect(await store.document(first.source.sha256)).toMatchObject({ supersededBy: second.source.sha256 });
      expect(await store.document(second.source.sha256)).toMatchObject({ supersededBy: null });
      expect(await store.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'Velkomst og valg' });
      expect(await store.item('nordjylland-2031-03-04-9')).toMatchObject({ title: 'Kun i den første' });
      expect((await store.meeting('nordjylland-2031-03-04'))?.items).toHaveLength(1);
      expect(await store.reading(first.source.sha256)).toEqual(first);
      await keep(store, first);
      expect(await store.document(first.source.sha256)).toMatchObject({ supersededBy: second.source.sha256 });
    });

    test('a supplementary agenda counts from 1 again and takes nothing from the ordinary one', async () => {
      await keep(store, sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Budget')] }));
      await keep(store, sampleDocument('tillaegsdagsorden.pdf', { items: [sampleItem('1', 'Hastesag')] }));
      expect(await store.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'Budget' });
      expect(await store.item('nordjylland-2031-03-04-t1-1')).toMatchObject({
        title: 'Hastesag',
        meetingId: 'nordjylland-2031-03-04',
      });
      const meeting = await store.meeting('nordjylland-2031-03-04');
      expect(meeting?.items.map((item) => item.title)).toEqual(['Budget', 'Hastesag']);
    });

    test('a document without a date is tied to no meeting', async () => {
      const undated = sampleDocument('bilag.pdf', { date: null, items: [sampleItem('1', 'Uden dato')] });
      await keep(store, undated);
      const id = `dok-${undated.source.sha256.slice(0, 12)}-1`;
      expect(await store.item(id)).toMatchObject({ id, meetingId: null, date: null, title: 'Uden dato' });
      expect(await store.meetings({})).toEqual([]);
    });

    test('a new reading replaces the old and leaves nothing behind, also in another meeting', async () => {
      await keep(store, sampleDocument('a.pdf', { items: [sampleItem('1', 'A'), sampleItem('2', 'B')] }));
      await keep(store, sampleDocument('a.pdf', { date: '2031-03-05', items: [sampleItem('1', 'A')] }));
      expect(await store.item('nordjylland-2031-03-04-2')).toBeNull();
      expect(await store.meetings({})).toMatchObject([{ id: 'nordjylland-2031-03-05', itemCount: 1 }]);
      expect(await store.status()).toMatchObject({ documents: { read: 1 }, items: 1, meetings: 1, pages: 1 });
    });

    test('appendices are found under their item and by themselves', async () => {
      await keep(store, sampleDocument('dagsorden.pdf', { items: [sampleItem('2.1', 'Klimaplan')] }));
      const bundle = sampleDocument('bilag.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Forside'), samplePage(2, 'Planens mål'), samplePage(3, 'Planens økonomi')],
        attachments: [sampleAttachment('2.1', 1, 'Plan', { pages: [2, 3] })],
      });
      await keep(store, bundle);
      const item = await store.item('nordjylland-2031-03-04-2.1');
      const id = `dok-${bundle.source.sha256.slice(0, 12)}-bilag-2.1-1`;
      expect(item?.appendices).toMatchObject([{ id, title: 'Plan', pages: [2, 3], source: bundle.source }]);
      expect(await store.attachment(id)).toMatchObject({
        title: 'Plan',
        meetingId: 'nordjylland-2031-03-04',
        text: [
          { number: 2, text: 'Planens mål' },
          { number: 3, text: 'Planens økonomi' },
        ],
      });
    });

    test('appendices follow an item whose number moved, and a loose file goes by its title', async () => {
      const listed = [
        { number: 1, title: 'Plan' },
        { number: 2, title: 'Høringssvar fra kommunerne' },
      ];
      await keep(
        store,
        sampleDocument('dagsorden.pdf', {
          items: [sampleItem('1', 'Velkomst'), sampleItem('2', 'Klimaplan', { attachments: listed })],
        }),
      );
      await keep(
        store,
        sampleDocument('referat.pdf', {
          kind: 'referat',
          items: [sampleItem('1', 'Klimaplan', { attachments: listed })],
        }),
      );
      await keep(
        store,
        sampleDocument('bilag.pdf', { kind: 'bilag', attachments: [sampleAttachment('2', 1, 'Plan')] }),
      );
      await keep(
        store,
        sampleDocument('løst.pdf', {
          kind: 'bilag',
          attachments: [{ item: null, number: null, title: 'Høringssvar fra kommunerne', pages: [1, 1] }],
        }),
      );
      const item = await store.item('nordjylland-2031-03-04-1');
      expect(item?.appendices.map((appendix) => appendix.title)).toEqual([
        'Plan',
        'Høringssvar fra kommunerne',
      ]);
      expect((await store.completeness())[0]?.missingAppendices).toEqual([]);
    });

    test('finds meetings by body and year and items by case, newest first', async () => {
      const item = sampleItem('1', 'Sag', { caseNumber: 'SAG-2031-00042' });
      for (const date of ['2030-12-31', '2031-01-01', '2031-12-31']) {
        await keep(store, sampleDocument(`${date}.pdf`, { date, items: [item] }));
      }
      const dates = async (filter: Parameters<ArchiveStore['meetings']>[0]) =>
        (await store.meetings(filter)).map((meeting) => meeting.date);
      expect(await dates({})).toEqual(['2031-12-31', '2031-01-01', '2030-12-31']);
      expect(await dates({ year: 2031, body: 'KKR Nordjylland' })).toEqual(['2031-12-31', '2031-01-01']);
      expect(await dates({ body: 'KKR Hovedstaden' })).toEqual([]);
      const items = await store.itemsOfCase('SAG-2031-00042');
      expect(items.map((each) => each.date)).toEqual(['2031-12-31', '2031-01-01', '2030-12-31']);
    });

    test('what one process files another sees at once', async () => {
      await keep(store, sampleDocument('a.pdf', { items: [sampleItem('1', 'A')] }));
      expect(await archive.other.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'A' });
    });
  });
}
