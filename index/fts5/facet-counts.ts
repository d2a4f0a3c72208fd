import type { FacetCount, FacetName } from '../../core/search-index.ts';
import { facetOrder } from '../facet-order.ts';
import type { Columns } from './columns.ts';
import { type Dictionary, FACETS } from './dictionary.ts';

/**
 * Counts, for each value of each facet, the groups that have a row of it among
 * those given. A group is counted once for a value by remembering the last
 * group that was counted for it, as a group's rows nearly always stand
 * together; for the few that do not, by a set.
 * @param rows in ascending order.
 */
export function countFacets(rows: Uint32Array, columns: Columns): Record<FacetName, FacetCount[]> {
  const { single, many, values } = columns;
  const years = new Counter(columns, 200);
  const singles = FACETS.single.map((facet) => ({
    of: single[facet],
    counter: new Counter(columns, values[facet].size),
  }));
  const manys = FACETS.many.map((facet) => ({
    of: many[facet],
    counter: new Counter(columns, values[facet].size),
  }));
  for (const row of rows) {
    const group = columns.group[row] ?? 0;
    const year = Math.floor((columns.date[row] ?? 0) / 10_000);
    if (year > FIRST_YEAR) years.count(year - FIRST_YEAR, group);
    for (const { of, counter } of singles) {
      const value = of[row] ?? 0;
      if (value !== 0) counter.count(value, group);
    }
    for (const { of, counter } of manys) {
      const end = of.from[row + 1] ?? 0;
      for (let at = of.from[row] ?? 0; at < end; at++) counter.count(of.values[at] ?? 0, group);
    }
  }
  const [body, kind, type, caseNumber] = singles.map(({ counter }) => counter);
  const [outcome, municipality] = manys.map(({ counter }) => counter);
  return {
    body: listed('body', body, values.body),
    year: years.listed((number) => String(number + FIRST_YEAR)).sort(facetOrder('year')),
    kind: listed('kind', kind, values.kind),
    type: listed('type', type, values.type),
    outcome: listed('outcome', outcome, values.outcome),
    municipality: listed('municipality', municipality, values.municipality),
    case: listed('case', caseNumber, values.case),
  };
}

const FIRST_YEAR = 1_900;

class Counter {
  readonly #columns: Columns;
  readonly #counts: Uint32Array;
  readonly #lastGroup: Uint32Array;
  readonly #scattered = new Set<number>();
  readonly #values: number;

  constructor(columns: Columns, values: number) {
    this.#columns = columns;
    this.#values = values + 1;
    this.#counts = new Uint32Array(values + 1);
    this.#lastGroup = new Uint32Array(values + 1);
  }

  count(value: number, group: number): void {
    if (this.#lastGroup[value] === group) return;
    this.#lastGroup[value] = group;
    if (this.#columns.scattered[group] === 1) {
      const key = group * this.#values + value;
      if (this.#scattered.has(key)) return;
      this.#scattered.add(key);
    }
    this.#counts[value] = (this.#counts[value] ?? 0) + 1;
  }

  listed(name: (value: number) => string): FacetCount[] {
    const found: FacetCount[] = [];
    for (const [value, count] of this.#counts.entries())
      if (count > 0) found.push({ value: name(value), count });
    return found;
  }
}

function listed(facet: FacetName, counter: Counter | undefined, dictionary: Dictionary): FacetCount[] {
  return (counter?.listed((value) => dictionary.stringOf(value)) ?? []).sort(facetOrder(facet));
}
