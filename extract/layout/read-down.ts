import { median, type Piece } from './piece.ts';

/** Whether columns are read one after the other, and not across. */
export function readDown(columns: readonly (readonly Piece[])[]): boolean {
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
export function isProse(column: readonly Piece[]): boolean {
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
export function areLists(columns: readonly (readonly Piece[])[]): boolean {
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
export function isNear(piece: Piece, above: Piece): boolean {
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
