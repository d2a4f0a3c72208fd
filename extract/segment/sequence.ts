import type { Candidate } from './candidates.ts';
import { adjacentInContents, type Contents } from './contents.ts';
import { isChildOf, stepsBetween } from './numbers.ts';

/** Costs of a step from one accepted heading to the next. */
const COST = {
  /** A number was left out where the contents do not leave it out. */
  gap: 2,
  eachMissing: 0.5,
  mostMissing: 4,
  otherStyle: 1.5,
  /** The first number of the document is not 1. */
  lateStart: 2,
  /** A part of an item that has sections of its own. */
  insideItem: 3,
} as const;

/** Lists inside items are set like text; headings of one rank are set alike and count on. */
const GAIN = { sameStyle: 1, next: 0.5 } as const;

/**
 * The best consistent numbering: of all chains of candidates with ascending
 * numbers, the one whose evidence less the cost of its gaps is greatest.
 * A heading's own doubt is part of its score, so a chain takes in nothing that
 * speaks for it too faintly. O(n²) in the number of candidates.
 */
export function bestSequence(candidates: readonly Candidate[], contents: Contents): Candidate[] {
  const best: number[] = [];
  const previous: number[] = [];
  let end = -1;
  for (const [i, candidate] of candidates.entries()) {
    const start = candidate.score - startCost(candidate);
    best[i] = start;
    previous[i] = -1;
    for (let j = i - 1; j >= 0; j--) {
      const before = candidates[j];
      const sum = best[j];
      if (!before || sum === undefined || sum <= 0) continue;
      const cost = stepCost(before, candidate, contents);
      if (cost === null) continue;
      const total = sum + candidate.score - cost;
      if (total > (best[i] ?? 0)) {
        best[i] = total;
        previous[i] = j;
      }
    }
    if (end < 0 || (best[i] ?? 0) > (best[end] ?? 0)) end = i;
  }
  const chain: Candidate[] = [];
  for (let i = end; i >= 0 && (best[end] ?? 0) > 0; i = previous[i] ?? -1) {
    const candidate = candidates[i];
    if (candidate) chain.unshift(candidate);
  }
  return chain;
}

function startCost(candidate: Candidate): number {
  return candidate.number.every((part) => part <= 1) || candidate.inContents ? 0 : COST.lateStart;
}

/** Null where `b` cannot follow `a`. */
function stepCost(a: Candidate, b: Candidate, contents: Contents): number | null {
  const missing = stepsBetween(a.number, b.number);
  if (missing === null) return null;
  const sameRank = a.number.length === b.number.length;
  const alike = sameRank && a.word === b.word && a.close === b.close;
  let cost = sameRank && a.style !== null && a.style === b.style ? -GAIN.sameStyle : 0;
  if ((alike || !sameRank) && missing === 0) cost -= GAIN.next;
  if (missing > 0 && !adjacentInContents(contents, a.number, b.number)) {
    cost += COST.gap + Math.min(missing * COST.eachMissing, COST.mostMissing);
  }
  if (sameRank && !alike) cost += COST.otherStyle;
  if (isChildOf(b.number, a.number) && a.hasBody && !b.hasBody) cost += COST.insideItem;
  return cost;
}
