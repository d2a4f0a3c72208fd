import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type FindRequest, type Match, mostOfGroup } from '../engine.ts';
import type { Columns } from './columns.ts';
import { anyText, nearText, phraseText } from './expression.ts';
import type { Postings } from './postings.ts';
import { hasRow, inAll, type RowSet, rowsIn, setOf, sizeOf } from './row-set.ts';
import { selectRows } from './select.ts';

/** Up to so many rows are weighed by bm25; beyond, that would take longer than a reader waits. */
const WEIGHED_ROWS = 4_000;
/** A word that more rows have is no help in weighing, and bm25 would read all of them. */
const TELLING_ROWS = 10_000;
/** Of each field's rows, where there are too many to weigh. */
const NEWEST_OF_FIELD = 100;
const NEAR_WORDS = 6;
/** So few rows are all handed over, whatever was asked for, and need no order. */
const FEW_ROWS = 100;

interface Wanted extends FindRequest {
  /** All rows of the selection, ascending. */
  readonly rows: Uint32Array;
}

/** Which of the rows found are handed over, to be put in order by what they hold. */
export class Candidates {
  readonly #columns: Columns;
  readonly #postings: Postings;
  readonly #weigh: StatementSync;

  constructor(db: DatabaseSync, columns: Columns, postings: Postings) {
    this.#columns = columns;
    this.#postings = postings;
    this.#weigh = db.prepare(
      'SELECT rowid FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, 12, 6, 2, 1, 2)',
    );
  }

  /**
   * Rows of as many groups as were asked for, of each group the first few. Sorted
   * by date the groups are exactly the first ones; by relevance all there are,
   * where they are few, else the likeliest.
   */
  rows(wanted: Wanted): Uint32Array {
    const { rows, sort, limit } = wanted;
    const groups = new Set<number>();
    const ordered =
      sort !== 'relevance'
        ? [byDate(rows, this.#columns, sort)]
        : rows.length <= FEW_ROWS
          ? [rows]
          : this.#likeliest(wanted);
    for (const some of ordered) {
      for (const row of some) {
        if (groups.size === limit) break;
        groups.add(this.#columns.group[row] ?? 0);
      }
      if (groups.size === limit) break;
    }
    return this.#rowsOf(groups, rows);
  }

  /** Lists of rows, the likeliest first; each is made only when those before it were too few. */
  *#likeliest({ rows, selection, terms }: Wanted): Generator<Uint32Array> {
    const { last } = this.#columns;
    if (selection.match !== null || selection.phrases.length > 0) {
      const wanted = setOf(rows, last);
      const telling = rows.length > WEIGHED_ROWS ? [] : this.#telling(selection.match);
      if (telling.length > 0) {
        const weighed = this.#weigh.all(anyText(telling)).map(({ rowid }) => Number(rowid));
        yield Uint32Array.from(weighed.filter((row) => hasRow(wanted, row)));
      }
      // Where a record is likely to be about what was asked: its title, words near together, its decision.
      const newestOf = (field: RowSet) =>
        byDate(rowsIn(inAll([wanted, field])), this.#columns, 'newest').subarray(0, NEWEST_OF_FIELD);
      yield newestOf(selectRows(selection, this.#postings, this.#columns, 'title'));
      if (terms.length > 1) yield newestOf(this.#postings.rows(nearText(terms, NEAR_WORDS), last));
      yield newestOf(selectRows(selection, this.#postings, this.#columns, 'decision'));
    }
    yield byDate(rows, this.#columns, 'newest');
  }

  /** The words of a query that are rare enough to tell records apart. */
  #telling(match: Match | null): string[] {
    const { last } = this.#columns;
    const isTelling = (term: string) => sizeOf(this.#postings.rows(phraseText([term]), last)) <= TELLING_ROWS;
    return [...new Set(match ? termsIn(match) : [])].filter(isTelling);
  }

  /** Group by group its rows, in the order of the groups. */
  #rowsOf(groups: ReadonlySet<number>, rows: Uint32Array): Uint32Array {
    const most = mostOfGroup(groups.size);
    const places = new Uint32Array(this.#columns.groups.size + 1);
    const lists: number[][] = [...groups].map(() => []);
    for (const [place, group] of [...groups].entries()) places[group] = place + 1;
    for (const row of rows) {
      const place = places[this.#columns.group[row] ?? 0] ?? 0;
      const list = place === 0 ? undefined : lists[place - 1];
      if (list && list.length < most) list.push(row);
    }
    return Uint32Array.from(lists.flat());
  }
}

function termsIn(match: Match): string[] {
  return match.kind === 'term' ? [match.term] : match.of.flatMap(termsIn);
}

/** Rows by date, those without one last; of one date by row. Sorted by counting, as days are few. */
function byDate(rows: Uint32Array, columns: Columns, sort: 'newest' | 'oldest'): Uint32Array {
  let first = NO_DAY;
  let last = 0;
  const days = new Uint32Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const day = dayNumber(columns.date[row] ?? 0);
    days[at] = day;
    if (day === 0) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const placeOf = (day: number) =>
    day === 0 ? Math.max(0, last - first) + 1 : sort === 'newest' ? last - day : day - first;
  const starts = new Uint32Array(placeOf(0) + 2);
  for (const day of days) starts[placeOf(day) + 1] = (starts[placeOf(day) + 1] ?? 0) + 1;
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const ordered = new Uint32Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const place = placeOf(days[at] ?? 0);
    const next = starts[place] ?? 0;
    ordered[next] = row;
    starts[place] = next + 1;
  }
  return ordered;
}

const NO_DAY = 2 ** 18;

/** 20240619 as a number below 2^18 in the same order; 0 for none. */
function dayNumber(date: number): number {
  if (date === 0) return 0;
  const year = Math.floor(date / 10_000);
  return (year - 1_900) * 512 + (Math.floor(date / 100) % 100) * 32 + (date % 100);
}
