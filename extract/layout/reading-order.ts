import { hasLeader } from './leader.ts';
import { bottomOf, median, type Piece, splitPiece, topOf } from './piece.ts';
import type { Row } from './rows.ts';

/** A part of a page in reading order: running text, or a table whose cells stand beside each other. */
export type Block = { readonly kind: 'text'; readonly pieces: readonly Piece[] } | TableBlock;
export interface TableBlock {
  readonly kind: 'table';
  /** Columns from left to right, each from top to bottom. */
  readonly columns: readonly (readonly Piece[])[];
}

/** A strip of white from the top of a region to its bottom. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
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

/** Rows that must show it, at least, before a strip too narrow to see by itself parts columns. */
const SHOWN = 3;
/** So many font sizes are more than a blank, and less than a gap that shows by itself. */
const NARROW = 0.9;

/** A table's gutters and those narrower than a gap, beyond which words begin at one place in row after row. */
function withNarrow(rows: readonly Row[], gutters: readonly Gutter[]): readonly Gutter[] {
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

/** Cuts a piece that runs across gutters where one of its words begins just where the column beyond begins. */
export function cutAlong(row: Row, gutters: readonly Gutter[]): Row {
  return row.some((piece) => gutters.some((gutter) => runsAcross(piece, gutter)))
    ? row.flatMap((piece) => cutPiece(piece, gutters))
    : row;
}

const runsAcross = (piece: Piece, { left, right }: Gutter): boolean =>
  piece.left < left && piece.right > right;

function cutPiece(piece: Piece, gutters: readonly Gutter[]): Piece[] {
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

function gapsOf(row: Row): Gutter[] {
  return row.slice(1).flatMap((piece, index) => {
    const before = row[index];
    return before === undefined ? [] : [{ left: before.right, right: piece.left }];
  });
}

/** What of a gutter stays white beside a row; nothing where the row runs across it. */
function narrow(gutter: Gutter, row: Row): Gutter[] {
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

function share(rows: readonly Row[], gutters: readonly Gutter[]): Piece[][] {
  const columns: Piece[][] = [...gutters, null].map(() => []);
  for (const piece of rows.flat()) {
    const middle = (piece.left + piece.right) / 2;
    const index = gutters.findIndex((gutter) => middle < (gutter.left + gutter.right) / 2);
    columns[index === -1 ? gutters.length : index]?.push(piece);
  }
  return columns.filter((column) => column.length > 0);
}

/** Whether columns are read one after the other, and not across. */
function readDown(columns: readonly (readonly Piece[])[]): boolean {
  if (columns.length < 2) return true;
  const [first, second] = columns;
  if (first === undefined || second === undefined) return true;
  if (areLists(columns)) return true;
  const prose = columns.filter(isProse);
  if (prose.length === columns.length) return !startsTogether(columns);
  if (columns.length !== 2) return false;
  // An address or a note beside a letter is one tight block; labels beside their texts lie scattered.
  if (prose.length === 1) {
    const aside = prose[0] === first ? isTight(second) || isLetter(first) : isTight(first);
    return aside && !startsTogether(columns);
  }
  return false;
}

/** Lines that mostly fill their column, as written sentences do and cells do not. */
function isProse(column: readonly Piece[]): boolean {
  const width =
    Math.max(...column.map((piece) => piece.right)) - Math.min(...column.map((piece) => piece.left));
  const usual = median(column.map((piece) => piece.right - piece.left));
  const letters = median(column.map((piece) => piece.text.length));
  return column.length >= 4 && usual >= 0.7 * width && letters >= 22;
}

/** Whether paragraphs begin side by side in all columns, as the rows of a table do. */
function startsTogether(columns: readonly (readonly Piece[])[]): boolean {
  const starts = columns.map((column) => paragraphs(column).map((lines) => lines[0]?.baseline ?? 0));
  const fewest = starts.reduce((a, b) => (b.length < a.length ? b : a));
  if (fewest.length < 2) return false;
  const met = fewest.filter((y) => starts.every((others) => others.some((other) => Math.abs(other - y) < 3)));
  return met.length >= 0.7 * fewest.length;
}

/** So much running text that what stands to its right is a note beside it, were it in several blocks. */
function isLetter(column: readonly Piece[]): boolean {
  return column.length >= 8 && column.length >= 2 * paragraphs(column).length;
}

function isTight(column: readonly Piece[]): boolean {
  return column.length >= 3 && paragraphs(column).length === 1;
}

/** Lists of the same kind of thing, each entry complete in itself: "Anna Holm, Kildeby Kommune". */
function areLists(columns: readonly (readonly Piece[])[]): boolean {
  if (columns.flat().length < 3) return false;
  const commas = columns.map((column) => rate(column, /\p{L},\s\p{L}|\p{L} \(\p{L}/u));
  const words = columns.map((column) => median(column.map((piece) => piece.words.length)));
  if (Math.min(...commas) >= 0.6 && Math.max(...words) <= 2 * Math.min(...words)) return true;
  return arePeople(columns);
}

/** First name, perhaps others, family name, perhaps a party's letter. */
const NAME = /^(?:\p{Lu}[\p{L}.-]*\s+){1,3}\p{Lu}[\p{L}-]+(?:\s\(?\p{Lu}{1,2}\)?)?$/u;
const NO_NAME = /kommune|region|rådet|udvalg/iu;

/**
 * Names under those of their parties. A row of two names may well be one, of a member
 * and the one who stands in; so either there are three columns, or a heading of one
 * stands beside names in the other.
 */
function arePeople(columns: readonly (readonly Piece[])[]): boolean {
  const names = columns.map((column) =>
    column.filter((piece) => !piece.bold && NAME.test(piece.text) && !NO_NAME.test(piece.text)),
  );
  const all = columns.flat().length;
  const heads = columns.flat().filter((piece) => piece.bold);
  if (names.some((of) => of.length === 0) || names.flat().length + heads.length < 0.9 * all) return false;
  if (columns.length > 2) return names.flat().length >= 6;
  return heads.some((head) => names.flat().some((name) => Math.abs(name.baseline - head.baseline) < 3));
}

function rate(column: readonly Piece[], pattern: RegExp): number {
  return column.filter((piece) => pattern.test(piece.text)).length / column.length;
}

/** A line in a much larger size is another thing, however near it stands: a title under a running header. */
function isNear(piece: Piece, above: Piece): boolean {
  const [small, large] = [Math.min(piece.size, above.size), Math.max(piece.size, above.size)];
  return large <= 1.6 * small && piece.baseline - above.baseline <= 1.5 * large;
}

/** Lines of a column that follow each other at the usual distance. */
export function paragraphs(column: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let above: Piece | null = null;
  for (const piece of column) {
    const near = above !== null && isNear(piece, above);
    const group = groups.at(-1);
    if (near && group !== undefined) group.push(piece);
    else groups.push([piece]);
    above = piece;
  }
  return groups;
}
