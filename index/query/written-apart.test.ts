import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { vocabularyOf } from '../testing/vocabulary.ts';
import { parseQuery } from './parse.ts';
import { settle } from './settle.ts';
import { writtenApart } from './written-apart.ts';

const analyser = new Analyser(loadLexicon());

async function joinedIn(query: string, ...archive: string[]) {
  const vocabulary = vocabularyOf(analyser, ...archive);
  const found = await writtenApart(await settle(parseQuery(query).words, vocabulary), analyser, vocabulary);
  return [...found].map(([place, alternatives]) => [place, alternatives.map(({ terms }) => terms[0])]);
}

test.each([
  ['køle skabet', 'køleskab'],
  ['midtvejs regulering', 'midtvejsreguleringen'],
  ['Midtvejs Reguleringer', 'midtvejsregulering'],
  ['sundhed klynge', 'sundhedsklyngerne'],
])('%s is %s written apart', async (query, compound) => {
  const { term } = analyser.word(compound);
  expect(await joinedIn(query, compound)).toEqual([
    [0, [term]],
    [1, [term]],
  ]);
});

test('of three words', async () => {
  const { term } = analyser.word('arbejdsmarkedsråd');
  expect(await joinedIn('nye arbejds markeds råd', 'arbejdsmarkedsråd')).toEqual([
    [1, [term]],
    [2, [term]],
    [3, [term]],
  ]);
});

test.each([
  ['tilskud til syn', 'tilsyn'],
  ['køle "skabet"', 'køleskab'],
  ['køle* skabet', 'køleskab'],
  ['køle 2024 skabet', 'køleskab'],
  ['køle skabet', 'køl'],
])('%s is not %s', async (query, compound) => {
  expect(await joinedIn(query, compound)).toEqual([]);
});
