import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { Rule } from '../pdf/rules.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { gridsOf } from './grid.ts';
import { linesOf } from './lines.ts';
import { rowsOf } from './rows.ts';

const COLUMNS = [50, 70, 150, 300, 420];
const words = fc.constantFrom(
  '3',
  '2.1',
  '•',
  '17.',
  'Bilag 1:',
  'Sagen kort',
  'KKR tog orienteringen til efterretning.',
  'Dagsorden ........ 3',
  '1.450,5',
);
/** What stands beside each other, now and then off its line or in larger print. */
const row = fc.array(
  fc.option(
    fc.record({ text: words, off: fc.constantFrom(0, 0, 0, 0, 3, 6), size: fc.constantFrom(10, 10, 10, 14) }),
    {
      freq: 2,
    },
  ),
  { maxLength: COLUMNS.length },
);

/** Runs of a page, as programs set them in columns and cells; none lies over another or touches it. */
const page = fc.array(row, { maxLength: 14 }).map((rows) => {
  const runs: TextRun[] = [];
  for (const [at, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const { text, off, size } = cell;
      const left = COLUMNS[column] ?? 0;
      const right = left + text.length * size * 0.45;
      const baseline = 60 + 14 * at + off;
      const isNear = (other: TextRun): boolean =>
        left < other.right + 4 && other.left < right + 4 && Math.abs(baseline - other.baseline) < 14;
      if (!runs.some(isNear)) runs.push({ text, left, right, baseline, size, font: '' });
    }
  }
  return runs;
});

const edges = fc.uniqueArray(fc.constantFrom(45, 125, 205, 295, 415, 700), { minLength: 2 });
const grid = fc
  .tuple(edges, edges)
  .map(([xs, ys]): Rule[] => [
    ...ys.map((at): Rule => ({ level: true, at, from: Math.min(...xs), to: Math.max(...xs) })),
    ...xs.map((at): Rule => ({ level: false, at, from: Math.min(...ys), to: Math.max(...ys) })),
  ]);

test('whatever stands where: no word is lost or doubled, and each is where its line says', () => {
  fc.assert(
    fc.property(page, fc.option(grid, { nil: [] }), (runs, rules) => {
      const lines = linesOf(rowsOf(runs, PLAIN_FONTS), gridsOf(rules));
      const said = lines.flatMap(({ text, words }) => words.map(({ start, end }) => text.slice(start, end)));
      expect(said.sort()).toEqual(runs.flatMap(({ text }) => text.split(' ')).sort());
      for (const line of lines) {
        expect(line.text.trim()).not.toBe('');
        expect(line.box?.every(Number.isFinite)).toBe(true);
        expect(line.text.split(/\s+/u)).toEqual(
          line.words.map(({ start, end }) => line.text.slice(start, end)),
        );
      }
    }),
    { numRuns: 400 },
  );
});
