import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('what ties documents together holds its floors', async () => {
  const { figures } = await run({ short: true, corpus: null, gold: null, seed: 1 });
  expect(checkFloors(await loadFloors(), 'matters', figures).below).toEqual([]);
});
