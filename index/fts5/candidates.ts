import type { DatabaseSync } from 'node:sqlite';
import type { FindRequest } from '../engine.ts';
import type { Columns } from './columns.ts';
import { expressionOf, phraseText } from './expression.ts';
import { selectRows } from './rows.ts';

/** Up to here FTS5 weighs every row by bm25; beyond, that would take longer than a reader waits. */
const WEIGHED_ROWS = 4_000;
/** Of each field's rows, where there are too many to weigh. */
const NEWEST_OF_FIELD = 100;

interface Wanted extends FindRequest {
  /** All rows of the selection, ascending. */
  readonly rows: Uint32Array;
}

/**
 * The rows to hand over: all rows of as many groups as were asked for. Sorted
 * by date they are exactly the first ones; by relevance all there are, where
 * they are few, else the likeliest.
 */
export function candidateRows(db: DatabaseSync, columns: Columns, wanted: Wanted): Uint32Array {
  const { rows, sort, limit } = wanted;
  if (sort === 'relevance') {
    if (rows.length <= limit) return rows;
    return withTheirGroups(likeliest(db, columns, wanted), rows, columns, limit);
  }
  return withTheirGroups(byDate(rows, columns, sort), rows, columns, limit);
}

function likeliest(db: DatabaseSync, columns: Columns, { rows, selection, terms }: Wanted): Uint32Array {
  const expression = expressionOf(selection);
  if (expression === null || terms.length === 0) return byDate(rows, columns, 'newest');
  const wanted = new Uint8Array(columns.last + 1);
  for (const row of rows) wanted[row] = 1;
  if (rows.length <= WEIGHED_ROWS) {
    const weighed = db.prepare(
      'SELECT rowid FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, 12, 6, 2, 1, 2)',
    );
    const order = weighed.all(expression).map(({ rowid }) => Number(rowid));
    return Uint32Array.from(order.filter((row) => wanted[row] === 1));
  }
  const likely: number[] = [];
  for (const field of likelyFields(expression, terms)) {
    const found = selectRows(db, field).filter((row) => wanted[row] === 1);
    likely.push(...newest(found, columns));
  }
  likely.push(...newest(rows, columns));
  return Uint32Array.from(new Set(likely));
}

/** Where a record is likely to be about what was asked: its title, words side by side, its decision. */
function likelyFields(expression: string, terms: readonly string[]): string[] {
  const near =
    terms.length > 1
      ? [`(${expression}) AND NEAR(${terms.map((term) => phraseText([term])).join(' ')}, 6)`]
      : [];
  return [`{title} : (${expression})`, ...near, `{decision} : (${expression})`];
}

/** The newest rows, newest first: only those of the last days are put in order, not all. */
function newest(rows: Uint32Array, columns: Columns): Uint32Array {
  if (rows.length <= NEWEST_OF_FIELD) return byDate(rows, columns, 'newest');
  const ofDay = new Uint32Array(NO_DAY);
  for (const row of rows) {
    const day = dayNumber(columns.date[row] ?? 0);
    ofDay[day] = (ofDay[day] ?? 0) + 1;
  }
  let first = NO_DAY;
  for (let count = 0; first > 0 && count < NEWEST_OF_FIELD; ) count += ofDay[--first] ?? 0;
  const recent = rows.filter((row) => dayNumber(columns.date[row] ?? 0) >= first);
  return byDate(recent, columns, 'newest').subarray(0, NEWEST_OF_FIELD);
}

/** Rows by date, those without one last; of one date by row. */
function byDate(rows: Uint32Array, columns: Columns, sort: 'newest' | 'oldest'): Uint32Array {
  const keys = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const day = dayNumber(columns.date[row] ?? 0);
    keys[index] = (sort === 'newest' || day === 0 ? NO_DAY - day : day) * ROWS + row;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % ROWS);
}

/** Row numbers lie below this; a day times this is still a whole number that a double holds. */
const ROWS = 2 ** 32;
const NO_DAY = 2 ** 18;

/** 20240619 as a number below 2^18 in the same order; 0 for none. */
function dayNumber(date: number): number {
  if (date === 0) return 0;
  const year = Math.floor(date / 10_000);
  return (year - 1_900) * 512 + (Math.floor(date / 100) % 100) * 32 + (date % 100);
}

/** The first `limit` groups in the order given, each with all its rows of the selection. */
function withTheirGroups(
  ordered: Uint32Array,
  all: Uint32Array,
  columns: Columns,
  limit: number,
): Uint32Array {
  const places = new Map<number, number[]>();
  for (const row of ordered) {
    const group = columns.group[row] ?? 0;
    if (!places.has(group)) {
      if (places.size === limit) break;
      places.set(group, []);
    }
  }
  for (const row of all) places.get(columns.group[row] ?? 0)?.push(row);
  return Uint32Array.from([...places.values()].flat());
}
