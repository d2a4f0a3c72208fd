import type { Gutter } from './gutters.ts';
import { median, type Piece } from './piece.ts';
import type { Row } from './rows.ts';

/** Columns of equal width, from left to right. */
export interface ColumnPlaces {
  /** White strips between them. */
  readonly gutters: readonly Gutter[];
  /** Width of a column. */
  readonly width: number;
}

/** Words that begin at one place behind white, fewest that make it the beginning of a column. */
const ALIKE = { two: 2, more: 4 };
/** Newspapers set five words a line at least. */
const NARROWEST = 8;

/**
 * Where a page set in columns is parted: they are equally wide, so that three or four
 * begin at equal steps, and the strip between two lies about the middle. Null where
 * no place has words beginning behind white, as on most pages.
 */
export function findColumns(rows: readonly Row[]): ColumnPlaces | null {
  const pieces = rows.flat();
  // A page may hold more pieces than a call takes arguments.
  const left = pieces.reduce((least, piece) => Math.min(least, piece.left), Number.POSITIVE_INFINITY);
  const right = pieces.reduce((most, piece) => Math.max(most, piece.right), 0);
  const size = median(pieces.map((piece) => piece.size));
  const starts = startsBehindWhite(rows, left, size);
  if (starts.size === 0) return null;
  return equalSteps(starts, pieces, right, size) ?? aboutMiddle(starts, left, right, size);
}

/** How often words begin at each place behind white, or as a line's first. */
function startsBehindWhite(rows: readonly Row[], left: number, size: number): Map<number, number> {
  const starts = new Map<number, number>();
  let behind = 0;
  for (const row of rows) {
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of row) {
      for (const { box } of piece.words) {
        const [from] = box;
        if (from - end >= 0.7 * size) {
          const place = Math.round(from);
          starts.set(place, (starts.get(place) ?? 0) + 1);
          if (from > left + NARROWEST * size) behind += 1;
        }
        end = box[2];
      }
    }
  }
  return behind < ALIKE.two ? new Map() : starts;
}

function equalSteps(
  starts: ReadonlyMap<number, number>,
  pieces: readonly Piece[],
  right: number,
  size: number,
): ColumnPlaces | null {
  const near = (place: number): number =>
    [-1, 0, 1].reduce((sum, off) => sum + (starts.get(Math.round(place) + off) ?? 0), 0);
  const peaks = [...starts.keys()].filter((place) => near(place) >= ALIKE.more).sort((a, b) => a - b);
  if (peaks.length < 3) return null;
  for (const count of [4, 3]) {
    for (const first of peaks) {
      for (const second of peaks) {
        const step = second - first;
        const last = right - first - (count - 1) * step;
        if (step < NARROWEST * size || last < 0.5 * step || last > step - 0.5 * size) continue;
        const begins = Array.from({ length: count }, (_, index) => first + index * step);
        if (begins.some((place) => near(place) < ALIKE.more)) continue;
        const width = Math.max(last, widest(pieces, begins, step - 0.7 * size));
        const gutters = begins.slice(1).map((at) => ({ left: at - step + width, right: at - 1 }));
        if (width > 0.6 * step) return { gutters, width };
      }
    }
  }
  return null;
}

/** How far lines reach that begin with a column and end within it. */
function widest(pieces: readonly Piece[], begins: readonly number[], most: number): number {
  return pieces.reduce((width, piece) => {
    const begin = begins.find((at) => Math.abs(at - piece.left) < 2);
    const own = begin === undefined ? 0 : piece.right - begin;
    return own <= most ? Math.max(width, own) : width;
  }, 0);
}

/** The white strip about the middle of what is printed, beyond which words begin on several lines. */
function aboutMiddle(
  starts: ReadonlyMap<number, number>,
  left: number,
  end: number,
  size: number,
): ColumnPlaces | null {
  const half = (left + end) / 2;
  let best: [number, number] | null = null;
  for (const [place, count] of starts) {
    if (place < half + 0.35 * size || place > half + 2.5 * size) continue;
    if (best === null || count > best[1]) best = [place, count];
  }
  if (best === null || best[1] < ALIKE.two) return null;
  const [right] = best;
  const strip = 2 * (right - half);
  return { gutters: [{ left: right - strip, right: right - 0.5 }], width: right - strip - left };
}
