import { type ColumnPlaces, findColumns } from './column-places.ts';
import { cutAlong } from './gutters.ts';
import { bottomOf, joinPieces, median, type Piece, topOf } from './piece.ts';
import { paragraphs } from './read-down.ts';
import type { Row } from './rows.ts';

/** A stretch of a page across its whole width, or columns of running text beside each other. */
export type PagePart =
  | { readonly rows: readonly Row[] }
  | { readonly columns: readonly (readonly Piece[])[] };

/** So many lines that fill a column and end at it say that a page is set in two columns; more take more. */
const FILLED_LINES = 4;

/**
 * Parts a page where text is set in columns of equal width, as in newsletters: a line
 * across them or a title in larger print over them ends a set of columns, and what
 * follows begins another. Tables and lists in such columns are left to `readingOrder`.
 */
export function cutAtColumns(given: readonly Row[]): PagePart[] {
  const places = findColumns(given);
  if (places === null) return [{ rows: given }];
  const rows = given.map((row) => cutAlong(row, places.gutters));
  const size = median(rows.flatMap((row) => row.map((piece) => piece.size)));
  const filled = rows.flatMap((row) => row.filter((piece) => fills(piece, places))).length;
  const settled = filled >= FILLED_LINES * places.gutters.length;
  const parts: PagePart[] = [];
  let from = 0;
  for (let at = 0; at < rows.length; ) {
    const end = columnsEnd(rows, at, places, size);
    const columns = end > at ? share(rows.slice(at, end), places) : null;
    if (columns === null || !areText(columns, places, settled)) {
      at = Math.max(end, at + 1);
      continue;
    }
    if (at > from) parts.push({ rows: given.slice(from, at) });
    parts.push({ columns });
    from = end;
    at = end;
  }
  if (from < given.length) parts.push({ rows: given.slice(from) });
  return parts;
}

/** Number of the column in which something begins. */
const columnOf = (piece: Piece, { gutters }: ColumnPlaces): number =>
  gutters.filter((gutter) => piece.left >= gutter.right - 1).length;

/** Row after the last one of the columns that begin at row `at`; `at` where none do. */
function columnsEnd(rows: readonly Row[], at: number, places: ColumnPlaces, size: number): number {
  const begins = (piece: Piece): boolean => {
    const gutter = places.gutters[columnOf(piece, places) - 1];
    return gutter !== undefined && piece.left < gutter.right + 2;
  };
  if (!(rows[at] ?? []).some(begins)) return at;
  let end = at;
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    const above = end > at ? Math.max(...(rows[end - 1] ?? []).map(bottomOf)) : Number.POSITIVE_INFINITY;
    if (row.length === 0 || row.some((piece) => runsAcross(piece, places, size))) break;
    if (byColumn(row, places).some((own) => own.length > 1 && !isJustified(own, places))) break;
    if (row.every((piece) => piece.size < 0.9 * size) || isTitle(rows, end, size)) break;
    if (Math.min(...row.map(topOf)) - above > 2.5 * size) break;
  }
  return end;
}

function runsAcross(piece: Piece, places: ColumnPlaces, size: number): boolean {
  const gutter = places.gutters[columnOf(piece, places)];
  return gutter !== undefined && piece.right > gutter.left + 0.5 * size;
}

/** In larger print and with nothing beside it: what a column goes on beside is a title within the other. */
function isTitle(rows: readonly Row[], at: number, size: number): boolean {
  const row = rows[at] ?? [];
  if (row.some((piece) => piece.size <= 1.15 * size)) return false;
  const [top, bottom] = [Math.min(...row.map(topOf)), Math.max(...row.map(bottomOf))];
  const beside = [...(rows[at - 1] ?? []), ...(rows[at + 1] ?? [])];
  return !beside.some((piece) => bottomOf(piece) > top + 1 && topOf(piece) < bottom - 1);
}

function byColumn(row: Row, places: ColumnPlaces): Piece[][] {
  return [...Map.groupBy(row, (piece) => columnOf(piece, places)).values()];
}

/** Words that were set so wide apart to fill their line that they were taken for cells. */
function isJustified(own: readonly Piece[], places: ColumnPlaces): boolean {
  const last = own.at(-1);
  return last !== undefined && places.gutters.length > 1 && reachesEnd(last, places);
}

