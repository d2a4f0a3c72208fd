import { cutAlong, cutPiece, type Gutter, gapsOf, narrow, share, withNarrow } from './gutters.ts';
import { hasLeader } from './leader.ts';
import { bottomOf, median, type Piece, topOf } from './piece.ts';
import { areLists, isNear, isProse, readDown } from './read-down.ts';
import type { Row } from './rows.ts';

/** A part of a page in reading order: running text, or a table whose cells stand beside each other. */
export type Block = { readonly kind: 'text'; readonly pieces: readonly Piece[] } | TableBlock;
export interface TableBlock {
  readonly kind: 'table';
  /** Columns from left to right, each from top to bottom. */
  readonly columns: readonly (readonly Piece[])[];
}

/**
 * Puts rows into the order in which a person reads them. Where white strips part
 * a stretch of rows into columns, the question is whether the columns are read
 * one after the other (an article, a list of names in two columns) or across
 * (a table); `readDown` answers it.
 */
export function readingOrder(given: readonly Row[]): Block[] {
  // Rows are cut further where a column that others opened runs through a gap too small to see by itself.
  const rows = [...given];
  const blocks: Block[] = [];
  let text: Piece[] = [];
  const flush = (): void => {
    if (text.length > 0) blocks.push({ kind: 'text', pieces: text });
    text = [];
  };
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] ?? [];
    const region = row.length > 1 ? growRegion(rows, at) : null;
    if (region === null) {
      text.push(...(row.length > 1 ? [] : row));
      if (row.length > 1) {
        flush();
        blocks.push({ kind: 'table', columns: row.map((piece) => [piece]) });
      }
      at += 1;
      continue;
    }
    const columns = share(rows.slice(at, region.end), region.gutters);
    const down = readDown(columns);
    const end = down ? besideEnd(rows, region, columns) : tableEnd(rows, region);
    const gutters = down ? region.gutters : withNarrow(rows.slice(at, end), region.gutters);
    const above = down ? begunAbove(text, columns) : tightRows(text, rows[at] ?? [], gutters);
    text = text.slice(0, text.length - above.length);
    flush();
    const table = [...above, ...rows.slice(at, end).map((row) => cutAlong(row, gutters))];
    const beside = above.length === 0 ? columns : share([...above, ...rows.slice(at, region.end)], gutters);
    const kept = down ? withRest(beside, rows.slice(region.end, end)) : share(table, gutters);
    if (down) for (const column of kept) blocks.push({ kind: 'text', pieces: column });
    else blocks.push({ kind: 'table', columns: kept });
    at = end;
  }
  flush();
  return blocks;
}

/** Row after the last one of a letter that a note stands beside: it goes on under the note, in its own width. */
function besideEnd(
  rows: readonly Row[],
  { end, gutters }: Region,
  [first, second, ...others]: readonly (readonly Piece[])[],
): number {
  const [gutter] = gutters;
  if (first === undefined || second === undefined || others.length > 0 || gutter === undefined) return end;
  if (!isProse(first) || isProse(second)) return end;
  const left = Math.min(...first.map((piece) => piece.left));
  const size = median(first.map((piece) => piece.size));
  let at = end;
  for (; at < rows.length; at++) {
    const [piece, other] = rows[at] ?? [];
    if (piece === undefined || other !== undefined || piece.bold || piece.size > 1.15 * size) break;
    if (piece.left < left - 1 || piece.left > left + 4 * size) break;
    // Under the note the text may be as wide as the page: its sentence is read to its end.
    if (piece.right > gutter.right && !runsOn(rows[at - 1]?.[0], piece)) break;
    if (farBelow([piece], rows[at - 1] ?? [piece])) break;
  }
  return at;
}

const runsOn = (above: Piece | undefined, below: Piece): boolean =>
  above !== undefined && !/[.:!?]$/u.test(above.text) && /^\p{Ll}/u.test(below.text);

/** A note may begin level with no line of the text: what stands above its second line, in its column, is its first. */
function begunAbove(text: readonly Piece[], columns: readonly (readonly Piece[])[]): Row[] {
  const [first] = columns[1] ?? [];
  if (first === undefined || columns.length !== 2) return [];
  const near = text.slice(-3);
  const at = near.findIndex((piece) => Math.abs(piece.left - first.left) < 3 && isNear(first, piece));
  return at < 0 ? [] : near.slice(at).map((piece) => [piece]);
}

