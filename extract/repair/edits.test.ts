import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Repair } from '../../core/document.ts';
import { applyEdits, composeEdits, undoEdits } from './edits.ts';

/** A text with edits that fit it. */
function editsOf(text: string, seeds: readonly [number, number, string][]): Repair[] {
  const edits: Repair[] = [];
  let at = 0;
  for (const [gap, length, after] of seeds) {
    const start = at + gap;
    const end = start + length;
    if (end > text.length) break;
    edits.push({ start, end, before: text.slice(start, end), after, rule: 'test', confidence: 1 });
    at = end + 1;
  }
  return edits;
}

const seeds = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 6 });

test('undoing edits gives the input back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), seeds, (text, some) => {
      const edits = editsOf(text, some);
      expect(undoEdits(applyEdits(text, edits), edits)).toBe(text);
    }),
  );
});

test('two rounds composed do what the rounds do one after the other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), seeds, seeds, (text, some, more) => {
      const first = editsOf(text, some);
      const middle = applyEdits(text, first);
      const second = editsOf(middle, more);
      const both = composeEdits(text, first, second);
      const repaired = applyEdits(middle, second);
      expect(applyEdits(text, both)).toBe(repaired);
      expect(undoEdits(repaired, both)).toBe(text);
      for (const [at, edit] of both.entries()) {
        expect(edit.before).toBe(text.slice(edit.start, edit.end));
        expect(edit.start).toBeGreaterThanOrEqual(both[at - 1]?.end ?? 0);
      }
    }),
    { numRuns: 1000 },
  );
});
