import { expect, test } from 'vitest';
import { ndcg, recall, reciprocalRank, scoreByKind, searchMisses } from './search.ts';

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
]);

test('a perfect ranking scores 1', () => {
  expect(ndcg(['a', 'b', 'c'], grades)).toBe(1);
  expect(recall(['c', 'b', 'a'], grades)).toBe(1);
  expect(reciprocalRank(['a'], grades)).toBe(1);
});

test('an empty or useless answer scores 0', () => {
  expect(ndcg([], grades)).toBe(0);
  expect(ndcg(['x', 'y'], grades)).toBe(0);
  expect(recall([], grades)).toBe(0);
  expect(reciprocalRank(['x'], grades)).toBe(0);
});

test('an order that is partly wrong loses by place', () => {
  // Gains 7, 3, 1 at discounts 1, log2 3, 2: the ideal is 9.3928, this order 8.8235.
  expect(ndcg(['a', 'c', 'b'], grades)).toBeCloseTo((7 + 1 / Math.log2(3) + 3 / 2) / 9.39279, 4);
  expect(ndcg(['x', 'a', 'b', 'c'], grades)).toBeLessThan(ndcg(['a', 'x', 'b', 'c'], grades));
  expect(recall(['a', 'x', 'b'], grades, 2)).toBe(0.5);
  expect(reciprocalRank(['x', 'b'], grades)).toBe(0.5);
});

test('a hit that stands twice earns once', () => {
  expect(ndcg(['a', 'a', 'a'], grades)).toBe(ndcg(['a'], grades));
});

test('where nothing should be found, finding nothing is right', () => {
  expect(ndcg([], new Map())).toBe(1);
  expect(ndcg(['x'], new Map())).toBe(0);
});

test('scores are kept by kind and the misses listed worst first', () => {
  const runs = [
    { query: 'SAG-2024-00126', kind: 'case', ranked: ['a'], grades: new Map([['a', 1]]) },
    { query: 'klima', kind: 'word', ranked: ['x', 'a'], grades: new Map([['a', 1]]) },
    { query: 'flygtninge', kind: 'word', ranked: [], grades: new Map([['a', 1]]) },
  ];
  expect(scoreByKind(runs).get('case')).toEqual({ queries: 1, ndcg: 1, recall: 1, mrr: 1 });
  expect(scoreByKind(runs).get('word')?.mrr).toBe(0.25);
  expect(searchMisses(runs).map((miss) => miss.run.query)).toEqual(['flygtninge', 'klima']);
});
