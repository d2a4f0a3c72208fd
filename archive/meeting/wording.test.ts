import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameWording } from './wording.ts';

const text =
  'Det indstilles, at KKR godkender rammeaftalen for 2031 og anbefaler kommunerne at afsætte 3,5 mio. kr. til en fælles indsats over fire år.';

describe('the same wording', () => {
  test('wherever spaces, hyphens at line ends and capitals fall', () => {
    // A line may break anywhere but inside a figure.
    const gaps = Array.from(text, (_, at) => at).filter((at) => !/[\d,.]/.test(text.slice(at - 1, at + 1)));
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...gaps), { maxLength: 8 }), (places) => {
        const breaks = new Set(places);
        const broken = Array.from(text, (letter, at) => (breaks.has(at) ? `-\n${letter}` : letter)).join('');
        expect(sameWording(text, broken.toUpperCase())).toBe(true);
      }),
    );
  });

  test('one letter in a hundred may differ, a figure may not', () => {
    expect(sameWording(text, text.replace('godkender', 'gndkender'))).toBe(true);
    expect(sameWording(text, text.replace('3,5', '8,5'))).toBe(false);
    expect(sameWording(text, text.replace('3,5', '35'))).toBe(false);
    expect(sameWording(text, text.replace('2031', '2032'))).toBe(false);
  });

  test.each([
    ['godkender', 'ikke godkender'],
    ['godkender', 'drøfter'],
    [' over fire år', ''],
    ['anbefaler', 'pålægger'],
  ])('%j is not %j', (from, to) => {
    expect(sameWording(text, text.replace(from, to))).toBe(false);
  });

  test('is even-handed', () => {
    const some = fc.string({ unit: fc.constantFrom(...'abc 12-'), maxLength: 300 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(sameWording(a, b)).toBe(sameWording(b, a));
        expect(sameWording(a, a)).toBe(true);
      }),
    );
  });
});
