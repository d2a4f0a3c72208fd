import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, editDistance } from './align.ts';

/** The slow, obvious table. */
function oracle(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

test('counts changes, losses and additions', () => {
  expect(editDistance('', '')).toBe(0);
  expect(editDistance('kommune', 'kommune')).toBe(0);
  expect(editDistance('', 'tre')).toBe(3);
  expect(editDistance('tre', '')).toBe(3);
  expect(editDistance('børn', 'bern')).toBe(1);
  expect(editDistance(['a', 'b', 'c'], ['a', 'c'])).toBe(1);
});

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 60 });

test('agrees with the plain table', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(editDistance(a, b)).toBe(oracle(a, b));
    }),
  );
});

test('its steps lead from one sequence to the other at the price that it names', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      const { steps, distance } = align(a, b);
      expect(steps.filter((step) => step.kind !== 'same')).toHaveLength(distance);
      const left = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.from]));
      const right = steps.flatMap((step) => (step.kind === 'lost' ? [] : [step.to]));
      expect(left).toEqual([...a].map((_, index) => index));
      expect(right).toEqual([...b].map((_, index) => index));
      for (const step of steps) if (step.kind === 'same') expect(a[step.from]).toBe(b[step.to]);
    }),
  );
});
