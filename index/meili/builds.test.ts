import { expect, test } from 'vitest';
import { buildsAmong, newBuild } from './builds.ts';

const NAMES = { records: 'kkr-records', words: 'kkr-words' };

test('each rebuild has names of its own, by which others find it', () => {
  const builds = [newBuild(NAMES), newBuild(NAMES)];
  const uids = builds.flatMap(({ records, words, replaced }) => [records, words, replaced]);
  expect(new Set(uids).size).toBe(6);
  expect(buildsAmong(['kkr-records', ...uids, 'kkr-words'], NAMES)).toEqual({
    underWay: builds,
    leftBehind: [],
  });
});

test('what another archive builds is none of ours, and what is old was left behind', () => {
  const theirs = newBuild({ records: 'kkr-records-building-records', words: 'kkr-words-building-words' });
  const uids = [theirs.records, theirs.words, theirs.replaced, 'kkr-words-building-1600000000000-abcdef'];
  const { underWay, leftBehind } = buildsAmong(uids, NAMES);
  expect(underWay).toEqual([]);
  expect(leftBehind.map(({ records }) => records)).toEqual(['kkr-records-building-1600000000000-abcdef']);
});
