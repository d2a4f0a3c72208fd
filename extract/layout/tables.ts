import type { Box, Table, TableCell } from '../../core/document.ts';
import type { LaidCell } from './table-lines.ts';

/** A cell with its place in the page's text. */
export interface PlacedCell extends LaidCell {
  readonly bold: boolean;
  readonly numeric: boolean;
}

/** "1.450", "38,5 %", "-66", "kr. 12.000": what columns of figures hold. */
export function isNumeric(text: string): boolean {
  return (
    text.length <= 24 &&
    /^(?:kr\.?\s?)?[-–+]?\d[\d.,\s]*(?:%|kr\.?|mio\.?|pct\.?|t\.?kr\.?)?[\s.]*$|^[-–]$/iu.test(text)
  );
}

/**
 * The tables that a page's cells make, in the order of the text. A line with a wide
 * gap is a table to the eye of a program only, so it takes two rows of two cells.
 */
export function tablesOf(cells: readonly PlacedCell[]): Table[] {
  return together(cells).flatMap((rows) => {
    const inner = trimmed(rows);
    const wide = inner.filter((row) => row.length > 1);
    // One row with lines drawn around it may be all of a table that a page's end left over.
    const least = wide[0]?.[0]?.drawn ? 1 : 2;
    return wide.length < least || areSideHeadings(wide) ? [] : [toTable(inner)];
  });
}

/** Letters that fill two lines of print: a cell may hold as much, but not one cell after the other. */
const PARAGRAPH = 120;

/** "Sagen kort", "Indstilling" beside their paragraphs. */
function areSideHeadings(rows: readonly PlacedCell[][]): boolean {
  const texts = rows.map((row) => row[1]).filter((cell) => cell !== undefined);
  if (rows.some((row) => row.length > 2)) return false;
  return 2 * texts.filter((cell) => cell.end - cell.start > PARAGRAPH).length >= rows.length;
}

/** By table and row. A cell that goes on from line to line is one cell. */
function together(cells: readonly PlacedCell[]): PlacedCell[][][] {
  const tables: PlacedCell[][][] = [];
  let last: PlacedCell | undefined;
  for (const cell of cells) {
    const rows = tables.at(-1);
    const row = rows?.at(-1);
    if (
      rows === undefined ||
      row === undefined ||
      last === undefined ||
      last.table !== cell.table ||
      cell.row < last.row
    )
      tables.push([[cell]]);
    else if (cell.row !== last.row) rows.push([cell]);
    else if (cell.column !== last.column) row.push(cell);
    else row[row.length - 1] = { ...last, end: cell.end, numeric: false, bold: last.bold && cell.bold };
    last = tables.at(-1)?.at(-1)?.at(-1);
  }
  return tables;
}

/**
 * Without lines by themselves above and below, which alignment took for cells of the
 * first column, or around which a frame is drawn as wide as the table.
 */
function trimmed(rows: readonly PlacedCell[][]): PlacedCell[][] {
  const columns = Math.max(...rows.flat().map((cell) => cell.column + cell.columns));
  const isRow = (row: readonly PlacedCell[]): boolean =>
    row.length > 1 || row.some((cell) => cell.drawn === true && cell.columns < columns);
  const first = rows.findIndex(isRow);
  const last = rows.findLastIndex(isRow);
  return first < 0 ? [] : rows.slice(first, last + 1);
}

function toTable(rows: readonly PlacedCell[][]): Table {
  const cells = rows.flat();
  const box: Box = [
    Math.min(...cells.map((cell) => cell.box[0])),
    Math.min(...cells.map((cell) => cell.box[1])),
    Math.max(...cells.map((cell) => cell.box[2])),
    Math.max(...cells.map((cell) => cell.box[3])),
  ];
  return {
    box: tenths(box),
    columns: Math.max(...cells.map((cell) => cell.column + cell.columns)),
    headerRows: headerRows(rows),
    rows: rows.map((row) => row.map(toCell)),
  };
}

function toCell({ start, end, column, columns, rows, box }: PlacedCell): TableCell {
  return {
    start,
    end,
    column,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    box: tenths(box),
  };
}

function tenths([left, top, right, bottom]: Box): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(left), round(top), round(right), round(bottom)];
}

/** Rows in bold over rows that are not, or one row of words over columns of figures. */
function headerRows(rows: readonly PlacedCell[][]): number {
  if (rows.length < 2) return 0;
  const plain = rows.findIndex((row) => !row.every((cell) => cell.bold));
  if (plain > 0) return plain;
  const [first = [], ...others] = rows;
  if (others.length < 2 || first.some((cell) => cell.numeric)) return 0;
  const figures = first.filter(({ column }) => {
    const below = others.flatMap((row) => row.filter((cell) => cell.column === column));
    return below.length >= 2 && below.every((cell) => cell.numeric);
  });
  return figures.length > 0 ? 1 : 0;
}
