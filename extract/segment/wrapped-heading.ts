import type { FoundHeading } from './headings.ts';
import { isPronounced, type Line } from './lines.ts';
import type { SectionWord } from './section-words.ts';
import { joinLines } from './text.ts';

/** A line of a heading that wraps is short: its column is narrow, or it would not wrap. */
const LONGEST = 32;
const MOST_LINES = 4;
/** How far lines of one column may begin from each other, in points. */
const NEAR = 3;

/**
 * A heading that takes several lines, as headings in a narrow column do:
 * "Beskrivelse af" over "sagen". The text may stand beside its lines, in the other
 * cells of their rows. None of its lines need mean anything by itself; `wordFor` says
 * what all of them mean together.
 */
export function wrappedHeading(
  lines: readonly Line[],
  at: number,
  textSize: number | null,
  wordFor: (text: string) => SectionWord | null,
): FoundHeading | null {
  const first = lines[at];
  if (!first || !/^\p{Lu}/u.test(first.text)) return null;
  const isRow = first.text.includes('\t');
  if (leftCell(first).length > LONGEST || !(isRow || isPronounced(first, textSize))) return null;
  const parts = [leftCell(first)];
  const lengths = [headLength(first)];
  const own = wordFor(leftCell(first));
  let found: FoundHeading | null = null;
  while (parts.length < MOST_LINES) {
    const next = lines[at + parts.length];
    if (!next || !goesOnBelow(first, next, isRow, textSize)) break;
    // Two headings with nothing between them stay two, as do those of two rows.
    if (parts.length === 1 && first.word && next.word) break;
    if (next.text.includes('\t') && wordFor(leftCell(next))) break;
    parts.push(leftCell(next));
    lengths.push(headLength(next));
    const word = wordFor(joinLines(parts));
    // What means something by itself goes on meaning it.
    if (word && (own === null || own.role === word.role)) found = { word, lengths: [...lengths] };
  }
  return found;
}

function leftCell({ text }: Line): string {
  const tab = text.indexOf('\t');
  return tab < 0 ? text : text.slice(0, tab).trimEnd();
}

/** Where the text beside a part of a heading begins. */
function headLength({ text }: Line): number {
  const tab = text.indexOf('\t');
  return tab < 0 ? text.length : tab + 1;
}

function goesOnBelow(first: Line, next: Line, isRow: boolean, textSize: number | null): boolean {
  const inRow = isRow && next.text.includes('\t');
  if (leftCell(next).length > LONGEST || next.role === 'list') return false;
  if (next.text.includes('\t') && !isRow) return false;
  if (!first.box || !next.box || first.page !== next.page) return false;
  if (!inRow && !isPronounced(next, textSize)) return false;
  return Math.abs(first.box[0] - next.box[0]) <= NEAR;
}
