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
