import { parseCaseLine } from './case-number.ts';
import type { Lines } from './lines.ts';
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
  return isCase(first - 1) || isCase(first - 2) ? 'above' : 'end';
}

function caseBelow(start: number, lines: Lines): boolean {
  for (let i = start + 1; i <= start + 5; i++) {
    const line = lines.body[i];
    if (!line || sectionWord(line.text)?.common) return false;
    if (parseCaseLine(line.text)) return true;
  }
  return false;
}
