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

const SHORT_NAMES = `F.eks. kan kommunerne bl.a. søge om midler på området, og S-banen og S-tog skal køre. Borgmesteren i
Ry talte om Mors og om økonomien, da de mødtes i går på rådhuset i København. Både V, S og F går med, jf. bilag A-D.`;

test.each([
  ['a sign', '\ufffd'],
  ['a question mark', '?'],
  ['a blank', ' '],
  ['nothing', ''],
])(
  'letters that became %s leave abbreviations, lines of trains, parties and short names alone',
  (_, left) => {
    const { text } = repairer.repair(SHORT_NAMES.replace(/[æøåÆØÅ]/gu, left), null);
    for (const right of [
      'F.eks. kan',
      'bl.a.',
      'S-banen og S-tog',
      '\nRy talte om Mors og',
      'V, S og F ',
      'A-D.',
    ])
      expect(text).toContain(right);
    expect(text).toContain('mødtes i går');
  },
);

test('a question mark behind a letter is that letter, whatever follows', () => {
  const text = `Kommunerne på øerne må søge om støtte, når bådene går i stå på Læsø. Mødet på Læsø er først næste år.`;
  expect(repairer.repair(text.replace(/[æøåÆØÅ]/gu, '?'), null).text).toBe(text);
});
