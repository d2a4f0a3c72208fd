import type { Box, LineRole } from '../../core/document.ts';
import type { Grid } from './grid.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { boxOf, type PlacedWord } from './piece.ts';
import { readingOrder, type TableBlock } from './reading-order.ts';
import type { Row } from './rows.ts';
import { cutAtGrids } from './ruled-table.ts';
import { alignedLines, type FilledRow, framedLines, type LaidCell } from './table-lines.ts';
import { tableRows } from './table-rows.ts';
import { cutAtColumns } from './text-columns.ts';
import { textLines } from './text-lines.ts';

/** A line of a page while it is being made: what `PageLine` says, and where its words are. */
export interface LaidLine {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly role: LineRole;
  readonly box: Box | null;
  readonly size: number | null;
  readonly bold: boolean;
  /** Begins a paragraph: an empty line goes before it. */
  readonly opens: boolean;
  /** Where it is part of a table. */
  readonly cells?: readonly LaidCell[] | undefined;
}

/** Parts the cells of a table row within its line. */
export const CELL = '\t';

/** Lays rows out as lines in reading order; `grids` are the tables that lines were drawn around. */
export function linesOf(given: readonly Row[], grids: readonly Grid[] = []): LaidLine[] {
  const { rows, numbers } = withoutLineNumbers(given);
  const aside = numbers.flatMap((number) => textLines([number])).map(asRunning);
  let tables = 0;
  const lines = cutAtGrids(rows, grids).flatMap((stretch) => {
    if ('table' in stretch) return framedLines(stretch.table, tables++);
    return cutAtColumns(stretch.rows).flatMap((part) => {
      if ('columns' in part) return textLines(part.columns.flat());
      return readingOrder(part.rows).flatMap((block) =>
        block.kind === 'text' ? textLines(block.pieces) : alignedLines(alignedRows(block), tables++),
      );
    });
  });
  return [...aside, ...lines];
}

/** Kept among the page's lines and left out of its text. */
const asRunning = (line: LaidLine): LaidLine => ({ ...line, role: 'header' });

/** The rows of a table that is told by its alignment alone. */
function alignedRows(block: TableBlock): FilledRow[] {
  return tableRows(block).map((columns, row) =>
    columns.flatMap((lines, column) =>
      lines.length === 0 ? [] : [{ row, column, rows: 1, columns: 1, box: boxOf(lines), lines }],
    ),
  );
}
