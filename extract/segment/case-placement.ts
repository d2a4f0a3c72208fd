import { parseTitle } from './item-title.ts';
import type { Line, Lines } from './lines.ts';
import { isUsualPoint } from './usual-points.ts';

/** Where a document puts case numbers: under an item's title, above it, or at the item's end. */
export type CasePlacement = 'below' | 'above' | 'end';

/** Reads the habit from all headings, since one case line between two items says nothing by itself. */
export function casePlacement(starts: readonly number[], lines: Lines): CasePlacement {
  const isCase = (at: number) => lines.body[at]?.caseLine != null;
  const below = starts.filter((start) => caseBelow(start, lines)).length;
  const above = starts.filter((start) => isCase(start - 1)).length;
  if (below >= above) return 'below';
  const first = starts[0] ?? 0;
  if (isCase(first - 1) || isCase(first - 2)) return 'above';
  const between = starts.slice(1).filter((start) => isCase(start - 1));
  const side = sideOf(between, lines);
  if (side !== null && Math.abs(side) > CLEARLY) return side > 0 ? 'above' : 'end';
  // One end of the agenda goes without: the formal item that is no case.
  const [opens, closes] = [starts[0], starts.at(-1)].map((start) => isFormal(lines, start ?? 0));
  if (opens !== closes) return opens ? 'above' : 'end';
  return (side ?? 0) > 0 ? 'above' : 'end';
}

/** From -1, close to the text before it, to 1, close to the title below: how far a case line must lean to tell. */
const CLEARLY = 0.2;

/** "Godkendelse af dagsorden" and "Eventuelt" are points of every agenda, but no cases. */
function isFormal(lines: Lines, start: number): boolean {
  const { text = '', numbered = null } = lines.body[start] ?? {};
  const title = numbered ? numbered.rest || (lines.body[start + 1]?.text ?? '') : text;
  return isUsualPoint(parseTitle(title).title);
}

/** Whether the case lines above `starts` stand nearer to those titles (1) or to the text before them (-1). */
function sideOf(starts: readonly number[], lines: Lines): number | null {
  const sides = starts.flatMap((start) => {
    const [before, line, title] = lines.body.slice(start - 2, start + 1);
    if (!before || !line || !title) return [];
    const [up, down] = [distance(before, line), distance(line, title)];
    if (up !== null && down !== null && up + down > 0) return [(up - down) / (up + down)];
    return line.gap === title.gap ? [] : [line.gap ? 1 : -1];
  });
  return sides.length === 0 ? null : sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

/** From one line down to the next, in points; null across pages and where places are unknown. */
function distance(above: Line, below: Line): number | null {
  return above.page === below.page && above.box && below.box ? below.box[1] - above.box[3] : null;
}

function caseBelow(start: number, lines: Lines): boolean {
  for (let i = start + 1; i <= start + 5; i++) {
    const line = lines.body[i];
    if (!line || line.word?.common) return false;
    if (line.caseLine) return true;
  }
  return false;
}
