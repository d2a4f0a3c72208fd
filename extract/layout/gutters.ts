import { median, type Piece, splitPiece } from './piece.ts';
import type { Row } from './rows.ts';

/** A strip of white from the top of a region to its bottom. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Cuts a piece that runs across gutters where one of its words begins just where the column beyond begins. */
export function cutAlong(row: Row, gutters: readonly Gutter[]): Row {
  return row.some((piece) => gutters.some((gutter) => runsAcross(piece, gutter)))
    ? row.flatMap((piece) => cutPiece(piece, gutters))
    : row;
}

const runsAcross = (piece: Piece, { left, right }: Gutter): boolean =>
  piece.left < left && piece.right > right;

export function cutPiece(piece: Piece, gutters: readonly Gutter[]): Piece[] {
  const next = gutters.findIndex((gutter) => runsAcross(piece, gutter));
  const gutter = gutters[next];
  if (gutter === undefined) return [piece];
  const at = piece.words.findIndex((word, index) => {
    const before = piece.words[index - 1];
    if (before === undefined || Math.abs(word.box[0] - gutter.right) > 0.3 * piece.size) return false;
    return word.box[0] - before.box[2] > 0.45 * piece.size;
  });
  if (at < 1) return cutPiece(piece, gutters.slice(next + 1));
  const [first, second] = splitPiece(piece, at);
  return [first, ...cutPiece(second, gutters.slice(next + 1))];
}

export function gapsOf(row: Row): Gutter[] {
  return row.slice(1).flatMap((piece, index) => {
    const before = row[index];
    return before === undefined ? [] : [{ left: before.right, right: piece.left }];
  });
}

/** What of a gutter stays white beside a row; nothing where the row runs across it. */
export function narrow(gutter: Gutter, row: Row): Gutter[] {
  let { left, right } = gutter;
  for (const piece of row) {
    if (piece.right <= left || piece.left >= right) continue;
    if (piece.left <= left && piece.right >= right) return [];
    if (piece.left <= left || piece.right - left < right - piece.left) left = Math.max(left, piece.right);
    else right = Math.min(right, piece.left);
  }
  const size = Math.max(...row.map((piece) => piece.size));
  return right - left >= 0.7 * size ? [{ left, right }] : [];
}

/** Pieces by the strips that they stand between, from left to right; columns with nothing in them are left out. */
export function share(rows: readonly Row[], gutters: readonly Gutter[]): Piece[][] {
  const columns: Piece[][] = [...gutters, null].map(() => []);
  for (const piece of rows.flat()) {
    const middle = (piece.left + piece.right) / 2;
    const index = gutters.findIndex((gutter) => middle < (gutter.left + gutter.right) / 2);
    columns[index === -1 ? gutters.length : index]?.push(piece);
  }
  return columns.filter((column) => column.length > 0);
}

/** Rows that must show it, at least, before a strip too narrow to see by itself parts columns. */
const SHOWN = 3;
/** So many font sizes are more than a blank, and less than a gap that shows by itself. */
const NARROW = 0.9;

/** A table's gutters and those narrower than a gap, beyond which words begin at one place in row after row. */
export function withNarrow(rows: readonly Row[], gutters: readonly Gutter[]): readonly Gutter[] {
  if (rows.length < SHOWN) return gutters;
  const before = new Map<number, string[]>();
  const words = rows.flatMap((row) => row.flatMap((piece) => piece.words));
  for (const row of rows) {
    let end = Number.POSITIVE_INFINITY;
    let last = '';
    for (const piece of row) {
      for (const word of piece.words) {
        const place = Math.round(word.box[0]);
        if (word.box[0] - end >= NARROW * piece.size) before.set(place, [...(before.get(place) ?? []), last]);
        end = word.box[2];
        last = `${place} ${piece.text.slice(word.start, word.end)}`;
      }
    }
  }
  const size = median(rows.flat().map((piece) => piece.size));
  const found = [...before].flatMap(([place, last]): Gutter[] => {
    const strip = { left: place - 0.45 * size, right: place - 0.6 };
    if (last.length < Math.max(SHOWN, 0.4 * rows.length)) return [];
    // "Klynge Nord", "Klynge Syd": behind a word that comes again all words begin at one place.
    if (new Set(last).size <= last.length / 2) return [];
    if (gutters.some((gutter) => Math.abs(gutter.right - place) < size)) return [];
    return words.some(({ box }) => box[0] < strip.right && box[2] > strip.left) ? [] : [strip];
  });
  return found.length === 0 ? gutters : [...gutters, ...found].sort((a, b) => a.left - b.left);
}
