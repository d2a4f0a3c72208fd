import type { Candidate } from './candidates.ts';
import { parseTitle } from './item-title.ts';
import type { Lines } from './lines.ts';
import { isUsualPoint } from './usual-points.ts';

/** From a point that opens every meeting to one that closes it: that count is the agenda, however it is set. */
export function isFramed(chain: readonly Candidate[]): boolean {
  const ends = [chain[0], chain.at(-1)];
  return ends.every((each) => each !== undefined && isUsualPoint(parseTitle(each.rest).title));
}

/** A short meeting: two points, one of them of the kind that no agenda lacks, and no section before them. */
export function isWholeAgenda(chain: readonly Candidate[], lines: Lines): boolean {
  const first = chain[0]?.line ?? 0;
  return (
    chain.some((candidate) => isUsualPoint(parseTitle(candidate.rest).title)) &&
    !lines.body.slice(0, first).some((line) => line.word?.common)
  );
}
