import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('segmentation holds its floors on the fictional meetings', async () => {
  const result = await run({ short: true, corpus: null, gold: null, seed: 1 });
  const { below } = checkFloors(await loadFloors(), 'segment', result.figures);
  expect(below).toEqual([]);
  expect(result.figures['segment.fixtures.items.f1']).toBeGreaterThan(0.9);
});
