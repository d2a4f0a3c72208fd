import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('repair holds its floors', { timeout: 120_000 }, async () => {
  const { figures } = await run({ short: true, corpus: null, gold: null, seed: 1 });
  expect(checkFloors(await loadFloors(), 'repair', figures).below).toEqual([]);
  const { 'repair.english-ocr.ceiling': ceiling = 0, 'repair.english-ocr.mended': mended = 1 } = figures;
  expect(ceiling).toBeGreaterThan(mended);
  expect(ceiling).toBeLessThan(1);
});