function share(rows: readonly Row[], places: ColumnPlaces): Piece[][] | null {
  const columns: Piece[][] = [...places.gutters, null].map(() => []);
  for (const own of rows.flatMap((row) => byColumn(row, places))) {
    const [first] = own;
    if (first !== undefined) columns[columnOf(first, places)]?.push(asOne(first, own));
  }
  return columns.filter((column) => column.length > 0).length < 2 || columns[0]?.length === 0
    ? null
    : columns.filter((column) => column.length > 0);
}

function asOne(first: Piece, own: readonly Piece[]): Piece {
  if (own.length === 1) return first;
  return { ...first, ...joinPieces(own, ' '), right: Math.max(...own.map((piece) => piece.right)) };
}

/** A column's lines end at its right edge, or up to a tenth of its width before. */
function reachesEnd(piece: Piece, places: ColumnPlaces): boolean {
  const column = columnOf(piece, places);
  const [gutter, before] = [places.gutters[column], places.gutters[column - 1]];
  const end = gutter?.left ?? (before === undefined ? piece.right : before.right + 1 + places.width);
  return piece.right <= end + 2 && piece.right > end - 0.1 * places.width;
}

function fills(piece: Piece, places: ColumnPlaces): boolean {
  // Of two columns the first alone counts: what ends with the page may be a cell.
  if (columnOf(piece, places) === places.gutters.length && places.gutters.length === 1) return false;
  return reachesEnd(piece, places) && piece.text.length >= (places.gutters.length === 1 ? 25 : 15);
}

/** Running text under headings of its own, and not cells that stand beside each other. */
function areText(columns: readonly (readonly Piece[])[], places: ColumnPlaces, settled: boolean): boolean {
  // Lists of people have none.
  if (!columns.some((column) => column.some((piece) => SENTENCE_END.test(piece.text)))) return false;
  const starts = columns.map(startsOf);
  const pairs = starts.slice(1).map((right, index) => ({ left: starts[index] ?? [], right }));
  const level = pairs.filter(
    ({ left, right }) => beginLevel(left, right) && !(settled && hasOwnHeading(right, left)),
  );
  if (level.length > 0 && level.length >= pairs.length / 2) return false;
  if (places.gutters.length > 1) return settled && (goOn(columns) || !areHeaded(columns));
  if (settled) return true;
  const headed = columns.every(([head, next]) => head?.bold === true && next?.bold === false);
  const single = starts.every((own) => own.length === 1);
  return headed && (single || columns.every((column) => column.some((piece) => isLong(piece, places))));
}

/** A sentence runs on from the foot of one column to the top of the next. */
function goOn(columns: readonly (readonly Piece[])[]): boolean {
  return columns.slice(1).some((column, index) => {
    const last = columns[index]?.at(-1)?.text ?? '.';
    return !/[.:!?]$/u.test(last) && /^\p{Ll}/u.test(column[0]?.text ?? '');
  });
}

/** Each under a heading of its own, side by side: so are the columns of a table. */
function areHeaded(columns: readonly (readonly Piece[])[]): boolean {
  const first = columns[0]?.[0];
  return first !== undefined && columns.every(([head]) => head?.bold === true && isLevel(head, first));
}

function startsOf(column: readonly Piece[]): Piece[] {
  return paragraphs(column).flatMap((lines) => lines[0] ?? []);
}

const isLevel = (one: Piece, other: Piece): boolean => Math.abs(one.baseline - other.baseline) < 3;

/** The rows of a table begin level with each other, one after the other. */
function beginLevel(left: readonly Piece[], right: readonly Piece[]): boolean {
  const level = left.filter((one) => right.some((other) => isLevel(one, other))).length;
  const fewest = Math.min(left.length, right.length);
  if (fewest === 2) return left.length === right.length && level === 2;
  return fewest > 2 && level >= 0.7 * fewest;
}

/** A heading in the second column, beside text in the first: no row of a table is set so. */
function hasOwnHeading(right: readonly Piece[], left: readonly Piece[]): boolean {
  return right.slice(1).some((one) => one.bold && !left.some((other) => other.bold && isLevel(one, other)));
}

function isLong(piece: Piece, { width }: ColumnPlaces): boolean {
  return piece.right - piece.left > 0.75 * width;
}

const SENTENCE_END = /\p{Ll}[.!?]$/u;
