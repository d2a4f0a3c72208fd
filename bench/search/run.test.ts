import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('search holds its floors on the fictional meetings, and is better than an engine alone', async () => {
  const { figures } = await run({ short: true, corpus: null, gold: null, seed: 1 });
  const { below } = checkFloors(await loadFloors(), 'search', figures);
  expect(below).toEqual([]);
  const gain = (figures['search.fixtures.fts5.ndcg'] ?? 0) - (figures['search.fixtures.plainFts5.ndcg'] ?? 1);
  expect(gain).toBeGreaterThan(0.15);
});
