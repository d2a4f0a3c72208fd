import { bottomOf, median, type Piece, topOf } from './piece.ts';
import { cutAlong, paragraphs } from './reading-order.ts';
import type { Row } from './rows.ts';

/** A stretch of a page across its whole width, or two columns of running text beside each other. */
export type PagePart = { readonly rows: readonly Row[] } | { readonly columns: readonly [Piece[], Piece[]] };

/** Where a page set in two columns is parted: text columns are equally wide, so the strip lies about the middle. */
interface Middle {
  readonly left: number;
  readonly right: number;
  /** Width of a column. */
  readonly width: number;
}

/** So many lines that fill a column and end at it say that a page is set in columns. */
const FILLED_LINES = 4;

/**
 * Parts a page where text is set in two columns of equal width, as in newsletters:
 * a line across the page or a title in larger print ends a pair of columns, and what
 * follows begins another. Tables and lists in such columns are left to `readingOrder`.
 */
export function cutAtColumns(given: readonly Row[]): PagePart[] {
  const middle = findMiddle(given);
  if (middle === null) return [{ rows: given }];
  const rows = given.map((row) => cutAlong(row, [middle]));
  const size = median(rows.flatMap((row) => row.map((piece) => piece.size)));
  const settled = rows.flatMap((row) => row.filter((piece) => fills(piece, middle))).length >= FILLED_LINES;
  const parts: PagePart[] = [];
  let from = 0;
  for (let at = 0; at < rows.length; ) {
    const end = columnsEnd(rows, at, middle, size);
    const columns = end > at ? share(rows.slice(at, end), middle) : null;
    if (columns === null || !areText(columns, middle, settled)) {
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

/** The white strip about the middle of what is printed, beyond which words begin on several lines. */
function findMiddle(rows: readonly Row[]): Middle | null {
  const pieces = rows.flat();
  // A page may hold more pieces than a call takes arguments.
  const left = pieces.reduce((least, piece) => Math.min(least, piece.left), Number.POSITIVE_INFINITY);
  const end = pieces.reduce((most, piece) => Math.max(most, piece.right), 0);
  const size = median(pieces.map((piece) => piece.size));
  const half = (left + end) / 2;
  const starts = new Map<number, number>();
  for (const row of rows) {
    const words = row.flatMap((piece) => piece.words);
    for (const [i, { box }] of words.entries()) {
      const before = words[i - 1]?.box[2] ?? left;
      if (box[0] < half + 0.35 * size || box[0] > half + 2.5 * size || box[0] - before < 0.7 * size) continue;
      starts.set(Math.round(box[0]), (starts.get(Math.round(box[0])) ?? 0) + 1);
    }
  }
  const [best] = [...starts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 2) return null;
  const [right] = best;
  const strip = 2 * (right - half);
  return { left: right - strip, right: right - 0.5, width: right - strip - left };
}

/** Row after the last of the columns that begin at row `at`; `at` where none do. */
function columnsEnd(rows: readonly Row[], at: number, middle: Middle, size: number): number {
  const isBeyond = (piece: Piece): boolean => piece.left >= middle.right - 1;
  if (!(rows[at] ?? []).some((piece) => isBeyond(piece) && piece.left < middle.right + 2)) return at;
  let end = at;
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    const above = end > at ? Math.max(...(rows[end - 1] ?? []).map(bottomOf)) : Number.POSITIVE_INFINITY;
    const [first] = row;
    if (
      first === undefined ||
      row.some((piece) => !isBeyond(piece) && piece.right > middle.left + 0.5 * size)
    )
      break;
    // More than two pieces are cells.
    if (row.length > 2 || (row.length === 2 && !row.some(isBeyond))) break;
    if (
      first.size > 1.15 * size ||
      first.size < 0.9 * size ||
      Math.min(...row.map(topOf)) - above > 2.5 * size
    )
      break;
  }
  return end;
}

function share(rows: readonly Row[], middle: Middle): [Piece[], Piece[]] | null {
  const pieces = rows.flat();
  const first = pieces.filter((piece) => piece.left < middle.right - 1);
  const second = pieces.filter((piece) => piece.left >= middle.right - 1);
  return first.length === 0 || second.length === 0 ? null : [first, second];
}

function fills(piece: Piece, { left, width }: Middle): boolean {
  return piece.right <= left + 2 && piece.right > left - 0.1 * width && piece.text.length >= 25;
}

/** Running text under headings of its own, and not cells that stand beside each other. */
function areText(columns: readonly [Piece[], Piece[]], middle: Middle, settled: boolean): boolean {
  // Lists of people have none.
  if (!columns.some((column) => column.some((piece) => SENTENCE_END.test(piece.text)))) return false;
  const [left, right] = [startsOf(columns[0]), startsOf(columns[1])];
  if (beginLevel(left, right) && !(settled && hasOwnHeading(right, left))) return false;
  if (settled) return true;
  const headed = columns.every(([head, next]) => head?.bold === true && next?.bold === false);
  const single = left.length === 1 && right.length === 1;
  return headed && (single || columns.every((column) => column.some((piece) => isLong(piece, middle))));
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

function isLong(piece: Piece, { width }: Middle): boolean {
  return piece.right - piece.left > 0.75 * width;
}

const SENTENCE_END = /\p{Ll}[.!?]$/u;
