import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from './stem.ts';

// Words and stems as Snowball's own Danish stemmer (3.1.1, the generated Python one) gives them.
const OFFICIAL = readFileSync(new URL('./stems.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

test('stems words as the official stemmer does', () => {
  expect(OFFICIAL.length).toBeGreaterThan(200);
  expect(OFFICIAL.map(([word = '']) => [word, stem(word)])).toEqual(OFFICIAL);
});

test('all forms of a noun meet in one stem', () => {
  for (const form of ['klynge', 'klyngen', 'klynger', 'klyngerne', 'klyngernes'])
    expect(stem(form)).toBe('klyng');
});

test('a stem begins its word and is never empty', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdegiklnorstæøå'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(word, (text) => {
      expect(stem(text)).not.toBe('');
      expect(text.startsWith(stem(text))).toBe(true);
    }),
  );
});
