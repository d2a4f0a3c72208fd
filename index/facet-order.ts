import type { FacetCount, FacetName } from '../core/search-index.ts';

/** Values of one facet that are listed; of more, as case numbers are, the commonest. */
export const MOST_VALUES = 100;

type Order = (a: FacetCount, b: FacetCount) => number;

const byName: Order = (a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
const byCount: Order = (a, b) => b.count - a.count || byName(a, b);

/** The commonest values of a facet as they are listed: years from the newest, others from the commonest. */
export function listFacet(facet: FacetName, counts: readonly FacetCount[]): FacetCount[] {
  const listed = counts.toSorted(byCount).slice(0, MOST_VALUES);
  return facet === 'year' ? listed.sort((a, b) => byName(b, a)) : listed;
}
