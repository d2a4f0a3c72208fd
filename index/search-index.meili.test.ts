import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchIndex, SearchResult } from '../core/search-index.ts';
import { loadLexicon } from '../danish/lexicon.ts';
import { Analyser } from './analysis/analyser.ts';
import { all, query, REBUILD_TIMEOUT, searchIndexContract } from './search-index.contract.ts';
import { Fts5SearchIndex } from './search-index.fts5.ts';
import { MeiliSearchIndex } from './search-index.meili.ts';
import { fictionalQueries } from './testing/fictional-queries.ts';
import { FICTIONAL_RECORDS, record } from './testing/fictional-records.ts';

const url = process.env.MEILI_URL;
const key = process.env.MEILI_KEY;
const NAMES = ['kkr-test-contract', 'kkr-test-same', 'kkr-test-twice'];

if (!url) {
  console.warn('Meilisearch is not tested: MEILI_URL names no server. The suite runs on SQLite FTS5 only.');
  test.skip('Meilisearch: MEILI_URL names no server', () => undefined);
} else {
  const open = (name: string) => new MeiliSearchIndex({ url, key, name }, new Analyser(loadLexicon()));
  const client = new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }) });
  const drop = async () => {
    // With what a run that was killed had begun to build.
    const { results } = await client.getRawIndexes({ limit: 1_000 });
    const own = results.filter(({ uid }) => NAMES.some((name) => uid.startsWith(`${name}-`)));
    for (const { uid } of own) await client.deleteIndexIfExists(uid);
  };
  beforeAll(drop);
  afterAll(drop);

  searchIndexContract('Meilisearch', async () => open('kkr-test-contract'));

  describe('the two engines', () => {
    const queries = fictionalQueries();
    let folder: string;
    let engines: readonly [SearchIndex, SearchIndex];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'kkr-index-'));
      engines = [new Fts5SearchIndex(folder, 1), open('kkr-test-same')];
      for (const engine of engines) await engine.rebuild(all(FICTIONAL_RECORDS));
    });
    afterAll(async () => {
      for (const engine of engines) await engine.close();
      await rm(folder, { recursive: true, force: true });
    });

    test(`give the same first page, totals and facets for ${queries.length} queries`, async () => {
      expect(queries.length).toBeGreaterThanOrEqual(150);
      const [ours, theirs] = engines;
      for (const query of queries) {
        const shown = ({ total, facets, hits, suggestion }: SearchResult) => ({
          total,
          facets,
          suggestion,
          hits: hits.map(({ id, foundIn, page, snippet }) => ({ id, foundIn, page, snippet })),
        });
        expect({ query, ...shown(await theirs.search(query)) }).toEqual({
          query,
          ...shown(await ours.search(query)),
        });
      }
    });
  });

  test(
    'two rebuilds at once give a whole index and leave nothing behind',
    async () => {
      const [one, other] = [open('kkr-test-twice'), open('kkr-test-twice')];
      const document = 'f'.repeat(64);
      async function* slowly() {
        yield* FICTIONAL_RECORDS.slice(0, 3);
        await one.rebuild(all(FICTIONAL_RECORDS));
        await one.replace(document, [record({ id: 'f-1', title: 'Nyankommen brevdue', document })]);
        yield* FICTIONAL_RECORDS.slice(3);
      }
      await other.rebuild(slowly());
      expect((await other.stats()).records).toBe(FICTIONAL_RECORDS.length + 1);
      const { results } = await client.getRawIndexes({ limit: 1_000 });
      const own = results.map(({ uid }) => uid).filter((uid) => uid.startsWith('kkr-test-twice'));
      expect(own.sort()).toEqual(['kkr-test-twice-records', 'kkr-test-twice-words']);
    },
    REBUILD_TIMEOUT,
  );

  test.skipIf(key === undefined)(
    'searching needs three rights; without MEILI_KEY there are none to lack',
    async () => {
      const made = await client.createKey({
        actions: ['search', 'stats.get', 'documents.get'],
        indexes: ['kkr-test-*'],
        expiresAt: null,
      });
      const analyser = new Analyser(loadLexicon());
      const reader = new MeiliSearchIndex({ url, searchKey: made.key, name: 'kkr-test-contract' }, analyser);
      expect((await reader.stats()).records).toBe(FICTIONAL_RECORDS.length);
      // One is misspelt, so that the vocabulary is fetched.
      expect((await reader.search(query('sunhedsklynger'))).total).toBeGreaterThan(0);
      expect((await reader.search(query('klyng*'))).total).toBeGreaterThan(0);
      await expect(reader.replace('f'.repeat(64), [])).rejects.toMatchObject({ code: 'search-unavailable' });
      await client.deleteKey(made.uid);
    },
  );

  test('a server that does not answer is search-unavailable', async () => {
    const nowhere = new MeiliSearchIndex({ url: 'http://127.0.0.1:9' }, new Analyser(loadLexicon()));
    await expect(nowhere.stats()).rejects.toMatchObject({ code: 'search-unavailable' });
  });
}
