import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import type { Vocabulary, VocabularyWord } from '../engine.ts';
import { compoundsWith, partsInArchive } from './archive-compounds.ts';

const analyser = new Analyser(loadLexicon());

function vocabularyOf(...words: string[]): Vocabulary {
  const all = words.map((word): VocabularyWord => {
    const { shown, folded, term } = analyser.word(word);
    return { shown, folded, term, count: 1 };
  });
  const having = (test: (word: VocabularyWord) => boolean) => Promise.resolve(all.filter(test));
  return {
    counts: (terms) =>
      Promise.resolve(new Map(all.filter((word) => terms.includes(word.term)).map((word) => [word.term, 1]))),
    size: () => Promise.resolve(10),
    bareWords: () => having(() => false),
    nearWords: () => having(() => false),
    wordsFrom: (prefix) => having((word) => word.folded.startsWith(prefix)),
    wordsTo: (suffix) => having((word) => word.folded.endsWith(suffix)),
  };
}

test.each([
  ['zyfrem', 'zyfremforbindelsen'],
  ['zyfrem', 'zyfremsplanen'],
  ['zyfrem', 'nordzyfrem'],
])('%s is found within %s, which no dictionary can take apart', async (name, compound) => {
  const found = await compoundsWith(name, analyser, vocabularyOf(name, compound));
  expect(found.map((word) => word.folded)).toEqual([compound]);
});

test.each([
  ['a word of the dictionary, whose compounds the analysis knows', 'klynge', ['klyngeplan']],
  ['an inflection', 'zyfrem', ['zyfremmen', 'zyfrems']],
  ['what goes on with no word', 'zyfrem', ['zyfremqxwtz']],
  ['a short word', 'zyf', ['zyfplan']],
])('no compound of its own: %s', async (_, name, words) => {
  expect(await compoundsWith(name, analyser, vocabularyOf(name, ...words))).toEqual([]);
});

test('a typed compound is cut where the archive knows both parts, whatever links them', async () => {
  const vocabulary = vocabularyOf('Zyfrem', 'Qvintol', 'plan');
  const terms = ['zyfrem', 'qvintol'].map((word) => analyser.word(word).term);
  expect(await partsInArchive('zyfremqvintol', analyser, vocabulary)).toEqual(terms);
  expect(await partsInArchive('zyfremsqvintol', analyser, vocabulary)).toEqual(terms);
  expect(await partsInArchive('zyfremvrobl', analyser, vocabulary)).toEqual([]);
  expect(await partsInArchive('købsaftale', analyser, vocabularyOf('købs', 'aftale'))).toEqual([]);
});
