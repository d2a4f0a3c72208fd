import type { Grid, GridCell } from './grid.ts';
import { bottomOf, type Piece, splitPiece, topOf } from './piece.ts';
import type { Row } from './rows.ts';
import type { FilledCell, FilledRow } from './table-lines.ts';

/** A stretch of a page: rows to be read by their alignment, or a table that lines were drawn around. */
export type Stretch = { readonly rows: readonly Row[] } | { readonly table: readonly FilledRow[] };

/** Of the words in a grid, more than this part over its lines, and the lines are a drawing's. */
const MISFITS = 0.1;
/** Of a grid's fields so many hold text, or it is a chart or a form that nobody filled in. */
const FILLED = 0.25;

/**
 * Cuts a page's rows at the tables that lines are drawn around. What stands beside
 * such a table makes it part of something that only alignment can tell: then it is
 * left to that.
 */
export function cutAtGrids(rows: readonly Row[], grids: readonly Grid[]): Stretch[] {
  const out: Stretch[] = [];
  let rest = rows;
  for (const grid of grids) {
    const [left, top, right, bottom] = grid.box;
    const inside = (piece: Piece): boolean => {
      const [x, y] = [(piece.left + piece.right) / 2, (topOf(piece) + bottomOf(piece)) / 2];
      return x > left && x < right && y > top && y < bottom;
    };
    const pieces = rest.flatMap((row) => row.filter(inside));
    const others = rest.map((row) => row.filter((piece) => !inside(piece))).filter((row) => row.length > 0);
    const isAbove = (row: Row): boolean => Math.max(...row.map(bottomOf)) <= top + 2;
    const beside = others.filter((row) => !isAbove(row) && Math.min(...row.map(topOf)) < bottom - 2);
    const table = pieces.length === 0 || beside.length > 0 ? null : fill(grid, pieces);
    if (table === null) continue;
    out.push({ rows: others.filter(isAbove) }, { table });
    rest = others.filter((row) => !isAbove(row));
  }
  return [...out, { rows: rest }];
}

/** The grid's rows with the text in their cells; null where the lines are no table's. */
function fill(grid: Grid, pieces: readonly Piece[]): FilledRow[] | null {
  const lines = new Map<GridCell, Piece[]>();
  let words = 0;
  let misfits = 0;
  for (const whole of pieces) {
    for (const piece of cutAtEdges(whole, grid)) {
      const cell = cellAt(grid, (piece.left + piece.right) / 2, (topOf(piece) + bottomOf(piece)) / 2);
      if (cell === null) return null;
      words += piece.words.length;
      misfits += piece.words.filter(
        ({ box }) => box[0] < cell.box[0] - 0.3 * piece.size || box[2] > cell.box[2] + 0.3 * piece.size,
      ).length;
      lines.set(cell, [...(lines.get(cell) ?? []), piece]);
    }
  }
  const columns = new Set([...lines.keys()].map((cell) => cell.column));
  if (misfits > MISFITS * words || columns.size < 2) return null;
  if (lines.size < FILLED * grid.cells.length) return null;
  const cells = [...lines].map(([cell, of]): FilledCell => ({ ...cell, drawn: true, lines: inOrder(of) }));
  return [...Map.groupBy(cells, (cell) => cell.row).values()]
    .map((row) => row.sort((a, b) => a.column - b.column))
    .sort((a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0));
}

/** A cell's lines from the top; what a wide gap parted on one baseline is one line. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  return [...pieces].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) < 0.4 * a.size ? a.left - b.left : a.baseline - b.baseline,
  );
}

/** Cells set so close that their texts were taken for one line are parted where a drawn line runs between words. */
function cutAtEdges(piece: Piece, grid: Grid): Piece[] {
  const at = piece.words.findIndex((word, index) => {
    const before = piece.words[index - 1];
    if (before === undefined) return false;
    const y = (word.box[1] + word.box[3]) / 2;
    return cellAt(grid, middle(before.box), y) !== cellAt(grid, middle(word.box), y);
  });
  if (at < 1) return [piece];
  const [first, second] = splitPiece(piece, at);
  return [first, ...cutAtEdges(second, grid)];
}

const middle = (box: readonly number[]): number => ((box[0] ?? 0) + (box[2] ?? 0)) / 2;

function cellAt(grid: Grid, x: number, y: number): GridCell | null {
  const holds = ({ box }: GridCell): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  return grid.cells.find(holds) ?? null;
}
