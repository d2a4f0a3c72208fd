import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLetters, longWords, sampleOf } from './long-words.ts';

/** The same said as a pattern, which takes several times as long. */
const PATTERN = /(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu;

test('words of four letters and more, without those that hold figures or hyphens', () => {
  expect(longWords('I 2024 fik KKR-mødet 3 EU-midler til Ærø, Ølstykke og Žilina.')).toEqual([
    'Ølstykke',
    'Žilina',
  ]);
});

test('as the patterns say, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdåØé1-. \n–\u0439\u0301\uf0b7') });
  fc.assert(
    fc.property(text, (any) => {
      expect(longWords(any)).toEqual(any.match(PATTERN) ?? []);
      expect(countLetters(any)).toBe(any.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
    }),
  );
});

test('a sample is evenly spread and never longer than asked', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 20 }), (words, most) => {
      const sample = sampleOf(words, most);
      expect(sample.length).toBeLessThanOrEqual(most);
      expect(sample[0]).toBe(words[0]);
    }),
  );
});
