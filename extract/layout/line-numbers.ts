import { type Piece, splitPiece } from './piece.ts';
import type { Row } from './rows.ts';

/** Fewest numbers that are no chance: of fives, of other steps, and of every line. */
const FEWEST = { fives: 2, steps: 3, each: 12 };
/** How much of the numbers must count as many lines as stand between them. */
const MOST = 0.8;
const NUMBER = /^\d{1,4}$/;

interface Numbered {
  readonly row: number;
  readonly value: number;
  readonly number: Piece;
  /** What of the row is left. */
  readonly others: Row;
}

/**
 * Takes numbers of lines out of the margin, as drafts of laws and contracts have
 * them: the numbers say how many lines stand between them. Numbers of a list do not,
 * but where each has one line; so of numbers at every line the text must run on.
 */
export function withoutLineNumbers(rows: readonly Row[]): {
  rows: readonly Row[];
  numbers: readonly Piece[];
} {
  const nothing = { rows, numbers: [] };
  const found = rows.flatMap((row, index) => numberAt(row, index));
  const fives = found.every(({ value }) => value % 5 === 0);
  if (found.length < (fives ? FEWEST.fives : FEWEST.steps)) return nothing;
  const pairs = found.slice(1).flatMap((one, index) => {
    const before = found[index];
    return before === undefined ? [] : [{ lines: one.row - before.row, step: one.value - before.value }];
  });
  const told = pairs.filter(({ lines, step }) => lines === step);
  if (told.length < MOST * pairs.length) return nothing;
  const each = told.filter(({ step }) => step === 1).length > told.length / 2;
  const runOn = found.filter(({ others }) => /^\p{Ll}/u.test(others[0]?.text ?? '')).length;
  if (each && (found.length < FEWEST.each || runOn < 0.4 * found.length)) return nothing;
  const byRow = new Map(found.map((one) => [one.row, one]));
  return {
    rows: rows.map((row, index) => byRow.get(index)?.others ?? row),
    numbers: found.map(({ number }) => number),
  };
}

/** A number alone at a row's start, with white behind it. */
function numberAt(row: Row, index: number): Numbered[] {
  const [piece, next] = row;
  const word = piece?.words[0];
  if (piece === undefined || word === undefined || word.end - word.start > 4) return [];
  const text = piece.text.slice(word.start, word.end);
  if (!NUMBER.test(text)) return [];
  const value = Number(text);
  if (piece.words.length === 1) {
    return next === undefined ? [] : [{ row: index, value, number: piece, others: row.slice(1) }];
  }
  const second = piece.words[1];
  if (second === undefined || second.box[0] - word.box[2] < 0.9 * piece.size) return [];
  const [number, rest] = splitPiece(piece, 1);
  return [{ row: index, value, number, others: [rest, ...row.slice(1)] }];
}
