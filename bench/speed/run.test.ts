import { expect, test } from 'vitest';
import { checkFloors, loadFloors } from '../report/floors.ts';
import { run } from './run.ts';

test('reading costs no multiple of pdf.js beyond its floor', async () => {
  const result = await run({ short: true, corpus: null, gold: null, seed: 1 });
  const { below } = checkFloors(await loadFloors(), 'speed', result.figures);
  expect(below).toEqual([]);
  expect(Object.keys(result.figures)).toContain('speed.text.ratioToPdfjs');
}, 120_000);
