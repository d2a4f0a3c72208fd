import type { SearchResult } from '../core/search-index.ts';

/** What an index answers that nothing was ever put into. */
export const NOTHING: SearchResult = {
  total: 0,
  hits: [],
  facetsExact: true,
  facets: { body: [], year: [], kind: [], type: [], outcome: [], municipality: [], case: [] },
  suggestion: null,
};
