import type { Page, Table, TableCell } from '../../../core/document.ts';
import { chapterTitle } from '../chapters.ts';
import type { Chapter } from '../items.ts';
import { type Line, partOfLine } from '../lines.ts';
import { formatNumber } from '../numbers.ts';
import { type ItemColumns, itemColumns, type ReadCell, repeatsHeads, textOf } from './columns.ts';

/** An item's cells by column, put together from as many rows and pages as it takes up. */
export interface ItemRow {
  readonly number: string | null;
  readonly chapter: Chapter | null;
  readonly cells: Map<number, Line[]>;
}

export interface ItemRows {
  readonly columns: ItemColumns;
  readonly rows: readonly ItemRow[];
  /** Index of the table's first line. */
  readonly start: number;
}

/** How far the edges of a table may be from where they were on the page before, in points. */
const NEAR = 15;

/**
 * The rows of a table of items, from page to page, whether or not its headings are
 * repeated there. Null where no table has such headings.
 */
export function readItemRows(body: readonly Line[], pages: readonly Page[]): ItemRows | null {
  const tables = pages.flatMap((page) => {
    const { tables = [] } = page;
    const own = tables.length === 0 ? [] : body.filter((line) => line.page === page.number);
    return tables.map((table) => ({
      table,
      page: page.number,
      read: table.rows.map((row) => row.map((cell) => ({ ...cell, lines: linesOf(cell, own) }))),
    }));
  });
  const first = tables.findIndex(({ read }) => itemColumns(read) !== null);
  const head = tables[first];
  const columns = itemColumns(head?.read ?? []);
  if (head === undefined || columns === null) return null;
  const rows: ItemRow[] = [];
  let chapter: Chapter | null = null;
  for (const { table, page, read } of tables.slice(first)) {
    if (itemColumns(read) === null && !goesOn(table, head.table)) continue;
    for (const given of read) {
      const row = given.map((cell) => ({ ...cell, column: columnOf(cell, table, head.table) }));
      if (repeatsHeads(row, columns)) continue;
      const [cell] = row;
      if (row.length === 1 && cell !== undefined && (cell.columns ?? 1) >= table.columns) {
        chapter = { ...chapterTitle(textOf(cell)), page };
        continue;
      }
      addRow(rows, row, columns, chapter);
    }
  }
  return { columns, rows, start: head.read[0]?.[0]?.lines[0]?.index ?? 0 };
}

/** A row begins an item or, cut off by a page's end or set beneath it, goes on with the one before. */
function addRow(
  rows: ItemRow[],
  row: readonly ReadCell[],
  columns: ItemColumns,
  chapter: Chapter | null,
): void {
  const number = numberOf(row, columns);
  const last = rows.at(-1);
  const begins =
    columns.number === null ? row.some((cell) => cell.column === columns.subject) : number !== null;
  const into = begins || last === undefined ? { number, chapter, cells: new Map<number, Line[]>() } : last;
  if (into !== last) rows.push(into);
  for (const cell of row) {
    into.cells.set(cell.column, [...(into.cells.get(cell.column) ?? []), ...cell.lines]);
  }
}

function numberOf(row: readonly ReadCell[], columns: ItemColumns): string | null {
  const cell = row.find(({ column }) => column === (columns.number ?? columns.subject));
  const numbered = cell?.lines[0]?.numbered;
  return numbered == null ? null : formatNumber(numbered.number);
}

/** Begins where the table with the headings does and reaches no further; columns left empty on a page do not show. */
function goesOn(table: Table, head: Table): boolean {
  const [left, , right] = table.box;
  return Math.abs(left - head.box[0]) <= NEAR && right <= head.box[2] + NEAR && table.columns <= head.columns;
}

/** Where a column stays empty on a page, others are counted on; then a cell belongs where it stands. */
function columnOf(cell: TableCell, table: Table, head: Table): number {
  if (table.columns === head.columns) return cell.column;
  const heads = head.rows[0] ?? [];
  return heads.findLast((one) => one.box[0] <= cell.box[0] + NEAR)?.column ?? cell.column;
}

/** The page's lines that are the cell's, or its part of a line that is the whole row. */
function linesOf(cell: TableCell, body: readonly Line[]): Line[] {
  return body.flatMap((line) => {
    if (line.start === null || line.end === null || line.start >= cell.end || line.end <= cell.start)
      return [];
    if (line.start >= cell.start && line.end <= cell.end) return [line];
    const [start, end] = [Math.max(line.start, cell.start), Math.min(line.end, cell.end)];
    return [{ ...partOfLine(line, start - line.start, end - line.start), role: 'body' }];
  });
}
