import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { agendaOf, bundle, earlier, loose, minutes } from '../testing/closed-meeting.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What closed items say is told by nothing, whichever paper of the meeting closes them, and whenever it comes. */
export function closedContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('closed items', () => {
    /** All that the port tells, of every document, item, meeting and appendix, but the title of an appendix that came by itself. */
    async function everythingTold(): Promise<string> {
      const told: unknown[] = [await store.completeness()];
      for (const { source } of await store.documents()) {
        const { sha256 } = source;
        const { attachments = [], ...reading } = (await store.reading(sha256)) ?? {};
        told.push(reading, await store.itemsOfDocument(sha256));
        for (const [at, { item, number }] of attachments.entries()) {
          const id = `dok-${sha256.slice(0, 12)}-bilag-${item ?? 'x'}-${number ?? at + 1}`;
          const { title, ...appendix } = (await store.attachment(id)) ?? {};
          told.push(appendix);
        }
      }
      for (const { id } of await store.meetings({})) {
        const meeting = await store.meeting(id);
        told.push(meeting);
        for (const item of meeting?.items ?? []) told.push(await store.history(item.id));
      }
      return JSON.stringify(told);
    }

    const orders = {
      'the minutes come last': [agendaOf('dagsorden.pdf', ['1', '2']), bundle, loose, earlier, minutes(true)],
      'the minutes come first': [
        minutes(true),
        earlier,
        loose,
        bundle,
        agendaOf('dagsorden.pdf', ['1', '2']),
      ],
      'a newer agenda took the place of the one that has them': [
        agendaOf('dagsorden.pdf', ['1', '2']),
        sampleDocument('dagsorden-v2.pdf', { items: [sampleItem('1', 'Køreplaner')] }),
        bundle,
        loose,
        minutes(true),
      ],
      'their number was another in the first agenda': [
        agendaOf('dagsorden.pdf', ['3', '5']),
        agendaOf('dagsorden-v2.pdf', ['1', '2']),
        bundle,
        loose,
        minutes(true),
      ],
    };
    test.each(Object.entries(orders))(
      'are told by no paper of the meeting where %s',
      async (_, documents) => {
        for (const document of documents) await keep(store, document);
        const told = await everythingTold();
        expect(told.toLowerCase()).not.toContain('sølvgren');
        expect(told).not.toContain('14 mio.');
        expect(told).not.toContain('forhandlingen indledt');
        expect(told).toContain('Ruterne bevares.');
        expect(told).toContain('Kort over ruter');
        expect(told).toContain('Intet.');
        const withheld = (await store.documents()).flatMap(({ source }) =>
          source.withheld ? source.name : [],
        );
        expect(withheld).toContain('dagsorden.pdf');
        expect(withheld).toContain('løst.pdf');
        expect(withheld).toContain('bilag.pdf');
        expect(withheld).not.toContain('tidligere.pdf');
      },
    );

    test('make every paper of the meeting due in the index, and are told again once nothing closes them', async () => {
      const agenda = agendaOf('dagsorden.pdf', ['1', '2']);
      for (const document of [agenda, bundle, loose]) await keep(store, document);
      for (const debt of await store.unindexed()) await store.indexed(debt);
      await keep(store, minutes(true));
      expect(await store.unindexed()).toHaveLength(4);
      // The minutes turn out to be those of another day.
      await keep(
        store,
        minutes(true, { ...minutes(true), meeting: { ...agenda.meeting, date: '2031-09-01' } }),
      );
      expect(await store.reading(agenda.source.sha256)).toEqual(agenda);
      expect(await store.reading(loose.source.sha256)).toEqual(loose);
      expect((await store.item('nordjylland-2031-03-04-2'))?.closed).toBe(false);
    });

    test('are not taken for open ones that have their number in another paper', async () => {
      await keep(store, agendaOf('dagsorden.pdf', ['1', '2']));
      await keep(store, bundle);
      const swapped = [sampleItem('1', 'Køb af ejendom', { closed: true }), sampleItem('2', 'Køreplaner')];
      await keep(store, sampleDocument('referat.pdf', { kind: 'referat', items: swapped }));
      expect(await store.item('nordjylland-2031-03-04-2')).toMatchObject({ closed: false });
      const [map, offer] = [1, 2].map((item) => `dok-${bundle.source.sha256.slice(0, 12)}-bilag-${item}-1`);
      expect((await store.attachment(map ?? ''))?.text).toHaveLength(1);
      expect((await store.attachment(offer ?? ''))?.text).toEqual([]);
    });

    test('closed items tell their number and title and nothing else, on pages too', async () => {
      const secret = 'Forhandling med en navngiven leverandør';
      const document = sampleDocument('referat.pdf', {
        kind: 'referat',
        pages: [
          samplePage(1, `1. Åben sag\nAlle må læse dette.\n2. Lukket punkt: Kontrakt\n${secret}`),
          samplePage(2, `${secret} igen\n3. Eventuelt\nIntet.`),
        ],
        items: [
          sampleItem('1', 'Åben sag', { sections: [{ heading: 'Sag', text: 'Alle må læse dette.' }] }),
          sampleItem('2', 'Kontrakt', {
            closed: true,
            sections: [{ heading: 'Sag', text: secret }],
            decision: { text: secret, outcomes: ['approved'] },
            attachments: [{ number: 1, title: secret }],
            pages: [1, 2],
          }),
          sampleItem('3', 'Eventuelt', { pages: [2, 2] }),
        ],
      });
      await keep(store, document);
      const bundle = sampleDocument('bilag.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, secret)],
        attachments: [sampleAttachment('2', 1, 'Bilag til punkt 2')],
      });
      await keep(store, bundle);
      const told = JSON.stringify([
        await store.item('nordjylland-2031-03-04-2'),
        await store.meeting('nordjylland-2031-03-04'),
        await store.reading(document.source.sha256),
        await store.reading(bundle.source.sha256),
        await store.attachment(`dok-${bundle.source.sha256.slice(0, 12)}-bilag-2-1`),
      ]);
      expect(told).not.toContain('leverandør');
      expect(told).not.toContain('igen');
      expect(told).toContain('Kontrakt');
      expect(told).toContain('Alle må læse dette.');
      expect(told).toContain('Intet.');
    });

    test('originals that say what closed items say are marked, whichever document closes them', async () => {
      const agenda = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Valg af leverandør')] });
      const bundle = sampleDocument('bilag.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Tilbuddene')],
        attachments: [sampleAttachment('1', 1, 'Tilbud', { pages: [1, 1] })],
      });
      const other = sampleDocument('andet.pdf', { date: '2031-05-01', items: [sampleItem('1', 'Åben sag')] });
      for (const document of [agenda, bundle, other]) await keep(store, document);
      const marked = async () =>
        (await store.documents()).flatMap(({ source }) => (source.withheld ? source.name : []));
      expect(await marked()).toEqual([]);
      const minutes = sampleDocument('referat.pdf', {
        kind: 'referat',
        items: [sampleItem('1', 'Valg af leverandør', { closed: true })],
      });
      await keep(store, minutes);
      expect(await marked()).toEqual(['dagsorden.pdf', 'bilag.pdf', 'referat.pdf']);
      const item = await store.item('nordjylland-2031-03-04-1');
      expect(item?.sources.map(({ source }) => source.withheld)).toEqual([true, true]);
      await keep(store, { ...minutes, items: [sampleItem('1', 'Valg af leverandør')] });
      expect(await marked()).toEqual([]);
    });

    test('an agenda or minutes with a page that could not be read is withheld, a bundle is not', async () => {
      const warnings = [{ code: 'ocr-failed', message: 'The engine crashed.', page: 2 }];
      const harmless = [{ code: 'decision-unclear', message: 'Which?', page: 1 }];
      await keep(store, sampleDocument('referat.pdf', { kind: 'referat', warnings }));
      await keep(store, sampleDocument('bilag.pdf', { kind: 'bilag', warnings }));
      await keep(store, sampleDocument('dagsorden.pdf', { warnings: harmless }));
      const marked = async () =>
        (await store.documents()).flatMap(({ source }) => (source.withheld ? source.name : []));
      expect(await marked()).toEqual(['referat.pdf']);
      await keep(store, sampleDocument('referat.pdf', { kind: 'referat' }));
      expect(await marked()).toEqual([]);
    });

    test('an original is withheld until something of it was read, as nobody knows what it closes', async () => {
      const document = sampleDocument('referat.pdf', { kind: 'referat' });
      const { sha256 } = document.source;
      const shown = async () => (await store.document(sha256))?.source;
      await store.register(document.source);
      expect(await shown()).toMatchObject({ withheld: true, unread: true });
      await store.claim(sha256, 'reader', 60_000);
      const failure = { code: 'pdf-damaged', message: 'Cut short.', retryable: false } as const;
      await store.fail(sha256, 'reader', failure, { again: false });
      expect(await shown()).toMatchObject({ withheld: true, unread: true });
      const [page] = document.pages;
      if (!page) throw new Error('The sample has no page');
      await keep(store, { ...document, pages: [{ ...page, text: '', lines: [], origin: 'none' }] });
      expect(await shown()).toMatchObject({ withheld: true, unread: true });
      await keep(store, document);
      expect(await shown()).toEqual(document.source);
      // While it waits to be read again, the earlier reading tells.
      await store.requeue({ sha256 });
      expect(await shown()).toEqual(document.source);
    });
  });
}
