import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../core/archive-store.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage, sampleSource } from './testing/sample.ts';

export interface ArchiveUnderTest {
  readonly store: ArchiveStore;
  /** A second one on the same archive, as another process has it. */
  readonly other: ArchiveStore;
  /** Moves the clock that leases are counted by. */
  readonly pass: (ms: number) => void;
  readonly dispose: () => Promise<void>;
}

const MINUTE = 60_000;

/** What every ArchiveStore promises. */
export function archiveStoreContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('ledger', () => {
    const source = sampleSource('dagsorden.pdf');
    const { sha256 } = source;

    test('the same bytes are registered once, whatever their name', async () => {
      expect(await store.register(source)).toBe('added');
      expect(await store.register({ ...source, name: 'kopi af dagsorden.pdf' })).toBe('known');
      expect((await store.documents()).map((document) => document.source.name)).toEqual(['dagsorden.pdf']);
    });

    test('a claim is given to one only and counts as an attempt', async () => {
      await store.register(source);
      const claims = await Promise.all([
        store.claim(sha256, 'a', MINUTE),
        archive.other.claim(sha256, 'b', MINUTE),
        store.claim(sha256, 'c', MINUTE),
      ]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.document(sha256)).toMatchObject({ state: 'reading', attempts: 1 });
    });

    test('a claim may be taken over once its lease ran out, and the old holder learns of it', async () => {
      await store.register(source);
      await store.claim(sha256, 'killed', MINUTE);
      archive.pass(MINUTE - 1);
      expect(await archive.other.claim(sha256, 'next', MINUTE)).toBe(false);
      expect(await store.unfinished()).toEqual([]);
      archive.pass(1);
      expect((await store.unfinished()).map((document) => document.source.sha256)).toEqual([sha256]);
      expect(await archive.other.claim(sha256, 'next', MINUTE)).toBe(true);
      expect(await store.renew(sha256, 'killed', MINUTE)).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ attempts: 2 });
    });

    test('a renewed claim holds on', async () => {
      await store.register(source);
      await store.claim(sha256, 'a', MINUTE);
      archive.pass(MINUTE - 1);
      expect(await store.renew(sha256, 'a', MINUTE)).toBe(true);
      archive.pass(MINUTE - 1);
      expect(await archive.other.claim(sha256, 'b', MINUTE)).toBe(false);
    });

    test('what was read is not claimed again, what failed is', async () => {
      await store.register(source);
      await store.claim(sha256, 'a', MINUTE);
      await store.fail(sha256, { code: 'pdf-damaged', message: 'Filen er skåret over.', retryable: false });
      expect(await store.document(sha256)).toMatchObject({
        state: 'failed',
        failure: { code: 'pdf-damaged', message: 'Filen er skåret over.', retryable: false },
      });
      expect(await store.unfinished()).toEqual([]);
      expect(await store.claim(sha256, 'a', MINUTE)).toBe(true);
      expect(await store.document(sha256)).toMatchObject({ state: 'reading', failure: null });
      await store.complete(sampleDocument('dagsorden.pdf'));
      expect(await store.claim(sha256, 'a', MINUTE)).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ state: 'read', pageCount: 1 });
    });

    test('requeues by outcome or one by one, but not what is being read', async () => {
      const [failed, read, busy] = ['a.pdf', 'b.pdf', 'c.pdf'].map(sampleSource);
      if (!failed || !read || !busy) throw new Error('three sources');
      for (const each of [failed, read, busy]) await store.register(each);
      await store.fail(failed.sha256, { code: 'ocr-failed', message: 'Ingen tekst.', retryable: true });
      await store.complete(sampleDocument('b.pdf'));
      await store.claim(busy.sha256, 'a', MINUTE);
      expect(await store.requeue('failed')).toEqual([failed]);
      expect(await store.requeue('read')).toEqual([read]);
      expect(await store.requeue({ sha256: busy.sha256 })).toEqual([]);
      expect((await store.unfinished()).map((document) => document.source.name)).toEqual(['a.pdf', 'b.pdf']);
      expect(await store.reading(read.sha256)).not.toBeNull();
    });

    test('says which documents an index must take up again, until told that it has', async () => {
      const agenda = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Budget')] });
      await store.complete(agenda);
      const [debt] = await store.unindexed();
      if (!debt) throw new Error('one is due');
      expect(debt.sha256).toBe(agenda.source.sha256);
      const minutes = sampleDocument('referat.pdf', { kind: 'referat', items: [sampleItem('1', 'Budget')] });
      await store.complete(minutes);
      expect(await store.indexed(debt)).toBe(false);
      const debts = await store.unindexed();
      expect(debts.map((each) => each.sha256)).toEqual([agenda.source.sha256, minutes.source.sha256]);
      for (const each of debts) expect(await store.indexed(each)).toBe(true);
      expect(await store.unindexed()).toEqual([]);
      // A slow indexer that comes late with old records makes the document due again.
      expect(await store.indexed(debt)).toBe(false);
      expect((await store.unindexed()).map((each) => each.sha256)).toEqual([agenda.source.sha256]);
    });

    test('speaks up about documents that it does not know', async () => {
      const unknown = sampleSource('ukendt.pdf').sha256;
      for (const call of [
        store.claim(unknown, 'a', MINUTE),
        store.renew(unknown, 'a', MINUTE),
        store.fail(unknown, { code: 'internal', message: '', retryable: false }),
        store.requeue({ sha256: unknown }),
      ]) {
        await expect(call).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });

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
        warnings: [{ code: 'page-empty', message: 'Side 2 er tom.', page: 2 }],
      });
      await store.complete(document);
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
      await store.complete(
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
      await store.complete(minutes);
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
      await store.complete(
        sampleDocument('dagsorden.pdf', {
          items: [
            sampleItem('2.1', 'Socialtilsyn og takster', { type: 'orienteringssag' }),
            sampleItem('2.2', 'Rammeaftale for det specialiserede område', { type: 'beslutningssag' }),
          ],
        }),
      );
      await store.complete(
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
      await store.complete(first);
      await store.complete(second);
      expect(await store.document(first.source.sha256)).toMatchObject({ supersededBy: second.source.sha256 });
      expect(await store.document(second.source.sha256)).toMatchObject({ supersededBy: null });
      expect(await store.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'Velkomst og valg' });
      expect(await store.item('nordjylland-2031-03-04-9')).toMatchObject({ title: 'Kun i den første' });
      expect((await store.meeting('nordjylland-2031-03-04'))?.items).toHaveLength(1);
      expect(await store.reading(first.source.sha256)).toEqual(first);
      await store.complete(first);
      expect(await store.document(first.source.sha256)).toMatchObject({ supersededBy: second.source.sha256 });
    });

    test('a supplementary agenda counts from 1 again and takes nothing from the ordinary one', async () => {
      await store.complete(sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Budget')] }));
      await store.complete(sampleDocument('tillaegsdagsorden.pdf', { items: [sampleItem('1', 'Hastesag')] }));
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
      await store.complete(undated);
      const id = `dok-${undated.source.sha256.slice(0, 12)}-1`;
      expect(await store.item(id)).toMatchObject({ id, meetingId: null, date: null, title: 'Uden dato' });
      expect(await store.meetings({})).toEqual([]);
    });

    test('a new reading replaces the old and leaves nothing behind, also in another meeting', async () => {
      await store.complete(sampleDocument('a.pdf', { items: [sampleItem('1', 'A'), sampleItem('2', 'B')] }));
      await store.complete(sampleDocument('a.pdf', { date: '2031-03-05', items: [sampleItem('1', 'A')] }));
      expect(await store.item('nordjylland-2031-03-04-2')).toBeNull();
      expect(await store.meetings({})).toMatchObject([{ id: 'nordjylland-2031-03-05', itemCount: 1 }]);
      expect(await store.status()).toMatchObject({ documents: { read: 1 }, items: 1, meetings: 1, pages: 1 });
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
      await store.complete(document);
      const bundle = sampleDocument('bilag.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, secret)],
        attachments: [sampleAttachment('2', 1, 'Bilag til punkt 2')],
      });
      await store.complete(bundle);
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

    test('appendices are found under their item and by themselves', async () => {
      await store.complete(sampleDocument('dagsorden.pdf', { items: [sampleItem('2.1', 'Klimaplan')] }));
      const bundle = sampleDocument('bilag.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Forside'), samplePage(2, 'Planens mål'), samplePage(3, 'Planens økonomi')],
        attachments: [sampleAttachment('2.1', 1, 'Plan', { pages: [2, 3] })],
      });
      await store.complete(bundle);
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
      await store.complete(
        sampleDocument('dagsorden.pdf', {
          items: [sampleItem('1', 'Velkomst'), sampleItem('2', 'Klimaplan', { attachments: listed })],
        }),
      );
      await store.complete(
        sampleDocument('referat.pdf', {
          kind: 'referat',
          items: [sampleItem('1', 'Klimaplan', { attachments: listed })],
        }),
      );
      await store.complete(
        sampleDocument('bilag.pdf', { kind: 'bilag', attachments: [sampleAttachment('2', 1, 'Plan')] }),
      );
      await store.complete(
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
        await store.complete(sampleDocument(`${date}.pdf`, { date, items: [item] }));
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
      await store.complete(sampleDocument('a.pdf', { items: [sampleItem('1', 'A')] }));
      expect(await archive.other.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'A' });
    });
  });

  describe('across documents', () => {
    const wait = `Ventetiden på rehabilitering efter udskrivning er steget. Arbejdsgruppen foreslår fælles
kompetenceforløb for terapeuter og en årlig opgørelse over borgere, der venter mere end syv dage.
Forslaget er drøftet i kredsen af direktører, som bakker op om retningen og peger på behovet for data.`;
    const bus = `Trafikselskabet har fremlagt en plan for køreplanskifte, hvor tre regionale ruter nedlægges og
erstattes af flextrafik. Kommunerne er enige om, at uddannelsessteder fortsat skal kunne nås med bus,
og at passagertallene på de tre strækninger gøres op hvert kvartal, før der træffes endelig beslutning.`;
    const item = (number: string, title: string, text: string, more = {}) =>
      sampleItem(number, title, { sections: [{ heading: 'Sagsfremstilling', text }], ...more });
    const agendaOf = (date: string, items: Parameters<typeof sampleDocument>[1]) =>
      sampleDocument(`${date}.pdf`, { date, ...items });

    test('a reference in the text leads to the meeting and to the item that it is about, both ways', async () => {
      const later = agendaOf('2031-06-12', {
        items: [
          item('3', 'Status for genoptræning', `På mødet den 4. marts 2031 blev sagen drøftet. ${wait}`),
        ],
      });
      // The later document arrives first: the order of arrival must not matter.
      await store.complete(later);
      await store.complete(
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
        await store.complete(
          agendaOf(date, { items: [item('1', title, texts[at] ?? ''), item('2', 'Køreplaner', bus)] }),
        );
      }
      const history = await store.history('nordjylland-2031-06-01-1');
      expect(history?.links.map((link) => link.item.date)).toEqual(['2031-02-01', '2031-04-01']);
      expect(history?.links[0]?.reasons).toMatchObject([
        { kind: 'reference', from: 'nordjylland-2031-04-01-1' },
      ]);
    });

    test('a case number ties items, unless it is the number of a whole meeting', async () => {
      const own = { caseNumber: 'SAG-2031-00007' };
      const meetings = { caseNumber: 'SAG-2031-00001' };
      for (const date of ['2031-02-01', '2031-04-01']) {
        await store.complete(
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
        await store.complete(
          agendaOf(date, { items: [item('1', 'Godkendelse af referat', wait), item('2', 'Eventuelt', '')] }),
        );
      }
      expect((await store.history('nordjylland-2031-04-01-1'))?.links).toEqual([]);
      expect((await store.history('nordjylland-2031-04-01-2'))?.links).toEqual([]);
    });

    test('minutes that differ from the agenda say where', async () => {
      await store.complete(
        sampleDocument('dagsorden.pdf', {
          items: [item('1', 'Køreplaner', bus), item('2', 'Rehabilitering', wait)],
        }),
      );
      expect((await store.meeting('nordjylland-2031-03-04'))?.changes).toEqual([]);
      await store.complete(
        sampleDocument('referat.pdf', {
          kind: 'referat',
          items: [item('1', 'Rehabilitering', wait), item('2', 'Køreplaner', bus)],
        }),
      );
      expect((await store.meeting('nordjylland-2031-03-04'))?.changes.map((change) => change.kind)).toContain(
        'moved',
      );
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
      await store.complete(sampleDocument('dagsorden.pdf', { items: [item('2', 'Rehabilitering', wait)] }));
      await store.complete(scan);
      for (const debt of await store.unindexed()) await store.indexed(debt);
      await store.complete(original);
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

    test('pages found to be copies make the other document due in the index', async () => {
      const paper = (name: string, date: string) =>
        sampleDocument(name, { date, kind: 'bilag', pages: [samplePage(1, wait)] });
      const first = paper('a.pdf', '2031-02-01');
      await store.complete(first);
      for (const debt of await store.unindexed()) await store.indexed(debt);
      await store.complete(paper('b.pdf', '2031-04-01'));
      expect((await store.unindexed()).map((debt) => debt.sha256)).toContain(first.source.sha256);
    });

    test('names the municipalities of an item, from agenda and minutes', async () => {
      await store.complete(
        sampleDocument('d.pdf', { items: [item('1', 'Valg', 'Morsø og Thisted Kommuner')] }),
      );
      await store.complete(
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
      await store.complete(undated);
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
      await store.complete(agendaOf('2031-02-01', { items: [listed] }));
      await store.complete(
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
      await store.complete(agendaOf('2031-12-01', { items: [sampleItem('1', 'Endnu ikke holdt')] }));
      const failed = sampleSource('brudt.pdf');
      await store.register(failed);
      await store.fail(failed.sha256, { code: 'pdf-damaged', message: 'Brudt.', retryable: false });
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
