import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('repair holds its floors', { timeout: 120_000 }, async () => {
  const { figures } = await run({ short: true, corpus: null, gold: null, seed: 1 });
  expect(checkFloors(await loadFloors(), 'repair', figures).below).toEqual([]);
});
