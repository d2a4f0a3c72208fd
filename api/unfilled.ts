import type { ArchiveRecords } from '../core/archive-store.ts';
import { KkrError } from '../core/errors.ts';
import type { SearchIndex, SearchResult } from '../core/search-index.ts';

/** What is searched, and whether there is anything to search in. */
export interface WordSources {
  readonly archive: Pick<ArchiveRecords, 'status'>;
  readonly index: Pick<SearchIndex, 'search' | 'stats'>;
}

/**
 * Why nothing at all could be found: the archive holds nothing, or the index was
 * thrown away, or is of an older version, and has nothing of an archive that does.
 * Null where the search is an answer.
 */
export async function emptiness(
  { archive, index }: WordSources,
  { total }: Pick<SearchResult, 'total'>,
): Promise<'archive' | 'index' | null> {
  if (total > 0 || (await index.stats()).records > 0) return null;
  return (await archive.status()).pages > 0 ? 'index' : 'archive';
}

/** @throws KkrError `search-unavailable`: "nothing found" would be taken for an answer */
export async function refuseUnfilled(
  sources: WordSources,
  result: Pick<SearchResult, 'total'>,
): Promise<void> {
  if ((await emptiness(sources, result)) === 'index') {
    throw new KkrError('search-unavailable', 'The search index is empty; kkr reindex makes it anew.');
  }
}
