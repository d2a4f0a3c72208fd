import type { PageLine, Table, TableCell } from '../../core/document.ts';
import type { PageText } from './page-text.ts';

/** How far a column's edge may lie from where it was on the page before, in points. */
const NEAR = 6;
/** Left and right pages of a bound document differ in their margins by up to this much. */
const MARGIN_SHIFT = 45;
/** A table that ends higher up its page than this ended there, unless its headings come again. */
const FOOT = 0.6;

/** What a page's end cut in two is one table: the later part is marked as going on with the one before. */
export function tieTables(pages: readonly PageText[], heights: readonly number[]): PageText[] {
  return pages.map((page, index) => {
    const [table, ...others] = page.tables ?? [];
    const before = pages[index - 1];
    const last = before?.tables?.at(-1);
    if (table === undefined || before === undefined || last === undefined) return page;
    if (!endsPage(before, last) || !beginsPage(page, table)) return page;
    const height = heights[index - 1] ?? 0;
    const tied = tie({ page: before, table: last }, { page, table }, last.box[3] > FOOT * height);
    return tied === null ? page : { ...page, tables: [tied, ...others] };
  });
}

interface Part {
  readonly page: PageText;
  readonly table: Table;
}

function tie(before: Part, after: Part, atFoot: boolean): Table | null {
  if (!sameColumns(before.table, after.table)) return null;
  const own = after.table.headerRows;
  const repeats = own > 0 && own === repeatedRows(before, after);
  const headerRows = repeats ? own : 0;
  const cut = isCut(before, after, headerRows);
  // Headings of its own make it another table; the rest of a row over rows of figures only looks like them.
  if (!repeats && (!atFoot || (own > 0 && !cut))) return null;
  return { ...after.table, headerRows, continues: true, ...(cut ? { rowContinues: true } : {}) };
}

/** Lines that stand between a table and a page's end without parting it from what follows. */
const isAside = (line: PageLine): boolean =>
  line.start === null || line.role === 'footnote' || line.role === 'noise';
/** "(fortsat)", "Fortsættes på næste side". */
const GOES_ON = /^\(?(?:tabel \d+,? )?\(?(?:fortsat|fortsættes)/iu;

function endsPage(page: PageText, table: Table): boolean {
  const end = table.rows.at(-1)?.at(-1)?.end ?? 0;
  return page.lines.every((line) => isAside(line) || (line.start ?? 0) < end || GOES_ON.test(line.text));
}

function beginsPage(page: PageText, table: Table): boolean {
  const start = table.rows[0]?.[0]?.start ?? 0;
  return page.lines.every((line) => isAside(line) || (line.start ?? 0) >= start || GOES_ON.test(line.text));
}

/** Left and right edge of what stands in each column; a cell that spans several says nothing of them. */
function edgesOf(table: Table): Map<number, [number, number]> {
  const edges = new Map<number, [number, number]>();
  for (const { column, columns = 1, box } of table.rows.flat()) {
    if (columns > 1) continue;
    const [left, right] = edges.get(column) ?? [Number.POSITIVE_INFINITY, 0];
    edges.set(column, [Math.min(left, box[0]), Math.max(right, box[2])]);
  }
  return edges;
}

/** Each column stands where one of the other table's does, set to the left, to the right or about its middle. */
function sameColumns(before: Table, after: Table): boolean {
  const shift = after.box[0] - before.box[0];
  if (Math.abs(shift) > MARGIN_SHIFT || after.columns > before.columns) return false;
  const [earlier, later] = [[...edgesOf(before).values()], [...edgesOf(after).values()]];
  if (later.length < 2 || later.length < earlier.length - 1) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b - shift) <= NEAR;
  return later.every(([left, right]) =>
    earlier.some(([l, r]) => near(left, l) || near(right, r) || near((left + right) / 2, (l + r) / 2)),
  );
}

const textOf = ({ page }: Part, cell: TableCell): string =>
  page.text.slice(cell.start, cell.end).replace(/\s+/gu, ' ');

/** How many rows at the head of a table are those of the one before. */
function repeatedRows(before: Part, after: Part): number {
  const read = (part: Part, row: number): string | undefined =>
    part.table.rows[row]?.map((cell) => textOf(part, cell)).join('\t');
  let row = 0;
  while (read(after, row) !== undefined && read(after, row) === read(before, row)) row += 1;
  return row;
}

/** A sentence that ended, or a label. */
const ENDS = /[.!?:;)]$/u;

/**
 * Whether the page's end cut a row in two: a cell's sentence runs on, or the first
 * column, filled in every row so far, is empty.
 */
function isCut(before: Part, after: Part, headerRows: number): boolean {
  const [last, first] = [before.table.rows.at(-1) ?? [], after.table.rows[headerRows] ?? []];
  const pairs = first.flatMap((cell) => {
    const above = last.find((other) => other.column === cell.column);
    return above === undefined ? [] : [{ above: textOf(before, above), below: textOf(after, cell) }];
  });
  const runsOn = pairs.some(({ above, below }) => !ENDS.test(above) && /^\p{Ll}\p{L}+ /u.test(below));
  const filled = before.table.rows.every((row) => row[0]?.column === 0);
  return runsOn || (filled && before.table.rows.length > 2 && first[0]?.column !== 0);
}
