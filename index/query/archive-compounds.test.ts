import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { vocabularyOf } from '../testing/vocabulary.ts';
import { compoundsWith, partsInArchive } from './archive-compounds.ts';

const analyser = new Analyser(loadLexicon());

test.each([
  ['zyfrem', 'zyfremforbindelsen'],
  ['zyfrem', 'zyfremsplanen'],
  ['zyfrem', 'nordzyfrem'],
])('%s is found within %s, which no dictionary can take apart', async (name, compound) => {
  const found = await compoundsWith(name, analyser, vocabularyOf(analyser, name, compound));
  expect(found.map((word) => word.folded)).toEqual([compound]);
});

test.each([
  ['a word of the dictionary, whose compounds the analysis knows', 'klynge', ['klyngeplan']],
  ['an inflection', 'zyfrem', ['zyfremmen', 'zyfrems']],
  ['what goes on with no word', 'zyfrem', ['zyfremqxwtz']],
  ['a short word', 'zyf', ['zyfplan']],
])('no compound of its own: %s', async (_, name, words) => {
  expect(await compoundsWith(name, analyser, vocabularyOf(analyser, name, ...words))).toEqual([]);
});

test('a typed compound is cut where the archive knows both parts, whatever links them', async () => {
  const vocabulary = vocabularyOf(analyser, 'Zyfrem', 'Qvintol', 'plan');
  const terms = ['zyfrem', 'qvintol'].map((word) => analyser.word(word).term);
  expect(await partsInArchive('zyfremqvintol', analyser, vocabulary)).toEqual(terms);
  expect(await partsInArchive('zyfremsqvintol', analyser, vocabulary)).toEqual(terms);
  expect(await partsInArchive('zyfremvrobl', analyser, vocabulary)).toEqual([]);
  expect(await partsInArchive('købsaftale', analyser, vocabularyOf(analyser, 'købs', 'aftale'))).toEqual([]);
});

test.each([
  ['gudenåen', 'gudenåkomitéen'],
  ['brøndbyøster', 'brøndbyøstertilbuddene'],
])('a name of the dictionary: %s is found within %s', async (name, compound) => {
  const { folded } = analyser.word(name);
  const found = await compoundsWith(folded, analyser, vocabularyOf(analyser, compound));
  expect(found.map(({ shown }) => shown)).toEqual([compound]);
});

test('but no name is a part of another', async () => {
  const vocabulary = vocabularyOf(analyser, 'Syddanmark', 'Nordsjælland');
  expect(await compoundsWith('danmark', analyser, vocabulary)).toEqual([]);
  expect(await compoundsWith('sjælland', analyser, vocabulary)).toEqual([]);
});

test('a brand run together is cut at its capitals, or where one part is a name', async () => {
  expect(analyser.outerParts('VisitAarhus')).toEqual(['visit', 'aarhus']);
  const { folded } = analyser.word('visitaarhus');
  expect(await partsInArchive(folded, analyser, vocabularyOf(analyser, 'visit', 'Aarhus'))).toEqual([
    'visit',
    'aarhus',
  ]);
});
