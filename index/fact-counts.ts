import type { FacetCount, FacetName } from '../core/search-index.ts';
import { listFacet } from './facet-order.ts';
import type { Facts } from './facts.ts';

export const FACET_NAMES = [
  'body',
  'year',
  'kind',
  'type',
  'outcome',
  'municipality',
  'case',
] as const satisfies FacetName[];

/** Counts, for each value of each facet, the groups that have a record of it. */
export function countFacts(all: readonly Facts[]): Record<FacetName, FacetCount[]> {
  const groups: Record<FacetName, Map<string, Set<string>>> = {
    body: new Map(),
    year: new Map(),
    kind: new Map(),
    type: new Map(),
    outcome: new Map(),
    municipality: new Map(),
    case: new Map(),
  };
  for (const facts of all) {
    for (const [facet, values] of valuesOf(facts)) {
      for (const value of values) {
        const known = groups[facet].get(value);
        if (known) known.add(facts[0]);
        else groups[facet].set(value, new Set([facts[0]]));
      }
    }
  }
  const listed = (facet: FacetName) =>
    listFacet(
      facet,
      [...groups[facet]].map(([value, of]) => ({ value, count: of.size })),
    );
  return {
    body: listed('body'),
    year: listed('year'),
    kind: listed('kind'),
    type: listed('type'),
    outcome: listed('outcome'),
    municipality: listed('municipality'),
    case: listed('case'),
  };
}

function valuesOf([, date, body, kind, type, caseNumber, outcomes, municipalities]: Facts): [
  FacetName,
  string[],
][] {
  const one = (value: string | null) => (value === null ? [] : [value]);
  return [
    ['body', one(body)],
    ['year', one(date === null ? null : date.slice(0, 4))],
    ['kind', [kind]],
    ['type', one(type)],
    ['case', one(caseNumber)],
    ['outcome', outcomes],
    ['municipality', municipalities],
  ];
}
