import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser, caseTerm } from '../analysis/analyser.ts';
import { vocabularyOf } from '../testing/vocabulary.ts';
import { parseQuery } from './parse.ts';
import { keptCaseNumbers, settle } from './settle.ts';

const analyser = new Analyser(loadLexicon());
const archiveWith = (...numbers: string[]) => vocabularyOf(analyser, ...numbers.map(caseTerm));

test.each(['08-1871', '8/1871', '08 1871', 'sag nr. 08-1871', '2008/1871'])(
  '%s is a case where the archive has it',
  async (typed) => {
    expect(await settle(parseQuery(typed).words, archiveWith('08/1871'))).toMatchObject([
      { kind: 'case', values: expect.arrayContaining(['08/1871']) },
    ]);
  },
);

test('and figures where it has not', async () => {
  expect(await settle(parseQuery('10-200').words, archiveWith('08/1871'))).toEqual([
    { kind: 'word', written: '10', prefix: false },
    { kind: 'word', written: '200', prefix: false },
  ]);
});

test.each(['15-200', '10-2024', '2021-2022', '2024 2025', '08/1871'])(
  '%s alone is no case of another system than its notation is of',
  async (typed) => {
    const modern = ['SAG-2015-00200', 'SAG-2010-02024', 'SAG-2021-02022', 'SAG-2024-02025', 'SAG-2008-01871'];
    const words = await settle(parseQuery(typed).words, archiveWith(...modern));
    expect(words.flatMap((word) => (word.kind === 'case' ? word.values : []))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^SAG/)]),
    );
  },
);

test('but one that is called a case may be', async () => {
  expect(await settle(parseQuery('sag 15-200').words, archiveWith('SAG-2015-00200'))).toMatchObject([
    { kind: 'case', values: ['SAG-2015-00200'] },
  ]);
});

test('of two systems the likelier one is meant', async () => {
  const both = archiveWith('SAG-2022-00570', '22/570');
  expect(await keptCaseNumbers('2022-570', both)).toEqual(['SAG-2022-00570']);
  expect(await keptCaseNumbers('22-570', both)).toContain('22/570');
  expect(await keptCaseNumbers('22-570', both)).not.toContain('SAG-2022-00570');
});

test('one case that two papers print in two ways is asked for in both', async () => {
  expect(await keptCaseNumbers('19-3143', archiveWith('19/3143', '2019/003143'))).toEqual(
    expect.arrayContaining(['19/3143', '2019/003143']),
  );
});

test('a case that the archive lacks is still a case', async () => {
  expect(await settle(parseQuery('sag 2022 571').words, archiveWith('SAG-2022-00570'))).toMatchObject([
    { kind: 'case', values: ['SAG-2022-00571'] },
  ]);
});
