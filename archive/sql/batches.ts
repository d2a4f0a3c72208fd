/** Rows by the fifty, since SQLite takes a limited number of variables in one statement. */
export function* batches<T>(rows: readonly T[], size = 50): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
