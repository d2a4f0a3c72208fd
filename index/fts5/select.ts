import type { Match, RecordFilters, Selection } from '../engine.ts';
import type { Columns } from './columns.ts';
import { phraseText, within } from './expression.ts';
import type { Postings } from './postings.ts';
import { inAll, inAny, type RowSet, without } from './row-set.ts';

/** The rows of a selection but for its filters; with a field, those that have it all there. */
export function selectRows(
  { match, phrases, without: unwanted }: Pick<Selection, 'match' | 'phrases' | 'without'>,
  postings: Postings,
  { live, last }: Columns,
  field?: 'title' | 'decision',
): RowSet {
  const find = (terms: readonly string[]) => postings.rows(within(field, phraseText(terms)), last);
  const matching = (one: Match): RowSet => {
    if (one.kind === 'term') return find([one.term]);
    const parts = one.of.map(matching);
    return one.kind === 'all' ? inAll(parts) : inAny(parts);
  };
  const wanted = inAll([live, ...(match ? [matching(match)] : []), ...phrases.map(find)]);
  return unwanted.reduce((rows, terms) => without(rows, find(terms)), wanted);
}

/** A test for one row; null where nothing is filtered by. */
export function filterOf(filters: RecordFilters, columns: Columns): ((row: number) => boolean) | null {
  const tests: ((row: number) => boolean)[] = [];
  const single = {
    body: filters.body === undefined ? undefined : [filters.body],
    kind: filters.kind === undefined ? undefined : [filters.kind],
    type: filters.type === undefined ? undefined : [filters.type],
    case: filters.cases,
  } as const;
  for (const facet of ['body', 'kind', 'type', 'case'] as const) {
    const wanted = single[facet];
    if (wanted === undefined) continue;
    const numbers = wanted
      .map((value) => columns.values[facet].find(value))
      .filter((number) => number !== null);
    const [first, ...more] = numbers;
    tests.push((row) => {
      const number = columns.single[facet][row] ?? 0;
      return number === first || (more.length > 0 && more.includes(number));
    });
  }
  const many = { outcome: filters.outcome, municipality: filters.municipality } as const;
  for (const facet of ['outcome', 'municipality'] as const) {
    const wanted = many[facet];
    if (wanted === undefined) continue;
    const number = columns.values[facet].find(wanted);
    const { from, values } = columns.many[facet];
    tests.push((row) => number !== null && values.slice(from[row] ?? 0, from[row + 1] ?? 0).includes(number));
  }
  const [from, to] = datesOf(filters);
  if (from > 0 || to < LAST_DATE) {
    tests.push((row) => {
      const date = columns.date[row] ?? 0;
      return date !== 0 && date >= from && date <= to;
    });
  }
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

const LAST_DATE = 99_999_999;

function datesOf({ year, from, to }: RecordFilters): [number, number] {
  const number = (date: string) => Number(date.replaceAll('-', ''));
  const first = Math.max(year === undefined ? 0 : year * 10_000, from === undefined ? 0 : number(from));
  const last = Math.min(
    year === undefined ? LAST_DATE : year * 10_000 + 9_999,
    to === undefined ? LAST_DATE : number(to),
  );
  return [first, last];
}
