import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokens } from './tokens.ts';

const words = (text: string) => tokens(text).map((token) => token.value);

const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

test('cuts a text into words and numbers', () => {
  expect(words("KL's møde den 19. juni: 19.000 kr., 2,5 mio. og pkt. 2.10.")).toEqual([
    'KL',
    'møde',
    'den',
    '19',
    'juni',
    '19.000',
    'kr',
    '2,5',
    'mio',
    'og',
    'pkt',
    '2.10',
  ]);
  expect(words('DK2020-planer, COVID-19 og 3F')).toEqual(['DK2020', 'planer', 'COVID', '19', 'og', '3F']);
});

test('does as the regular expression that says the same', () => {
  const slow = (text: string) =>
    text.match(/\d+(?:[.,]\d+)*(?!\p{L}|[.,]?\d)|[\p{L}\d][\p{L}\p{M}\d]*/gu) ?? [];
  const text = fc.string({ unit: fc.constantFrom(...'abæøÅé19., -/\n§'), maxLength: 30 });
  fc.assert(
    fc.property(text, (given) => {
      expect(words(given)).toEqual(slow(given));
    }),
  );
});

test('every token is what the text has at its place', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end, value } of tokens(text)) expect(text.slice(start, end)).toBe(value);
    }),
  );
});
