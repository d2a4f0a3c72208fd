import { expect, test } from 'vitest';
import type { PageLine } from '../../core/document.ts';
import { nearestMatch } from './locate-blocks.ts';
import { scorePageText, sumPageTexts } from './page-text.ts';
import type { TruePage } from './truth.ts';

const truth: TruePage = {
  number: 1,
  language: 'dan',
  blocks: [
    { role: 'header', text: 'KKR Nordjylland | 12-03-2021' },
    { role: 'contents', text: '1.1. Godkendelse af dagsorden ......... 3' },
    { role: 'heading', text: '1.1. Godkendelse af dagsorden' },
    { role: 'body', text: 'Dagsordenen er udsendt til medlemmerne, jf. forretningsordenen.' },
    { role: 'heading', text: 'Indstilling' },
    { role: 'body', text: 'Det indstilles, at KKR Nordjylland godkender dagsordenen.' },
    { role: 'footer', text: 'Side 1 af 9' },
  ],
};

/** Lines as a reader gives them; a role that is set aside has no place in the text. */
function page(lines: readonly [PageLine['role'], string][]) {
  let text = '';
  const placed = lines.map(([role, line]): PageLine => {
    const aside = role === 'header' || role === 'footer';
    const start = aside ? null : text.length;
    if (!aside) text += `${line}\n`;
    return { text: line, start, role, box: null, size: null, bold: false };
  });
  return { text, lines: placed };
}

const perfect: [PageLine['role'], string][] = [
  ['header', 'KKR Nordjylland | 12-03-2021'],
  ['contents', '1.1. Godkendelse af dagsorden ......... 3'],
  ['heading', '1.1. Godkendelse af dagsorden'],
  ['body', 'Dagsordenen er udsendt til medlemmerne,'],
  ['body', 'jf. forretningsordenen.'],
  ['heading', 'Indstilling'],
  ['body', 'Det indstilles, at KKR Nordjylland godkender dagsordenen.'],
  ['footer', 'Side 1 af 9'],
];

test('a page read perfectly has no error of any sort', () => {
  const score = sumPageTexts([scorePageText(truth, page(perfect))]);
  expect(score).toMatchObject({
    characterErrorRate: 0,
    characterErrorRateAnyOrder: 0,
    wordErrorRate: 0,
    extraRate: 0,
    order: 1,
    furnitureF1: 1,
    contentsF1: 1,
    lostBlocks: 0,
  });
});

test('a page of which nothing was read is all errors', () => {
  const score = scorePageText(truth, { text: '', lines: [] });
  expect(score.characterErrors).toBe(score.characters);
  expect(score.characterErrorsAnyOrder).toBe(score.characters - 3); // the three spaces between blocks
  expect(score.lostBlocks).toHaveLength(4);
});

test('an empty page read as empty is right', () => {
  const score = scorePageText({ number: 2, language: null, blocks: [] }, { text: '', lines: [] });
  expect(sumPageTexts([score])).toMatchObject({ characterErrorRate: 0, order: 1, furnitureF1: 1 });
});

test('wrong characters are counted once, and not as wrong order', () => {
  const damaged = perfect.map(([role, line]): [PageLine['role'], string] => [
    role,
    line.replace('medlemmerne', 'medlemrnerne'),
  ]);
  const score = scorePageText(truth, page(damaged));
  expect(score.characterErrors).toBe(2);
  expect(score.characterErrorsAnyOrder).toBe(2);
  expect(score.wordErrors).toBe(1);
  expect(score.neighboursInOrder).toBe(score.neighbours);
});

test('wrong order is not counted as wrong characters', () => {
  const [a, b, c, d, e, f, g, h] = perfect;
  const swapped = [a, b, f, g, c, d, e, h].filter((line) => line !== undefined);
  const score = scorePageText(truth, page(swapped));
  expect(score.characterErrorsAnyOrder).toBe(0);
  expect(score.characterErrors).toBeGreaterThan(50);
  expect(score.neighbours - score.neighboursInOrder).toBe(1);
});

test('a running header left in the body is extra text and missed furniture', () => {
  const leaked = perfect.map(([role, line]): [PageLine['role'], string] => [
    role === 'header' ? 'body' : role,
    line,
  ]);
  const score = scorePageText(truth, page(leaked));
  expect(score.furniture).toEqual({ found: 1, missed: 1, invented: 0 });
  expect(score.extraCharacters).toBe('KKRNordjylland|12-03-2021'.length);
});

test('body text taken for furniture is invented furniture and a lost block', () => {
  const eaten = perfect.map(([role, line]): [PageLine['role'], string] => [
    line === 'Indstilling' ? 'header' : role,
    line,
  ]);
  const score = scorePageText(truth, page(eaten));
  expect(score.furniture).toEqual({ found: 2, missed: 0, invented: 1 });
  expect(score.lostBlocks).toEqual(['Indstilling']);
});

test('a contents list taken for body text is extra text', () => {
  const taken = perfect.map(([role, line]): [PageLine['role'], string] => [
    role === 'contents' ? 'list' : role,
    line,
  ]);
  const score = scorePageText(truth, page(taken));
  expect(score.contents.missed).toBe(1);
  expect(score.extraCharacters).toBeGreaterThan(20);
});

test('the nearest match is found inside other text', () => {
  expect(nearestMatch('klimaplan', 'den nye klirnaplan er')).toEqual({ start: 8, end: 18, distance: 2 });
  expect(nearestMatch('klima', '')).toMatchObject({ distance: 5 });
});
