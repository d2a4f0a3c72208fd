import type { LaidLine } from './lines.ts';
import { boxOf, type Piece } from './piece.ts';

/** Lines that further apart than this many times their size begin a new paragraph. */
const PARAGRAPH_GAP = 1.55;

/** Lines of running text, one a piece. */
export function textLines(pieces: readonly Piece[]): LaidLine[] {
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

export function halves(size: number): number {
  return Math.round(size * 2) / 2;
}
