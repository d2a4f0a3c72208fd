import type { Table, TableCell } from '../../core/document.ts';
import { flowing } from './flowing.ts';
import { type Html, html, join } from './html.ts';

/** A stretch of a page: running text, or a table. */
export type PagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };

/**
 * The text of a page with its tables taken out, in order. A table that does not lie
 * in the text as told, or whose cells are not all that stands there, is left in it.
 */
export function partsOf(text: string, tables: readonly Table[]): PagePart[] {
  const parts: PagePart[] = [];
  let at = 0;
  for (const table of tables) {
    const cells = table.rows.flat().sort((a, b) => a.start - b.start);
    const start = cells[0]?.start ?? -1;
    const end = cells.at(-1)?.end ?? -1;
    if (start < at || end > text.length || !areAll(text, cells)) continue;
    parts.push({ kind: 'text', text: text.slice(at, start) }, { kind: 'table', table });
    at = end;
  }
  parts.push({ kind: 'text', text: text.slice(at) });
  return parts.filter((part) => part.kind === 'table' || part.text.trim() !== '');
}

/** Whether cells, in their order, hold all the text from the first to the last of them, and each its own. */
function areAll(text: string, cells: readonly TableCell[]): boolean {
  return cells.every(({ start, end }, at) => {
    const before = cells[at - 1]?.end ?? start;
    return start >= before && end >= start && text.slice(before, start).trim() === '';
  });
}

/** Wide tables scroll by themselves, by keyboard too, so that the page does not. */
export function scrollable(table: Html): Html {
  return html`<div class="table" role="group" aria-label="Tabel" tabindex="0">${table}</div>`;
}

export function tablePart(text: string, { rows, columns, headerRows, continues }: Table): Html {
  const grid = filledUp(rows, columns);
  const row = (cells: readonly (TableCell | null)[], inHead: boolean) =>
    html`<tr>${cells.map((cell) => cellPart(text, cell, inHead))}</tr>`;
  const head = grid.slice(0, headerRows).map((cells) => row(cells, true));
  const body = grid.slice(headerRows).map((cells) => row(cells, false));
  return scrollable(
    html`<table>${continues && html`<caption>Fortsat fra forrige side</caption>`}${head.length > 0 && html`<thead>${head}</thead>`}<tbody>${body}</tbody></table>`,
  );
}

/** Each row with null for its empty cells, but for those that a cell beside or above them covers. */
function filledUp(rows: Table['rows'], columns: number): (TableCell | null)[][] {
  const covered = rows.map(() => new Set<number>());
  for (const [at, cells] of rows.entries()) {
    for (const cell of cells) {
      for (let down = 0; down < (cell.rows ?? 1); down++) {
        for (let along = 0; along < (cell.columns ?? 1); along++)
          covered[at + down]?.add(cell.column + along);
      }
    }
  }
  return rows.map((cells, at) => {
    const filled: (TableCell | null)[] = [];
    for (let column = 0; column < columns; column++) {
      const cell = cells.find((each) => each.column === column);
      if (cell) filled.push(cell);
      else if (!covered[at]?.has(column)) filled.push(null);
    }
    return filled;
  });
}

function cellPart(text: string, cell: TableCell | null, inHead: boolean): Html {
  if (cell === null) return html`<td></td>`;
  const spans = html`${cell.columns && cell.columns > 1 && html` colspan="${cell.columns}"`}${cell.rows && cell.rows > 1 && html` rowspan="${cell.rows}"`}`;
  const lines = flowing(text.slice(cell.start, cell.end)).split('\n');
  const content = join(lines, html`<br>`);
  return inHead ? html`<th scope="col"${spans}>${content}</th>` : html`<td${spans}>${content}</td>`;
}
