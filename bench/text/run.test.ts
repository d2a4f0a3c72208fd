import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('page text holds its floors on the fictional meetings', async () => {
  const result = await run({ short: true, corpus: null, gold: null, seed: 1 });
  const { below } = checkFloors(await loadFloors(), 'text', result.figures);
  expect(below).toEqual([]);
  expect(result.figures['text.born-digital.characterErrors']).toBeLessThan(0.01);
  expect(result.figures['text.born-digital.order']).toBeGreaterThan(0.99);
}, 120_000);
