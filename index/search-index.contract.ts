import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  SearchFilters,
  SearchIndex,
  SearchQuery,
  SearchRecord,
  SearchResult,
} from '../core/search-index.ts';
import { FICTIONAL_RECORDS, record } from './testing/fictional-records.ts';

/** What every search engine must do. `open` gives an index of its own, empty. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`SearchIndex: ${name}`, () => {
    let index: SearchIndex;

    beforeAll(async () => {
      index = await open();
      expect((await index.search(query('noget'))).total).toBe(0);
      await index.rebuild(all(FICTIONAL_RECORDS));
    });
    afterAll(async () => index.close());

    const find = (text: string, filters: SearchFilters = {}): Promise<SearchResult> =>
      index.search({ ...query(text), filters });
    const ids = async (text: string, filters: SearchFilters = {}) =>
      (await find(text, filters)).hits.map((hit) => hit.id);

    test('knows how many records it holds', async () => {
      expect((await index.stats()).records).toBe(FICTIONAL_RECORDS.length);
    });

    test.each(['sundhedsklynger', 'Sundhedsklyngernes', 'klynge', 'SUNDHEDSKLYNGEN', 'sunhedsklynger'])(
      'finds the clusters by %s',
      async (text) => {
        const { hits } = await find(text);
        expect(hits.slice(0, 10).every((hit) => hit.number === '2.1')).toBe(true);
      },
    );

    test.each([
      ['infrastruktur projekter', '2.3'],
      ['socialtilsyn', '3.2'],
      ['social tilsyn', '3.2'],
      ['arbejdsmarkedsrad', '3.1'],
      ['Soren Aagaard', '3.1'],
      ['færge', '2.3'],
    ])('%s leads to item %s', async (text, number) => {
      expect((await find(text)).hits[0]?.number).toBe(number);
    });

    test('ø is no o: the word itself stands above what a bare keyboard may have meant', async () => {
      await index.replace('d'.repeat(64), [
        record({ id: 'rod', title: 'En rod i haven', document: 'd'.repeat(64) }),
        record({ id: 'roed', title: 'Rød stue', document: 'd'.repeat(64) }),
      ]);
      expect(await ids('rod')).toEqual(['rod', 'roed']);
      expect(await ids('rød')).toEqual(['roed']);
      await index.replace('d'.repeat(64), []);
    });

    test.each(['SAG-2024-00170', 'sag 2024 170', 'SAG2024-170', '2024-00170', 'SAG-2O24-OO17O'])(
      'finds the case by %s and nothing else',
      async (text) => {
        const { hits } = await find(text);
        expect(new Set(hits.map((hit) => hit.caseNumber))).toEqual(new Set(['SAG-2024-00170']));
        expect(hits.every((hit) => hit.foundIn === 'case')).toBe(true);
      },
    );

    test.each(['08/1871', 'sag 08-1871', '8-1871', '08 1871', 'j.nr. 2008/1871'])(
      'finds a case of an older system by %s',
      async (text) => {
        const older = { document: '9'.repeat(64), title: 'Ventetider' };
        await index.replace(older.document, [
          record({ ...older, id: 'older', caseNumber: '08/1871' }),
          record({ ...older, id: 'figures', text: 'I 2008 blev 1871 borgere henvist.' }),
        ]);
        expect(await ids(text)).toEqual(['older']);
        expect(await ids('ventetider', { case: text })).toEqual(['older']);
        await index.replace(older.document, []);
      },
    );

    test('finds a compound that was written apart, inflected', async () => {
      await index.replace('9'.repeat(64), [
        record({ id: 'fridge', title: 'Køleskab til vacciner', document: '9'.repeat(64) }),
        record({ id: 'cupboard', title: 'Et skab i gangen', document: '9'.repeat(64) }),
      ]);
      expect((await ids('køle skabet'))[0]).toBe('fridge');
      await index.replace('9'.repeat(64), []);
    });

    test.each(['!!!', '\u0000', '– …'])('finds nothing by signs alone: %j', async (text) => {
      expect((await find(text)).total).toBe(0);
      expect((await find('')).total).toBeGreaterThan(0);
    });

    test('says whether its facets are exact', async () => {
      expect((await find('kommune')).facetsExact).toBe(true);
    });

    test('forgives no figure: a case number off by one is another case', async () => {
      expect(await ids('SAG-2024-00171')).toEqual([]);
      expect((await find('413')).total).toBe(0);
    });

    test('finds items by number and meetings by date', async () => {
      const { hits } = await find('punkt 3.2 juni 2024');
      expect(hits.map((hit) => [hit.number, hit.date])).toEqual(hits.map(() => ['3.2', '2024-06-19']));
      expect((await find('19.6.2024')).total).toBe(
        (await find('', { from: '2024-06-19', to: '2024-06-19' })).total,
      );
    });

    test('a phrase is found as it stands, in any inflection', async () => {
      expect((await find('"fire gange om året"')).total).toBe(12);
      expect((await find('"gange fire"')).total).toBe(0);
    });

    test('every word of a long phrase counts', async () => {
      const eleven = 'mødes fire gange om året, og borgerne skal mærke, at overgangen';
      expect((await find(`"${eleven}"`)).total).toBe(12);
      expect((await find(`"${eleven} fra sygehus til hjemmesygepleje bliver tryggere"`)).total).toBe(12);
      expect((await find(`"${eleven} til"`)).total).toBe(0);
      expect((await find(`"${eleven} fra sygehus til Fanø"`)).total).toBe(0);
      expect(
        (await find(`"fire gange om året" "klynge ledes af en borgmester og et medlem af rådet"`)).total,
      ).toBe(0);
      expect((await find(`sundhedsklynger -"${eleven} til"`)).total).toBe(
        (await find('sundhedsklynger')).total,
      );
    });

    test('without a word or phrase', async () => {
      const everything = (await find('')).total;
      const refugees = (await find('flygtninge')).total;
      expect((await find('-flygtninge')).total).toBe(everything - refugees);
      expect((await find('projekter -"kollektive trafik"')).total).toBe(0);
      const ofCase = (await find('SAG-2024-00170')).total;
      expect(ofCase).toBeGreaterThan(0);
      expect((await find('-SAG-2024-00170')).total).toBe(everything - ofCase);
      const plans = (await find('DK2020')).total;
      expect(plans).toBeGreaterThan(0);
      expect((await find('DK2020 -DK2020-planerne')).total).toBe(0);
      expect((await find('DK2020 -DK2020-borgmestre')).total).toBe(plans);
    });

    test('both spellings of a repaired word are found', async () => {
      expect(await ids('brobygningsforløb')).toEqual(['dok-scan']);
      expect(await ids('Brobygningsforlgb')).toEqual(['dok-scan']);
    });

    test('suggests what was probably meant', async () => {
      expect((await find('infrastruktrprojekter')).suggestion).toBe('infrastrukturprojekter');
      expect((await find('infrastrukturprojekter')).suggestion).toBeNull();
    });

    test('finds nothing where there is nothing', async () => {
      expect((await find('xylofonkoncert 412')).total).toBe(0);
      expect((await find('412')).total).toBeGreaterThan(0);
      expect(await find('xylofonkoncert')).toMatchObject({ total: 0, hits: [], suggestion: null });
    });

    test('pages of one appendix are one hit, with their item', async () => {
      const { hits, total } = await find('klyngen almen praksis', { year: 2024, body: 'KKR Sjælland' });
      expect(hits.filter((hit) => hit.id === 'sjaelland-2024-06-19-2.1')).toHaveLength(1);
      expect(total).toBe(new Set(hits.map((hit) => hit.id)).size);
    });

    test('of copies the most legible one is shown, and the others are named', async () => {
      const made = (letter: string, legibility: number, text: string) =>
        record({
          id: `${letter}-1`,
          group: 'copies',
          document: letter.repeat(64),
          title: '',
          text,
          legibility,
        });
      const scan = made('d', 0.8, 'Brevduer brevduer flyver hjem.');
      const original = made('e', 1, 'Brevduer flyver hjem igen.');
      for (const one of [scan, original]) await index.replace(one.document, [one]);
      const { hits, total } = await find('brevdue');
      expect(total).toBe(1);
      expect(hits.map((hit) => [hit.document, hit.duplicates.length])).toEqual([[original.document, 1]]);
      for (const one of [scan, original]) await index.replace(one.document, []);
    });

    test('shows where it was found, marked in the original text', async () => {
      const [hit] = (await find('nærhospitaler')).hits;
      expect(hit?.foundIn).toBe('text');
      expect(hit?.snippet.filter((piece) => piece.match).map((piece) => piece.text)).toEqual([
        'nærhospitaler',
      ]);
      expect(hit?.snippet.map((piece) => piece.text).join('')).toContain('høringen om nærhospitaler');
    });

    test('leads to the page on which the words stand', async () => {
      const document = 'd'.repeat(64);
      const made = record({
        id: 'long',
        title: 'Drageflyvning',
        decision: 'Udsat.',
        text: 'Vinden er god.\n\nSnoren er knækket.',
        page: 4,
        pageStarts: [
          { field: 'decision', start: 0, page: 7 },
          { field: 'text', start: 0, page: 4 },
          { field: 'text', start: 16, page: 5 },
        ],
        document,
      });
      await index.replace(document, [made]);
      const pageOf = async (text: string) => (await find(text)).hits.map(({ page }) => page);
      expect(await pageOf('drageflyvning')).toEqual([4]);
      expect(await pageOf('knækkede snore')).toEqual([5]);
      expect(await pageOf('"vinden er god"')).toEqual([4]);
      expect(await pageOf('udsat')).toEqual([7]);
      await index.replace(document, []);
    });

    test('sorts by date over the whole result, the undated last', async () => {
      for (const sort of ['newest', 'oldest'] as const) {
        const pages = await Promise.all(
          [0, 7].map((offset) => index.search({ ...query('kommune'), sort, offset, limit: 7 })),
        );
        const dates = pages.flatMap((page) => page.hits.map((hit) => hit.date ?? ''));
        expect(dates).toEqual(
          dates.toSorted((a, b) => (sort === 'newest' ? b.localeCompare(a) : a.localeCompare(b))),
        );
        expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(14);
      }
      const { hits } = await index.search({ ...query('Tønder'), sort: 'oldest', limit: 50 });
      expect(hits.at(-1)?.date).toBeNull();
    });

    test('who turns pages meets every hit once, however far', async () => {
      const document = 'd'.repeat(64);
      const many = Array.from({ length: 230 }, (_, at) =>
        record({
          id: `kite-${at}`,
          title: at % 3 === 0 ? 'Drageflyvning' : `Møde ${at}`,
          text: at % 2 === 0 ? 'Drager flyver. Drager daler.' : 'En drage.',
          date: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
          document,
        }),
      );
      await index.replace(document, many);
      const pages: SearchResult[] = [];
      for (let offset = 0; offset < many.length; offset += 25)
        pages.push(await index.search({ ...query('drage'), offset, limit: 25 }));
      const met = pages.flatMap((page) => page.hits.map((hit) => hit.id));
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => many.length));
      expect(met).toHaveLength(many.length);
      expect(new Set(met).size).toBe(many.length);
      await index.replace(document, []);
    });

    test('facets count what their filter would find', async () => {
      const { facets, total } = await find('kommune');
      expect(facets.body.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(total);
      for (const { value, count } of facets.type)
        expect((await find('kommune', { type: value })).total).toBe(count);
      for (const { value, count } of facets.municipality)
        expect((await find('kommune', { municipality: value })).total).toBe(count);
      for (const { value, count } of facets.year)
        expect((await find('kommune', { year: Number(value) })).total).toBe(count);
      for (const { value, count } of facets.case)
        expect((await find('kommune', { case: value })).total).toBe(count);
    });

    test.each([
      '"',
      "'; DROP TABLE record;--",
      'a" OR "1"="1',
      'terms = "x"',
      'NEAR(a b)',
      '\\',
      '*',
      '-',
      '""',
      'æ'.repeat(400),
      'klyng '.repeat(1_700),
      '(((((',
      '[a-z]+.*\\d{3}$^|',
      'title: klynge AND NOT {text} : x',
      'klynge NEAR/3 ^flygtning',
      'terms MATCH *',
      '"uafsluttet',
      'nul\u0000tegn',
      '\ud83d halve \ud83d\ude80 \udc00',
      '🚀🚀 🇩🇰',
      'og af til det i på',
      '-flygtninge -klynge -tilsyn',
      '-"" "" -',
      '… – — „“',
      'ŝťřâňġé ÆØÅ ﬁ',
    ])('no text breaks a query or a filter: %s', async (text) => {
      expect((await find(text, { type: text })).total).toBe(0);
      expect((await find(text)).hits.length).toBeLessThanOrEqual(10);
    });

    test('a document is replaced as a whole, and gone when nothing replaces it', async () => {
      const document = 'e'.repeat(64);
      const made = (id: string) => record({ id, title: 'Cirkusforestilling', document });
      await index.replace(document, [made('e-1'), made('e-2')]);
      expect(await ids('cirkusforestillinger')).toEqual(['e-1', 'e-2']);
      await index.replace(document, [made('e-2'), made('e-3')]);
      expect(await ids('cirkusforestillinger')).toEqual(['e-2', 'e-3']);
      await index.replace(document, []);
      expect(await ids('cirkusforestillinger')).toEqual([]);
      expect((await index.stats()).records).toBe(FICTIONAL_RECORDS.length);
    });

    test('a record that passes to another document is not lost with the first', async () => {
      const [first, second] = ['e'.repeat(64), 'd'.repeat(64)];
      const made = (document: string) => record({ id: 'e-1', title: 'Cirkusforestilling', document });
      await index.replace(first, [made(first)]);
      await index.replace(second, [made(second)]);
      expect((await index.stats()).records).toBe(FICTIONAL_RECORDS.length + 1);
      await index.replace(first, []);
      expect((await find('cirkusforestilling')).hits.map((hit) => hit.document)).toEqual([second]);
      await index.replace(second, []);
    });

    test(
      'a rebuild serves the old index until the new one is whole, and keeps what was replaced meanwhile',
      async () => {
        const [document, other, removed] = ['f'.repeat(64), 'd'.repeat(64), 'e'.repeat(64)];
        const old = (id: string, of = document) =>
          record({ id, title: 'Udfløjet brevdue', group: `${of}-${id}`, document: of });
        let during: SearchResult | null = null;
        async function* slowly() {
          yield* FICTIONAL_RECORDS.slice(0, 3);
          yield* [old('f-1'), old('f-2'), old('f-5')];
          during = await find('flygtninge');
          await index.replace(document, [
            record({ id: 'f-1', title: 'Nyankommen brevdue', document }),
            record({ id: 'f-4', title: 'Nyankommen brevdue', document }),
          ]);
          await index.replace(other, [record({ id: 'f-5', title: 'Nyankommen brevdue', document: other })]);
          await index.replace(removed, []);
          // As the archive was read before.
          yield* [old('f-3'), old('f-4'), old('e-1', removed)];
          yield* FICTIONAL_RECORDS.slice(3);
        }
        const before = await find('flygtninge');
        await index.rebuild(slowly());
        expect(during).toEqual(before);
        expect(await find('flygtninge')).toEqual(before);
        expect(await ids('nyankomne brevduer')).toEqual(['f-1', 'f-4', 'f-5']);
        expect((await find('udfløjne')).total).toBe(0);
        expect((await index.stats()).records).toBe(FICTIONAL_RECORDS.length + 3);
        await index.replace(document, []);
        await index.replace(other, []);
      },
      REBUILD_TIMEOUT,
    );

    test(
      'a rebuild that fails leaves the old index serving',
      async () => {
        async function* failing() {
          yield* FICTIONAL_RECORDS.slice(0, 3);
          throw new Error('the archive is gone');
        }
        await expect(index.rebuild(failing())).rejects.toThrow('the archive is gone');
        expect((await index.stats()).records).toBe(FICTIONAL_RECORDS.length);
      },
      REBUILD_TIMEOUT,
    );
  });
}

/** A server that serves others too may take its time over a rebuild. */
export const REBUILD_TIMEOUT = 180_000;

export function query(text: string): SearchQuery {
  return { text, filters: {}, sort: 'relevance', offset: 0, limit: 10 };
}

export async function* all(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}
