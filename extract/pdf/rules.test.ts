import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { rulesOf } from './rules.ts';

const LEVEL = [1, 0, 0, 1, 0, 0];
const [MOVE, LINE, CLOSE] = [0, 1, 4];

test('a stroked line and a thin filled bar are rules, a shaded field and a filled outline are not', () => {
  const line = [MOVE, 10, 20, LINE, 110, 20];
  expect(rulesOf([OPS.stroke, [Float32Array.from(line)]], LEVEL)).toEqual([
    { level: true, at: 20, from: 10, to: 110 },
  ]);
  const box = (height: number): Float32Array =>
    Float32Array.of(MOVE, 10, 20, LINE, 110, 20, LINE, 110, 20 + height, LINE, 10, 20 + height, CLOSE);
  expect(rulesOf([OPS.fill, [box(1)]], LEVEL)).toEqual([{ level: true, at: 20.5, from: 10, to: 110 }]);
  expect(rulesOf([OPS.fill, [box(30)]], LEVEL)).toEqual([]);
});

test('a filled map of any number of points is read over', () => {
  const coast = Array.from({ length: 200_000 }, (_, at) => [LINE, at, at % 7]).flat();
  expect(rulesOf([OPS.fill, [Float32Array.from([[MOVE, 0, 0], coast, CLOSE].flat())]], LEVEL)).toEqual([]);
});
