import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameWording } from './wording.ts';

const text =
  'Det indstilles, at KKR godkender rammeaftalen for 2031 og anbefaler kommunerne at afsætte 3,5 mio. kr. til en fælles indsats over fire år.';

describe('the same wording', () => {
  test('wherever spaces, hyphens at line ends and capitals fall', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (places) => {
        let broken = text;
        for (const place of places) broken = `${broken.slice(0, place)}-\n${broken.slice(place)}`;
        // A break inside a figure makes two figures of it; that is no line end in print.
        if (/\d-\n[\d,]|,-\n5/.test(broken)) return;
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
