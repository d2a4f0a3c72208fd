import { parseCaseLine } from './case-number.ts';
import type { Line, Lines } from './lines.ts';
import { sectionWord } from './section-words.ts';

/** Where a document puts case numbers: under an item's title, above it, or at the item's end. */
export type CasePlacement = 'below' | 'above' | 'end';

/** Reads the habit from all headings, since one case line between two items says nothing by itself. */
export function casePlacement(starts: readonly number[], lines: Lines): CasePlacement {
  const isCase = (at: number) => parseCaseLine(lines.body[at]?.text ?? '') !== null;
  const below = starts.filter((start) => caseBelow(start, lines)).length;
  const above = starts.filter((start) => isCase(start - 1)).length;
  if (below >= above) return 'below';
  const first = starts[0] ?? 0;
  if (isCase(first - 1) || isCase(first - 2)) return 'above';
  // The first item may have none. What closes an item stands nearer to its text than to the next title.
  const nearer = starts.slice(1).map((start) => (isCase(start - 1) ? sideOf(lines, start) : 0));
  return nearer.reduce((sum, side) => sum + side, 0) > 0 ? 'above' : 'end';
}

/** 1 where the case line above `start` stands nearer to that title, -1 where nearer to the text before it. */
function sideOf(lines: Lines, start: number): number {
  const title = lines.body[start];
  const line = lines.body[start - 1];
  const before = lines.body[start - 2];
  if (!title || !line || !before) return 0;
  const [down, up] = [distance(line, title), distance(before, line)];
  if (down !== null && up !== null) return Math.sign(Math.round(up - down));
  return Number(line.gap) - Number(title.gap);
}

/** From one line down to the next, in points; null across pages and where places are unknown. */
function distance(above: Line, below: Line): number | null {
  return above.page === below.page && above.box && below.box ? below.box[1] - above.box[3] : null;
}

function caseBelow(start: number, lines: Lines): boolean {
  for (let i = start + 1; i <= start + 5; i++) {
    const line = lines.body[i];
    if (!line || sectionWord(line.text)?.common) return false;
    if (parseCaseLine(line.text)) return true;
  }
  return false;
}
