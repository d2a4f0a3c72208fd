import { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Ranking } from './ranking.ts';

const NAME = 'kkr-bench-plain';
const Hit = z.object({
  target: z.string(),
  source: z.string(),
  meetingId: z.string().nullable(),
  page: z.number(),
});

/** Meilisearch as one would use it without a thought for Danish: the records as they are, its own defaults. */
export async function openPlainMeili(
  url: string,
  key: string | undefined,
  records: readonly SearchRecord[],
): Promise<Ranking> {
  const client = new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }) });
  await client.deleteIndexIfExists(NAME);
  const index = client.index(NAME);
  const wait = { timeout: 60_000 };
  await index
    .updateSettings({
      searchableAttributes: [
        'title',
        'decision',
        'recommendation',
        'text',
        'extra',
        'number',
        'caseNumber',
        'date',
      ],
    })
    .waitTask(wait);
  const documents = records.map((record, row) => ({ ...record, id: row }));
  await index.addDocuments(documents, { primaryKey: 'id' }).waitTask(wait);
  return {
    search: async (query) => {
      const { hits } = await index.search(query, { limit: 100 });
      return hits.map((hit) => Hit.parse(hit));
    },
    close: async () => {
      await client.deleteIndexIfExists(NAME);
    },
  };
}

export async function meiliVersion(url: string): Promise<string> {
  const key = process.env.MEILI_KEY;
  const client = new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }) });
  return (await client.getVersion()).pkgVersion;
}
