/**
 * What stands at most so many pages before or after a page, of things in the order
 * of their pages: a document of 10,000 pages is not to be compared with itself.
 */
export function withinPages<T extends { readonly page: number }>(
  ordered: readonly T[],
  page: number,
  reach: number,
): readonly T[] {
  return ordered.slice(firstFrom(ordered, page - reach), firstFrom(ordered, page + reach + 1));
}

/** Place of the first thing that stands on that page or a later one. */
function firstFrom(ordered: readonly { readonly page: number }[], page: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.page ?? page) < page) low = middle + 1;
    else high = middle;
  }
  return low;
}
