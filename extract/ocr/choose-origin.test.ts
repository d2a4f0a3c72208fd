import { expect, test } from 'vitest';
import { chooseOrigin, isSuspect, type PaintEvidence, type TextEvidence } from './choose-origin.ts';

const GOOD: TextEvidence = {
  letters: 1800,
  unusable: 0,
  words: 150,
  known: 145,
  scrambled: false,
  danishLetters: 54,
  foreign: false,
  blank: 0.05,
};
const EMPTY: TextEvidence = {
  letters: 0,
  unusable: 0,
  words: 0,
  known: 0,
  scrambled: false,
  danishLetters: 0,
  foreign: false,
  blank: 1,
};
const PICTURE: PaintEvidence = { cover: 1, hidden: 0, shapes: 0 };
const NOTHING: PaintEvidence = { cover: 0, hidden: 0, shapes: 2 };

test.each<[string, TextEvidence, PaintEvidence, string]>([
  ['ordinary text', GOOD, NOTHING, 'layer'],
  ['a scanned page', EMPTY, PICTURE, 'ocr'],
  ['letters drawn as shapes', EMPTY, { ...NOTHING, shapes: 900 }, 'ocr'],
  ['an empty page', EMPTY, NOTHING, 'none'],
  ['an English reading hidden over a scan', { ...GOOD, known: 100 }, { ...PICTURE, hidden: 1 }, 'ocr'],
  ['a reading without æ, ø and å hidden', { ...GOOD, danishLetters: 2 }, { ...PICTURE, hidden: 1 }, 'ocr'],
  ['born-digital text that happens to lack them', { ...GOOD, danishLetters: 2 }, NOTHING, 'layer'],
  [
    'an English reading shown in letters of its own over a scan',
    { ...GOOD, known: 100, danishLetters: 2 },
    PICTURE,
    'ocr',
  ],
  ['names over a picture', { ...GOOD, known: 100 }, PICTURE, 'both'],
  ['a good Danish reading hidden over a scan', GOOD, { ...PICTURE, hidden: 1 }, 'layer'],
  ['Swedish hidden over a scan', { ...GOOD, known: 60, foreign: true }, { ...PICTURE, hidden: 1 }, 'layer'],
  ['letters without Unicode values', { ...GOOD, unusable: 60 }, NOTHING, 'ocr'],
  ['letters that are others', { ...GOOD, known: 3 }, NOTHING, 'ocr'],
  ['a stamp on a scan', { ...EMPTY, letters: 20 }, PICTURE, 'both'],
  ['a scanned figure in a page of text', GOOD, { ...PICTURE, cover: 0.3 }, 'both'],
  ['a logo', GOOD, { ...PICTURE, cover: 0.03 }, 'layer'],
])('%s', (_, text, paint, take) => {
  const choice = chooseOrigin(text, paint);
  expect(choice.take).toBe(take);
  expect(choice.reason).toMatch(/^\p{Lu}.*\.$/u);
});

test('only pages whose text gives reason for it are taken apart', () => {
  expect(isSuspect(GOOD, true)).toBe(false);
  expect(isSuspect({ ...GOOD, blank: 0.4 }, true)).toBe(true);
  expect(isSuspect({ ...GOOD, blank: 0.4 }, false)).toBe(false);
  expect(isSuspect(EMPTY, false)).toBe(true);
  expect(isSuspect({ ...GOOD, known: 100 }, true)).toBe(true);
  expect(isSuspect({ ...GOOD, known: 10 }, false)).toBe(true);
});
