import type { FoundHeading } from './headings.ts';
import { isPronounced, type Line } from './lines.ts';
import { sectionWord } from './section-words.ts';
import { joinLines } from './text.ts';

/** A line of a heading that wraps is short: its column is narrow, or it would not wrap. */
const LONGEST = 32;
const MOST_LINES = 3;
/** How far lines of one column may begin from each other, in points. */
const NEAR = 3;

/**
 * A heading that takes several lines, as headings in a narrow column do:
 * "Beskrivelse af" over "sagen". The text may stand beside its first line, in the
 * other cell of a row. None of its lines need mean anything by itself.
 */
export function wrappedHeading(
  lines: readonly Line[],
  at: number,
  textSize: number | null,
): FoundHeading | null {
  const first = lines[at];
  if (!first || !/^\p{Lu}/u.test(first.text)) return null;
  const tab = first.text.indexOf('\t');
  const own = tab < 0 ? first.text : first.text.slice(0, tab).trimEnd();
  if (own.length > LONGEST || (tab < 0 && !isPronounced(first, textSize))) return null;
  const parts = [own];
  let found: FoundHeading | null = null;
  while (parts.length < MOST_LINES) {
    const next = lines[at + parts.length];
    if (!next || !goesOnBelow(first, next, textSize)) break;
    // Two headings with nothing between them stay two.
    if (parts.length === 1 && first.word && next.word) break;
    parts.push(next.text);
    const word = sectionWord(joinLines(parts));
    const length = tab < 0 ? first.text.length : tab + 1;
    if (word) found = { word, length, lines: parts.length };
  }
  return found;
}

function goesOnBelow(first: Line, next: Line, textSize: number | null): boolean {
  if (next.text.length > LONGEST || next.text.includes('\t') || next.role === 'list') return false;
  if (!first.box || !next.box || first.page !== next.page || !isPronounced(next, textSize)) return false;
  return Math.abs(first.box[0] - next.box[0]) <= NEAR;
}
