import type { FacetCount, FacetName } from '../core/search-index.ts';

/** How the values of a facet are listed: years from the newest, others from the commonest. */
export function facetOrder(facet: FacetName): (a: FacetCount, b: FacetCount) => number {
  const byName = (a: FacetCount, b: FacetCount) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  return facet === 'year' ? (a, b) => byName(b, a) : (a, b) => b.count - a.count || byName(a, b);
}