const withRest = ([first = [], ...others]: readonly Piece[][], rest: readonly Row[]): Piece[][] => [
  [...first, ...rest.flat()],
  ...others,
];

/** Row after a table's last one: lines under it that are a cell's, and stand in any column but the first, belong to it. */
function tableEnd(rows: readonly Row[], { lastShared, end, gutters }: Region): number {
  let at = lastShared + 1;
  const first = gutters[0]?.right ?? Number.POSITIVE_INFINITY;
  for (; at < end; at++) {
    const [piece] = rows[at] ?? [];
    const above = (rows[at - 1] ?? []).find(
      (other) => piece !== undefined && other.left < piece.right && piece.left < other.right,
    );
    if (piece === undefined || above === undefined || piece.left < first - 1 || !isNear(piece, above)) break;
  }
  return at;
}

interface Region {
  /** Row after the last one. */
  readonly end: number;
  /** Last row with something on both sides of a gutter. */
  readonly lastShared: number;
  readonly gutters: readonly Gutter[];
}

/** From the first row with a gap as far down as one of its gaps goes on. Null where only one row has it. */
function growRegion(rows: Row[], start: number): Region | null {
  let gutters = gapsOf(rows[start] ?? []);
  let shared = 1;
  let lastShared = start;
  let end = start + 1;
  for (; end < rows.length; end++) {
    const whole = rows[end] ?? [];
    const above = rows[end - 1] ?? [];
    const row = cutAlong(whole, gutters);
    // An entry of a list of contents is a whole line, be it so short that it would fit the first column.
    if (row.length === 1 && hasLeader(row[0]?.text ?? '')) break;
    if (farBelow(row, above) || beginsAnew(row, rows.slice(start, end), rows.slice(end + 1, end + 4))) break;
    const left = gutters.flatMap((gutter) => narrow(gutter, row));
    if (left.length === 0) break;
    // A row that closes well-established gutters spans columns or begins something new.
    if (left.length < gutters.length && row.length === 1 && shared > 1) break;
    gutters = left;
    rows[end] = row;
    if (row.length > 1) {
      shared += 1;
      lastShared = end;
    }
  }
  if (shared >= 2) return { end, lastShared, gutters };
  // One row beside each other is a table's row or a line with a wide gap, unless two lists begin there.
  const columns = share(rows.slice(start, end), gutters);
  return columns.length > 1 && areLists(columns) ? { end, lastShared, gutters } : null;
}

/** Rows right above a table whose cells stand so close together that they were taken for one line. */
function tightRows(text: readonly Piece[], first: Row, gutters: readonly Gutter[]): Row[] {
  const rows: Row[] = [];
  let below = first;
  for (const piece of text.toReversed()) {
    const row = cutPiece(piece, gutters);
    if (row.length <= gutters.length || farBelow(below, row)) break;
    rows.unshift(row);
    below = row;
  }
  return rows;
}

function farBelow(row: Row, above: Row): boolean {
  const size = Math.max(...row.map((piece) => piece.size), ...above.map((piece) => piece.size));
  return Math.min(...row.map(topOf)) - Math.max(...above.map(bottomOf)) > 3.2 * size;
}

/** A line by itself under a strip of white that runs across all columns: what follows is something else. */
function beginsAnew(row: Row, region: readonly Row[], following: readonly Row[]): boolean {
  const [piece, other] = row;
  if (piece === undefined || other !== undefined) return false;
  const above = region.slice(-6).flat();
  const white = topOf(piece) - Math.max(...above.map(bottomOf));
  if (piece.bold && !above.every((one) => one.bold)) return white > 0.35 * piece.size;
  return white > 0.9 * piece.size && !hasNeighbour(piece, following);
}

/** Whether something stands to the right of a line or of those that follow it closely: then it is a cell. */
function hasNeighbour(piece: Piece, following: readonly Row[]): boolean {
  let bottom = bottomOf(piece);
  for (const row of following) {
    if (Math.min(...row.map(topOf)) - bottom > 0.6 * piece.size) return false;
    if (row.some((other) => other.left > piece.right)) return true;
    bottom = Math.max(bottom, ...row.map(bottomOf));
  }
  return false;
}
