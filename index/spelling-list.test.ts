import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edits } from './analysis/edits.ts';
import { SpellingList } from './spelling-list.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'aeikrstæøå'), minLength: 1, maxLength: 12 }), {
  maxLength: 40,
});
const atMost = fc.constantFrom(1, 2);

/** The textbook recursion, slow and obvious. */
function slowEdits(a: string, b: string): number {
  const table: number[][] = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      table[i]?.splice(j, 1, Math.min(...ways));
    }
  }
  return at(a.length, b.length);
}

test('counts edits as the textbook does, and gives up beyond the limit', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abæ'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, atMost, (a, b, limit) => {
      expect(edits(a, b, limit)).toBe(Math.min(slowEdits(a, b), limit + 1));
    }),
  );
});

test('misses no word that is near enough', () => {
  fc.assert(
    fc.property(words, words, atMost, (all, [word = 'sag'], limit) => {
      expect(new SpellingList(all).near(word, limit)).toEqual(
        all.filter((other) => slowEdits(word, other) <= limit),
      );
    }),
  );
});
