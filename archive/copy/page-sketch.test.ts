import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf, isSamePage, packHashes, resemblance, sketchOf, unpackHashes } from './page-sketch.ts';

const page = `Kommunerne i regionen har i de seneste år samarbejdet om at nedbringe ventetiden på
rehabilitering efter udskrivning. Arbejdsgruppen foreslår, at kommunerne fortsætter med fælles
kompetenceforløb for terapeuter, og at der følges op med en årlig opgørelse over antallet af borgere.
Forslaget er drøftet i kredsen af direktører, som bakker op om retningen og peger på behovet for data.`;

const other = `Rammeaftalen fastlægger takstudviklingen på det specialiserede område. Driftsherrerne skal
nedbringe udgifterne med tre procent over fire år, og der gives ikke kompensation for tomme pladser.
Socialtilsynet har i perioden gennemført flere uanmeldte besøg end tidligere og godkendt ti nye tilbud.`;

const mustSketch = (text: string) => {
  const sketch = sketchOf(text);
  if (!sketch) throw new Error('the text is long enough');
  return sketch;
};

/** What an English engine makes of Danish print, in the places that fast-check picks. */
const damaged = fc.array(fc.nat(page.length - 1), { maxLength: 4 }).map((places) => {
  const letters = [...page.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')];
  for (const place of places) letters[place % letters.length] = '|';
  return letters.join('').replaceAll('\n', ' ').replaceAll('. ', '.\n\n');
});

describe('near-identical pages', () => {
  test('a page is itself after damage by OCR, other line ends and a few lost letters', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(isSamePage(mustSketch(page), mustSketch(text), { scanned: true })).toBe(true);
      }),
    );
  });

  test('different pages are not one', () => {
    expect(isSamePage(mustSketch(page), mustSketch(other), { scanned: true })).toBe(false);
    expect(resemblance(mustSketch(page).letters, mustSketch(other).letters)).toBeLessThan(0.1);
  });

  test('of two text layers a page with another paragraph is a new version, other line ends are none', () => {
    const printed = { scanned: false };
    const revised = page.replace(
      /Forslaget er .*$/s,
      'Forslaget er trukket tilbage efter kritik fra borgerne.',
    );
    expect(isSamePage(mustSketch(page), mustSketch(revised), printed)).toBe(false);
    expect(isSamePage(mustSketch(page), mustSketch(page.replaceAll('\n', ' ')), printed)).toBe(true);
  });

  test('tables that differ in their figures only are two', () => {
    const names = [
      'Aalborg',
      'Brønderslev',
      'Frederikshavn',
      'Hjørring',
      'Jammerbugt',
      'Mariagerfjord',
      'Morsø',
    ];
    const table = (factor: number) =>
      [...names, ...names.map((name) => `${name} opland og omliggende landsbyer`)]
        .map((name, at) => `${name} Kommune, tildelte pladser ${(at + 3) * factor}`)
        .join('\n');
    expect(isSamePage(mustSketch(table(7)), mustSketch(table(7)), { scanned: false })).toBe(true);
    expect(isSamePage(mustSketch(table(7)), mustSketch(table(11)), { scanned: true })).toBe(false);
  });

  test('a page with next to no text has no sketch', () => {
    expect(sketchOf('Bilag 1\nNotat om økonomi')).toBeNull();
    expect(sketchOf('12 34 56 78 90 '.repeat(100))).toBeNull();
  });

  test('resemblance is even-handed, 1 with itself, and what a full comparison says, roughly', () => {
    const text = fc.array(fc.constantFrom(...page.split(/\s+/), ...other.split(/\s+/)), {
      minLength: 60,
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const a = mustSketch(left.join(' '));
        const b = mustSketch(right.join(' '));
        expect(resemblance(a.letters, b.letters)).toBe(resemblance(b.letters, a.letters));
        expect(resemblance(a.letters, a.letters)).toBe(1);
        expect(anchorsOf(a).length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  test('a sketch survives being stored', () => {
    const { letters } = mustSketch(page);
    expect(unpackHashes(packHashes(letters))).toEqual(letters);
  });
});
