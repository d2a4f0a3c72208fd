import { expect, test } from 'vitest';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { gridsOf } from './grid.ts';
import { layOutDocument } from './lay-out.ts';
import { linesOf } from './lines.ts';
import { type PageText, writePage } from './page-text.ts';
import { rowsOf } from './rows.ts';
import { tieTables } from './tie-tables.ts';

const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };
const HEIGHT = 400;

function run(text: string, left: number, baseline: number, font = ''): TextRun {
  return { text, left, right: left + text.length * 5, baseline, size: 10, font };
}

const HEAD = ['*Kommune', '*Kr.', '*Bemærkning'];
const row = (name: string): string[] => [name, '1.200', `${name} er med`];

/** Rows from a height on down, fourteen points each; what begins with a star is bold. */
const table = (rows: readonly (readonly string[])[], top: number, left = 50): TextRun[] =>
  rows.flatMap((cells, at) =>
    cells.flatMap((cell, column) =>
      cell === ''
        ? []
        : [
            run(
              cell.replace('*', ''),
              left + 120 * column,
              top + 14 * at,
              cell.startsWith('*') ? 'bold' : '',
            ),
          ],
    ),
  );

function tied(...pages: readonly (readonly TextRun[])[]): PageText[] {
  const laid = pages.map((runs, index) => ({
    number: index + 1,
    height: HEIGHT,
    lines: linesOf(rowsOf(runs, FONTS)),
  }));
  return tieTables(
    layOutDocument(laid).map(writePage),
    pages.map(() => HEIGHT),
  );
}
const marks = (pages: readonly PageText[]) =>
  pages.map(({ tables }) =>
    (tables ?? []).map(({ continues, rowContinues, headerRows }) => [
      continues ?? false,
      rowContinues ?? false,
      headerRows,
    ]),
  );

const FOOT = [row('Vejby'), row('Sandvig'), row('Kildeby')];
const NEXT = [row('Egevang'), row('Strandby'), row('Nørrelund')];

test('a table goes on overleaf, whether its headings come again or not, and nothing but running lines stands between', () => {
  const foot = [run('Side 1', 300, 390)];
  const [first, again, plain] = [
    [run('Udgifterne fordeler sig sådan', 50, 200), ...table([HEAD, ...FOOT], 320), ...foot],
    [...table([HEAD, ...NEXT], 70), run('Det er mere end sidste år.', 50, 200), run('Side 2', 300, 390)],
    [...table(NEXT, 70, 70), run('Det er mere end sidste år.', 50, 200), run('Side 2', 300, 390)],
  ];
  expect(marks(tied(first, again))).toEqual([[[false, false, 1]], [[true, false, 1]]]);
  expect(marks(tied(first, plain))).toEqual([[[false, false, 1]], [[true, false, 0]]]);
});

test.each([
  ['text after it', [run('Kilde: egne tal', 50, 384)], table(NEXT, 70)],
  ['text before it', [], [run('Indtægterne fordeler sig sådan', 50, 50), ...table(NEXT, 70)]],
  ['other headings', [], table([['*Område', '*Antal', '*Note'], ...NEXT], 70)],
  [
    'other columns',
    [],
    table(NEXT, 70).map((one) => ({ ...one, left: one.left * 1.3, right: one.right * 1.3 })),
  ],
])('a table is another one with %s', (_, after, next) => {
  expect(marks(tied([...table([HEAD, ...FOOT], 320), ...after], next))[1]?.[0]?.[0]).toBe(false);
});

test('a table that ends half-way down its page ended there', () => {
  expect(marks(tied(table([HEAD, ...FOOT], 100), table(NEXT, 70)))[1]?.[0]?.[0]).toBe(false);
});

test('a row that the page cut in two is told by a sentence that runs on', () => {
  const cut = [...FOOT, ['Vejle', '900', 'Kommunen er med i']];
  expect(
    marks(tied(table(cut, 320), table([['', 'i alt', 'ordningen fra maj'], ...NEXT], 70)))[1]?.[0],
  ).toEqual([true, true, 0]);
});

test('a row whose lines a page left open at its end is part of the drawn table', () => {
  const rules = [
    ...[100, 120].map((at) => ({ level: true, at, from: 40, to: 240 })),
    ...[40, 140, 240].map((at) => ({ level: false, at, from: 100, to: 150 })),
  ];
  expect(gridsOf(rules)[0]?.cells.map(({ row, column, box }) => [row, column, box[3]])).toEqual([
    [0, 0, 120],
    [0, 1, 120],
    [1, 0, 150],
    [1, 1, 150],
  ]);
});
