import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { layOutDocument } from './lay-out.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { type LaidLine, linesOf } from './lines.ts';
import { type PageText, writePage } from './page-text.ts';
import { type Row, rowsOf } from './rows.ts';
import { tieTables } from './tie-tables.ts';

const HEIGHT = 842;
const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };

function run(text: string, left: number, baseline: number, { size = 10, font = '' } = {}): TextRun {
  return { text, left, right: left + text.length * 0.5 * size, baseline, size, font };
}

const wordsOf = (rows: readonly Row[]): string[] =>
  rows.flat().flatMap(({ text, words }) => words.map(({ start, end }) => text.slice(start, end)));

/** Lines of running text behind numbers that count in steps, now and then wrong, missing or alone. */
const numbered = fc
  .record({
    step: fc.constantFrom(1, 2, 5),
    gap: fc.constantFrom(4, 12, 40),
    lines: fc.array(
      fc.record({
        text: fc.constantFrom('og rådet drøftede', 'Sagen om veje', '12 børn i 2019', ''),
        off: fc.constantFrom(...Array<number>(30).fill(0), 1),
      }),
      { minLength: 2, maxLength: 40 },
    ),
  })
  .map(({ step, gap, lines }) =>
    lines.flatMap(({ text, off }, at) => {
      const number = (at + 1) % step === 0 ? `${at + 1 + off}` : '';
      const left = 40 + 5 * number.length + gap;
      return [
        ...(number === '' ? [] : [run(number, 40, 40 + 12 * at)]),
        ...(text === '' ? [] : [run(text, left, 40 + 12 * at)]),
      ];
    }),
  );

test('numbers of lines are set aside, and no word with them or without', () => {
  let aside = 0;
  fc.assert(
    fc.property(numbered, (runs) => {
      const given = rowsOf(runs, PLAIN_FONTS);
      const { rows, numbers } = withoutLineNumbers(given);
      aside += numbers.length;
      expect([...wordsOf(rows), ...wordsOf([numbers])].sort()).toEqual(wordsOf(given).sort());
      expect(numbers.every(({ text }) => /^\d{1,4}$/.test(text))).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(aside).toBeGreaterThan(100);
});

const HEADS = ['Trafik', '2 Økonomi og plan', 'iv', 'Side 3', '7', 'Dagsorden 2019'];
/** Pages whose heads and feet change or come again, with a table now and then, a heading and a stamp. */
const pages = fc.array(
  fc.record({
    head: fc.constantFrom(...HEADS, '', '', '', ''),
    foot: fc.constantFrom(...HEADS, '', '', '', ''),
    heading: fc.constantFrom('Trafik', 'Økonomi', '', '', ''),
    stamp: fc.constantFrom(false, false, false, true),
    rows: fc.integer({ min: 0, max: 7 }),
    from: fc.constantFrom(60, 120, 560),
  }),
  { minLength: 1, maxLength: 6 },
);

const laidOut = (given: typeof pages extends fc.Arbitrary<infer T> ? T : never) =>
  given.map(({ head, foot, heading, stamp, rows, from }, index) => {
    const runs = [
      run(head, 50, 20, { size: 8 }),
      run(heading, 50, 45, { size: 14, font: 'bold' }),
      ...(stamp ? [run('UDKAST', 120, 250, { size: 48 })] : []),
      ...Array.from({ length: rows }, (_, at) =>
        ['Kildeby', `${at}00`, 'er med'].map((cell, column) => run(cell, 50 + 120 * column, from + 14 * at)),
      ).flat(),
      run(foot, 50, 825, { size: 8 }),
    ].filter(({ text }) => text !== '');
    return { number: index + 1, height: HEIGHT, lines: linesOf(rowsOf(runs, FONTS)) };
  });

test('running lines and contents are marked, and every line of every page is kept as it was', () => {
  const bare = (lines: readonly LaidLine[]) => lines.map(({ text, words, box }) => ({ text, words, box }));
  fc.assert(
    fc.property(pages, (given) => {
      const before = laidOut(given);
      const after = layOutDocument(before);
      expect(after.map(bare)).toEqual(before.map(({ lines }) => bare(lines)));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('tied tables have marks and nothing else that they had not', () => {
  const bare = (all: readonly PageText[]) =>
    all.map(({ tables, ...page }) => ({
      ...page,
      tables: tables?.map(({ box, columns, rows }) => ({ box, columns, rows })),
    }));
  let tied = 0;
  fc.assert(
    fc.property(pages, (given) => {
      const before = layOutDocument(laidOut(given)).map(writePage);
      const after = tieTables(
        before,
        given.map(() => HEIGHT),
      );
      expect(bare(after)).toEqual(bare(before));
      expect(after[0]?.tables?.some((table) => table.continues) ?? false).toBe(false);
      tied += after.filter((page) => page.tables?.[0]?.continues).length;
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(tied).toBeGreaterThan(5);
});
