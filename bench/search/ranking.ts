import type { SearchIndex, SearchRecord } from '../../core/search-index.ts';
import { answerOf } from './judged.ts';

/** An engine as far as the judged queries need it: records, best first. */
export interface Ranking {
  search(query: string): Promise<Pick<SearchRecord, 'target' | 'source' | 'meetingId' | 'page'>[]>;
  close(): Promise<void>;
}

/** What an engine answers, each answer once, at its first place. */
export async function answers(ranking: Ranking, query: string): Promise<string[]> {
  const found = await ranking.search(query);
  return [...new Set(found.map(({ target, ...record }) => answerOf({ ...record, id: target })))];
}

export function rankingOf(index: SearchIndex): Ranking {
  return {
    search: async (text) => {
      const { hits } = await index.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 20 });
      return hits.map(({ id, source, meetingId, page }) => ({ target: id, source, meetingId, page }));
    },
    close: () => index.close(),
  };
}
