import { pairUp } from '../score/pairing.ts';
import type { ReadDocument } from '../score/segmentation.ts';
import type { Truth } from '../score/truth.ts';

/** Outcomes one by one: an item with two of which one was read has one right and one missing. */
export interface OutcomeCounts {
  readonly right: number;
  readonly expected: number;
  readonly read: number;
}

export function countOutcomes(truth: Truth, document: ReadDocument): OutcomeCounts {
  const { pairs } = pairUp(truth.items, document.items, (expected, found) =>
    expected.number === found.number
      ? 1 + Number(expected.title === found.title)
      : Number(expected.title === found.title),
  );
  let right = 0;
  let expectedCount = 0;
  let readCount = 0;
  for (const [expected, found] of pairs) {
    const read = found?.decision?.outcomes ?? [];
    expectedCount += expected.outcomes.length;
    readCount += read.length;
    right += expected.outcomes.filter((outcome) => read.includes(outcome)).length;
  }
  return { right, expected: expectedCount, read: readCount };
}

export function sumOutcomes(counts: readonly OutcomeCounts[]): OutcomeCounts {
  return {
    right: counts.reduce((sum, each) => sum + each.right, 0),
    expected: counts.reduce((sum, each) => sum + each.expected, 0),
    read: counts.reduce((sum, each) => sum + each.read, 0),
  };
}
