import { KkrError } from '../../core/errors.ts';

/** SQLite's code for a disk without room (https://sqlite.org/rescode.html#full). */
const SQLITE_FULL = 13;

/** What went wrong with an index file, in words that say what to do. */
export function failureOf(error: unknown): KkrError {
  if (error instanceof KkrError) return error;
  if (isDiskFull(error)) {
    return new KkrError('disk-full', 'There is no room left for the search index.', { cause: error });
  }
  return new KkrError(
    'search-unavailable',
    'The search index could not be used; `kkr reindex` makes it anew.',
    { cause: error },
  );
}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return (error.errcode & 0xff) === SQLITE_FULL;
  return 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
