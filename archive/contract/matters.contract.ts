import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { keep } from '../testing/keep.ts';
import { agendaOf, bus, matterItem as item, wait } from '../testing/matters.ts';
import { sampleItem } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** How a matter goes on from meeting to meeting: references, cases, points of order. */
export function mattersContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('matters', () => {
    test('a reference in the text leads to the meeting and to the item that it is about, both ways', async () => {
      const later = agendaOf('2031-06-12', {
        items: [
          item('3', 'Status for genoptræning', `På mødet den 4. marts 2031 blev sagen drøftet. ${wait}`),
        ],
      });
      // The later document arrives first: the order of arrival must not matter.
      await keep(store, later);
      await keep(
        store,
        agendaOf('2031-03-04', {
          items: [
            sampleItem('1', 'Godkendelse af dagsorden'),
            item('2', 'Køreplaner', bus),
            item('3', 'Rehabilitering og ventetid', wait),
          ],
        }),
      );
      const after = await store.history('nordjylland-2031-06-12-3');
      expect(after?.references).toEqual([
        {
          quote: 'På mødet den 4. marts 2031',
          body: 'KKR Nordjylland',
          date: '2031-03-04',
          meetingId: 'nordjylland-2031-03-04',
          itemId: 'nordjylland-2031-03-04-3',
        },
      ]);
      expect(after?.links).toMatchObject([
        {
          item: { id: 'nordjylland-2031-03-04-3' },
          reasons: [
            { kind: 'reference', from: 'nordjylland-2031-06-12-3', quote: 'På mødet den 4. marts 2031' },
          ],
        },
      ]);
      const before = await store.history('nordjylland-2031-03-04-3');
      expect(before?.links.map((link) => link.item.id)).toEqual(['nordjylland-2031-06-12-3']);
      expect((await store.history('nordjylland-2031-03-04-2'))?.links).toEqual([]);
      expect(await store.history('nordjylland-2031-03-04-99')).toBeNull();
    });

    test('references are followed on, from the second meeting to the first', async () => {
      const texts = [
        wait,
        `Sagen blev drøftet på mødet den 1. februar 2031. ${wait}`,
        `Sagen blev drøftet på mødet den 1. april 2031. ${wait}`,
      ];
      for (const [at, date] of ['2031-02-01', '2031-04-01', '2031-06-01'].entries()) {
        const title = ['Rehabilitering', 'Kortere ventetid', 'Terapeuter'][at] ?? '';
        await keep(
          store,
          agendaOf(date, { items: [item('1', title, texts[at] ?? ''), item('2', 'Køreplaner', bus)] }),
        );
      }
      const history = await store.history('nordjylland-2031-06-01-1');
      expect(history?.links.map((link) => link.item.date)).toEqual(['2031-02-01', '2031-04-01']);
      expect(history?.links[0]?.reasons).toMatchObject([
        { kind: 'reference', from: 'nordjylland-2031-04-01-1' },
      ]);
    });

    test('"på sidste møde" leads to the meeting before, where an item of it stands out', async () => {
      await keep(
        store,
        agendaOf('2031-02-01', { items: [item('1', 'Rehabilitering', wait), item('2', 'Ruter', bus)] }),
      );
      const said = (text: string) => `Som aftalt på sidste møde fremlægges sagen igen. ${text}`;
      const other = 'Stormfloden har skadet digerne ved fjorden, og staten skal betale.';
      await keep(
        store,
        agendaOf('2031-04-01', {
          items: [item('1', 'Terapeuter', said(wait)), item('2', 'Diger', said(other))],
        }),
      );
      const after = await store.history('nordjylland-2031-04-01-1');
      expect(after?.references).toMatchObject([{ date: '2031-02-01', itemId: 'nordjylland-2031-02-01-1' }]);
      const before = await store.history('nordjylland-2031-02-01-1');
      expect(before?.links.map((link) => link.item.id)).toEqual(['nordjylland-2031-04-01-1']);
      expect(await store.history('nordjylland-2031-04-01-2')).toEqual({ links: [], references: [] });
    });

    test('a case number ties items, unless it is the number of a whole meeting', async () => {
      const own = { caseNumber: 'SAG-2031-00007' };
      const meetings = { caseNumber: 'SAG-2031-00001' };
      for (const date of ['2031-02-01', '2031-04-01']) {
        await keep(
          store,
          agendaOf(date, {
            items: [
              item('1', `Rehabilitering ${date}`, wait, meetings),
              item('2', `Valg ${date}`, bus, own),
              item('3', `Klima ${date}`, 'Kort.', meetings),
              item('4', 'Eventuelt', '', meetings),
            ],
          }),
        );
      }
      const reasons = async (number: string) =>
        (await store.history(`nordjylland-2031-04-01-${number}`))?.links.flatMap((link) =>
          link.reasons.map((reason) => reason.kind),
        );
      expect(await reasons('2')).toContain('case-number');
      expect(await reasons('1')).not.toContain('case-number');
    });

    test('points of order have no history', async () => {
      for (const date of ['2031-02-01', '2031-04-01']) {
        await keep(
          store,
          agendaOf(date, { items: [item('1', 'Godkendelse af referat', wait), item('2', 'Eventuelt', '')] }),
        );
      }
      expect((await store.history('nordjylland-2031-04-01-1'))?.links).toEqual([]);
      expect((await store.history('nordjylland-2031-04-01-2'))?.links).toEqual([]);
    });
  });
}
