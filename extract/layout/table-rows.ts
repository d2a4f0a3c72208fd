import { bottomOf, type Piece, topOf } from './piece.ts';
import { paragraphs } from './read-down.ts';
import type { TableBlock } from './reading-order.ts';

/** A row of a table: its cells from left to right, each with its lines. */
export type TableRow = readonly (readonly Piece[])[];

interface Cell {
  readonly column: number;
  readonly lines: readonly Piece[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Cuts a table into rows. Lines of a column that stand close together are one
 * cell, and cells that overlap in height are one row, wherever in the row's
 * height their text is set. In a table set so tight that this would make one row
 * of everything, each entry of the first column begins a row ("Mødetid:" beside its
 * lines), or each baseline is one.
 */
export function tableRows(table: TableBlock): TableRow[] {
  const cells = table.columns.flatMap((column, index) =>
    paragraphs(column).map((lines): Cell => {
      const tops = lines.map(topOf);
      return { column: index, lines, top: Math.min(...tops), bottom: Math.max(...lines.map(bottomOf)) };
    }),
  );
  const count = table.columns.length;
  const edges = table.columns.map((column) => Math.max(...column.map((piece) => piece.right)));
  return overlapping(cells).flatMap((group) => {
    if (isTight(group)) return isWrapped(group, edges) ? [toRow(group, count)] : byBaseline(group, count);
    return byEntries(group, count) ?? [toRow(group, count)];
  });
}

function overlapping(cells: readonly Cell[]): Cell[][] {
  const groups: Cell[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const cell of [...cells].sort((a, b) => a.top - b.top)) {
    const size = cell.lines[0]?.size ?? 10;
    const group = groups.at(-1);
    if (group !== undefined && cell.top < bottom - 0.2 * size) group.push(cell);
    else groups.push([cell]);
    bottom = Math.max(bottom, cell.bottom);
  }
  return groups;
}

/** Several lines in two or more columns, and nearly all of them level with each other. */
function isTight(group: readonly Cell[]): boolean {
  const long = group.filter((cell) => cell.lines.length > 1);
  if (new Set(long.map((cell) => cell.column)).size < 2) return false;
  const [tallest, ...others] = [...group].sort((a, b) => b.lines.length - a.lines.length);
  if (tallest === undefined) return false;
  const level = tallest.lines.filter((line) =>
    others.some((cell) => cell.lines.some((other) => Math.abs(other.baseline - line.baseline) < 2)),
  );
  return level.length >= 0.8 * tallest.lines.length;
}

/** In some column one line after the other goes on in small letters with a word that the line above had no room for. */
function isWrapped(group: readonly Cell[], edges: readonly number[]): boolean {
  return Map.groupBy(group, (cell) => cell.column)
    .values()
    .some((cells) => {
      const pairs = cells.flatMap(({ column, lines }) =>
        lines.slice(1).map((below, index) => ({ above: lines[index], below, edge: edges[column] ?? 0 })),
      );
      const wrapped = pairs.filter(
        ({ above, below, edge }) =>
          above !== undefined &&
          above.words.length > 1 &&
          // "mio. kr." in row after row is as wide each time, and no sentence.
          above.text !== below.text &&
          /^\p{Ll}/u.test(below.text) &&
          !hadRoom(above, below, edge),
      );
      return wrapped.length > 0 && wrapped.length >= 0.6 * pairs.length;
    });
}

/** Whether the first word of a line would have fitted at the end of the one above. */
function hadRoom(above: Piece, below: Piece, edge: number): boolean {
  const [word] = below.words;
  const needed = word === undefined ? 0 : word.box[2] - word.box[0] + 0.3 * below.size;
  return above.right + needed <= edge;
}

function byBaseline(group: readonly Cell[], columns: number): TableRow[] {
  const lines = group.flatMap((cell) => cell.lines.map((line) => ({ line, column: cell.column })));
  const rows: { baseline: number; cells: Piece[][] }[] = [];
  for (const { line, column } of lines.sort((a, b) => a.line.baseline - b.line.baseline)) {
    let row = rows.at(-1);
    if (row === undefined || line.baseline - row.baseline > 0.4 * line.size) {
      row = { baseline: line.baseline, cells: Array.from({ length: columns }, () => []) };
      rows.push(row);
    }
    row.cells[column]?.push(line);
  }
  return rows.map((row) => row.cells);
}

/**
 * Rows that begin with each entry of the first column; null where its lines are one
 * entry, or do not stand level with the text beside them.
 */
function byEntries(group: readonly Cell[], columns: number): TableRow[] | null {
  const labels = group.flatMap((cell) => (cell.column === 0 ? cell.lines : []));
  const beside = group.flatMap((cell) =>
    cell.column === 0 ? [] : cell.lines.map((line) => ({ line, column: cell.column })),
  );
  const right = Math.max(...labels.map((line) => line.right));
  const starts = labels.filter((line, index) => beginsEntry(line, labels[index - 1], right));
  const near = (line: Piece, other: Piece): boolean =>
    Math.abs(line.baseline - other.baseline) < 0.3 * line.size;
  if (starts.length < 2 || !starts.every((start) => beside.some(({ line }) => near(start, line))))
    return null;
  const rows = starts.map(() => Array.from({ length: columns }, (): Piece[] => []));
  for (const { line, column } of [...labels.map((line) => ({ line, column: 0 })), ...beside]) {
    const at = starts.findLastIndex((start) => start.baseline <= line.baseline + 0.3 * line.size);
    if (at < 0) return null;
    rows[at]?.[column]?.push(line);
  }
  // Of two entries that begin nearly level, one takes all.
  return rows.filter((row) => row.some((cell) => cell.length > 0));
}

/** Not the second line of a label that was too long: its first word would have fitted above. */
function beginsEntry(line: Piece, above: Piece | undefined, right: number): boolean {
  if (above === undefined) return true;
  // "3   Bilag 1: …" where a narrow gap parts number and heading: one entry in two pieces.
  if (Math.abs(line.baseline - above.baseline) < 0.3 * line.size) return false;
  if (above.text.endsWith(':')) return true;
  return hadRoom(above, line, right) && !/^\p{Ll}/u.test(line.text);
}

function toRow(group: readonly Cell[], columns: number): TableRow {
  const cells: Piece[][] = Array.from({ length: columns }, () => []);
  for (const cell of group) cells[cell.column]?.push(...cell.lines);
  return cells;
}
