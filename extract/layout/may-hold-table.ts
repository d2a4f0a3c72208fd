import { bottomOf, topOf } from './piece.ts';
import type { Row } from './rows.ts';

/**
 * Whether rows show any sign of a table: two rows near each other with gaps, a row
 * within the page with two, or rows that reach into each other's height, as cells do that are set in the middle of theirs.
 */
export function mayHoldTable(rows: readonly Row[]): boolean {
  return rows.some((row, index) => {
    const next = rows[index + 1];
    const [piece] = row;
    if (next === undefined || piece === undefined) return false;
    // Running headers have as many parts, but no number in front.
    if (row.length > 2 && (index > 0 || /^\d{1,2}\.?$/.test(piece.text))) return true;
    const white = Math.min(...next.map(topOf)) - Math.max(...row.map(bottomOf));
    if (row.length > 1 && next.length > 1) return white < 2 * piece.size;
    return white < -0.1 * piece.size;
  });
}
