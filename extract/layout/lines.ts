import type { Box, LineRole } from '../../core/document.ts';
import { boxOf, joinPieces, type Piece, type PlacedWord } from './piece.ts';
import { type Block, readingOrder } from './reading-order.ts';
import type { Row } from './rows.ts';
import { tableRows } from './table-rows.ts';

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
}

/** Parts the cells of a table row within its line. */
export const CELL = '\t';

/** Lines that further apart than this many times their size begin a new paragraph. */
const PARAGRAPH_GAP = 1.55;

/** Lays rows out as lines in reading order. */
export function linesOf(rows: readonly Row[]): LaidLine[] {
  return readingOrder(rows).flatMap(blockLines);
}

function blockLines(block: Block): LaidLine[] {
  if (block.kind === 'text') return textLines(block.pieces);
  return tableRows(block).map((row, index) => {
    const cells = row.filter((cell) => cell.length > 0);
    const pieces = cells.flat();
    const joined = joinPieces(
      cells.map((cell) => ({ ...(cell[0] ?? EMPTY), ...joinPieces(cell, ' ') })),
      CELL,
    );
    return {
      ...joined,
      role: cells.length > 1 ? ('table' as const) : ('body' as const),
      box: boxOf(pieces),
      size: halves(pieces[0]?.size ?? 0),
      bold: pieces.every((piece) => piece.bold),
      opens: index === 0,
    };
  });
}

const EMPTY: Piece = { text: '', words: [], left: 0, right: 0, baseline: 0, size: 0, bold: false };

function textLines(pieces: readonly Piece[]): LaidLine[] {
  const distance = usualDistance(pieces);
  return pieces.map((piece, index) => {
    const above = pieces[index - 1];
    return {
      text: piece.text,
      words: piece.words,
      role: 'body',
      box: boxOf([piece]),
      size: halves(piece.size),
      bold: piece.bold,
      opens: above === undefined || opensParagraph(piece, above, distance),
    };
  });
}

/** Distance from line to line within paragraphs, in font sizes: the most common one that is no gap. */
function usualDistance(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>();
  pieces.forEach((piece, index) => {
    const above = pieces[index - 1];
    if (above === undefined || above.size !== piece.size) return;
    const distance = Math.round(((piece.baseline - above.baseline) / piece.size) * 20) / 20;
    if (distance > 0.8 && distance < 2.2) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  });
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return usual === undefined || usual[1] < 3 ? PARAGRAPH_GAP / 1.25 : usual[0];
}

function opensParagraph(piece: Piece, above: Piece, distance: number): boolean {
  const step = (piece.baseline - above.baseline) / Math.max(piece.size, above.size);
  // Upwards: the next column begins.
  if (step < 0) return !continuesSentence(above.text, piece.text);
  return step > distance * 1.25 || Math.abs(piece.size - above.size) > 1.5;
}

function continuesSentence(above: string, below: string): boolean {
  return !/[.:!?]$/u.test(above) && /^\p{Ll}/u.test(below);
}

function halves(size: number): number {
  return Math.round(size * 2) / 2;
}
