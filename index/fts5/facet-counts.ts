import type { FacetCount, FacetName } from '../../core/search-index.ts';
import { listFacet, MOST_VALUES } from '../facet-order.ts';
import type { Columns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';

/**
 * Counts, for each value of each facet, the groups that have a row of it among
 * those given. A group is counted once for a value by remembering the last
 * group that was counted for it, as a group's rows nearly always stand
 * together; for the few that do not, by a set.
 * @param rows in ascending order.
 */
export function countFacets(rows: Uint32Array, columns: Columns): Record<FacetName, FacetCount[]> {
  const { single, many, values } = columns;
  const groups = rows.map((row) => columns.group[row] ?? 0);
  const ofSingle = (facet: FacetName, column: Uint32Array, dictionary: Dictionary): FacetCount[] => {
    const counter = new Counter(columns, dictionary.size);
    for (let at = 0; at < rows.length; at++) counter.count(column[rows[at] ?? 0] ?? 0, groups[at] ?? 0);
    return listFacet(
      facet,
      counter.commonest((value) => dictionary.stringOf(value)),
    );
  };
  const ofMany = (facet: 'outcome' | 'municipality'): FacetCount[] => {
    const { from, values: numbers } = many[facet];
    const counter = new Counter(columns, values[facet].size);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const end = from[row + 1] ?? 0;
      for (let place = from[row] ?? 0; place < end; place++)
        counter.count(numbers[place] ?? 0, groups[at] ?? 0);
    }
    return listFacet(
      facet,
      counter.commonest((value) => values[facet].stringOf(value)),
    );
  };
  return {
    body: ofSingle('body', single.body, values.body),
    year: ofSingle('year', single.year, values.year),
    kind: ofSingle('kind', single.kind, values.kind),
    type: ofSingle('type', single.type, values.type),
    outcome: ofMany('outcome'),
    municipality: ofMany('municipality'),
    case: ofSingle('case', single.case, values.case),
  };
}

/** How many groups the rows belong to. */
export function countGroups(rows: Uint32Array, columns: Columns): number {
  const seen = new Uint8Array(columns.groups.size + 1);
  let count = 0;
  for (const row of rows) {
    const group = columns.group[row] ?? 0;
    if (seen[group] === 0) {
      seen[group] = 1;
      count++;
    }
  }
  return count;
}

/** Counts groups by value; value 0 stands for none. */
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
    if (value === 0 || this.#lastGroup[value] === group) return;
    this.#lastGroup[value] = group;
    if (this.#columns.scattered[group] === 1) {
      const key = group * this.#values + value;
      if (this.#scattered.has(key)) return;
      this.#scattered.add(key);
    }
    this.#counts[value] = (this.#counts[value] ?? 0) + 1;
  }

  /** As many values as are listed, and those as common as the last of them. */
  commonest(name: (value: number) => string): FacetCount[] {
    const least = this.#leastListed();
    const found: FacetCount[] = [];
    for (const [value, count] of this.#counts.entries()) {
      if (count >= least) found.push({ value: name(value), count });
    }
    return found;
  }

  /** The count that as many values reach as are listed; at least 1. */
  #leastListed(): number {
    const most = this.#counts.reduce((max, count) => Math.max(max, count), 0);
    const values = new Uint32Array(most + 1);
    for (const count of this.#counts) values[count] = (values[count] ?? 0) + 1;
    let least = most;
    for (let listed = values[least] ?? 0; least > 1 && listed < MOST_VALUES; ) listed += values[--least] ?? 0;
    return Math.max(1, least);
  }
}
