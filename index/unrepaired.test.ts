import { expect, test } from 'vitest';
import { unrepairedWords } from './unrepaired.ts';

const repair = (start: number, before: string, after: string) => ({
  start,
  end: start + before.length,
  before,
  after,
  rule: 'test',
  confidence: 1,
});

test('gives the words as they stood before repair', () => {
  const page = {
    text: 'Børnene på Lolland er glade',
    repairs: [repair(1, 'g', 'ø'), repair(8, 'pa', 'på'), repair(11, 'Lo lland', 'Lolland')],
  };
  expect(unrepairedWords(page)).toEqual(['Bgrnene']);
});

test('a repair that does not fit its text is left aside', () => {
  expect(unrepairedWords({ text: 'Kort', repairs: [repair(90, 'x', 'y')] })).toEqual([]);
});
