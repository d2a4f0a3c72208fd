import type { Box } from '../../core/document.ts';

/** A word with its place on the page; offsets count in the text that holds it. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** Text on one baseline without a wide gap: a whole line, or a line's part in one column or cell. */
export interface Piece {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** More than half of its letters are bold. */
  readonly bold: boolean;
}

/** How far letters reach above and below their baseline, in parts of the font size. */
export const ASCENT = 0.75;
export const DESCENT = 0.22;

export const topOf = (piece: { baseline: number; size: number }): number =>
  piece.baseline - ASCENT * piece.size;
export const bottomOf = (piece: { baseline: number; size: number }): number =>
  piece.baseline + DESCENT * piece.size;

export function boxOf(pieces: readonly Piece[]): Box {
  return [
    Math.min(...pieces.map((piece) => piece.left)),
    Math.min(...pieces.map(topOf)),
    Math.max(...pieces.map((piece) => piece.right)),
    Math.max(...pieces.map(bottomOf)),
  ];
}

/** Sets pieces one after the other with `between` in between. */
export function joinPieces(
  pieces: readonly Pick<Piece, 'text' | 'words'>[],
  between: string,
): Pick<Piece, 'text' | 'words'> {
  let text = '';
  const words: PlacedWord[] = [];
  for (const piece of pieces) {
    if (text !== '') text += between;
    for (const word of piece.words) {
      words.push({ start: word.start + text.length, end: word.end + text.length, box: word.box });
    }
    text += piece.text;
  }
  return { text, words };
}

/** A piece cut before its word number `at`. */
export function splitPiece(piece: Piece, at: number): [Piece, Piece] {
  const [first, second] = [piece.words.slice(0, at), piece.words.slice(at)];
  const start = second[0]?.start ?? piece.text.length;
  const words = second.map((word) => ({ ...word, start: word.start - start, end: word.end - start }));
  return [
    {
      ...piece,
      text: piece.text.slice(0, first.at(-1)?.end ?? 0),
      words: first,
      right: first.at(-1)?.box[2] ?? piece.left,
    },
    { ...piece, text: piece.text.slice(start), words, left: second[0]?.box[0] ?? piece.right },
  ];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
