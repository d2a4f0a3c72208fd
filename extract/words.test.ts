import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWords, unpackWords } from './words.ts';

const quarters = fc.integer({ min: -400, max: 20_000 }).map((value) => value / 4);
const length = fc.integer({ min: 0, max: 4000 }).map((value) => value / 4);
const words = fc
  .array(
    fc.record({
      gap: fc.nat(300),
      length: fc.nat(60),
      left: quarters,
      top: quarters,
      width: length,
      height: length,
    }),
  )
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length: letters, left, top, width, height }) => {
      const start = at + gap;
      at = start + letters;
      return {
        start,
        end: at,
        box: [left, top, left + width, top + height] satisfies [number, number, number, number],
      };
    });
  });

test('words come back as they were packed, to the quarter point', () => {
  fc.assert(
    fc.property(words, (given) => {
      expect(unpackWords(packWords(given))).toEqual(given);
    }),
  );
});

test('nothing packs to null, and what was cut short is refused', () => {
  expect(packWords([])).toBeNull();
  expect(unpackWords(null)).toEqual([]);
  const packed = packWords([{ start: 0, end: 3, box: [10, 10, 30, 20] }]) ?? '';
  expect(() => unpackWords(Buffer.from(packed, 'base64').subarray(0, 4).toString('base64'))).toThrow(
    RangeError,
  );
});
