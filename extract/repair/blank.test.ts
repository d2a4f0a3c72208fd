import { expect, test } from 'vitest';
import { undoEdits } from './edits.ts';
import { loadRepairer } from './repair.ts';

const repairer = loadRepairer();
const TEXT = `Kommunerne i området ønsker, at børn og unge på skolerne får hjælp så tidligt som muligt, også når
det gælder sundhed. Mødet om økonomien er først næste år, og rådet drøfter, hvordan støtten øges.`;

test('a blank where each letter stood', () => {
  const damaged = TEXT.replace(/[æøåÆØÅ]/gu, ' ');
  const { text, edits } = repairer.repair(damaged, null);
  expect(text).toBe(TEXT);
  expect(undoEdits(text, edits)).toBe(damaged);
  expect(repairer.repair(text, null).edits).toEqual([]);
});

test('blanks that were narrowed to one', () => {
  const damaged = TEXT.replace(/[æøåÆØÅ]/gu, ' ').replaceAll(/ +/gu, ' ');
  expect(repairer.repair(damaged, null).text).toBe(TEXT);
});

test.each([
  'KKR Midtjylland mener, at der er plads til alle i den nye plan, og at kommunen er klar.',
  'Det var en kold vinter, men i maj kom varmen, og alle gik ud i haven med deres kaffe og kage.',
  'Se side 4 og 5. Tabel 1: 10 20 30 40.',
])('leaves text that happens to have none of the letters: %j', (text) => {
  expect(repairer.repair(text, null).text).toBe(text);
});
