import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../../core/document.ts';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { Rule } from '../pdf/rules.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { editPage } from './edit-page.ts';
import { gridsOf } from './grid.ts';
import { layOutDocument } from './lay-out.ts';
import { linesOf } from './lines.ts';
import { type PageText, writePage } from './page-text.ts';
import { rowsOf } from './rows.ts';

const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };

function run(text: string, left: number, baseline: number, font = ''): TextRun {
  return { text, left, right: left + text.length * 5, baseline, size: 10, font };
}

/** Lines around every field between the given edges, as a word processor draws them: side by side. */
function ruled(xs: readonly number[], ys: readonly number[]): Rule[] {
  const pairs = (values: readonly number[]): [number, number][] =>
    values.slice(1).map((value, index) => [values[index] ?? 0, value]);
  return [
    ...ys.flatMap((at) => pairs(xs).map(([from, to]) => ({ level: true, at, from, to }))),
    ...xs.flatMap((at) => pairs(ys).map(([from, to]) => ({ level: false, at: at + 0.4, from, to }))),
  ];
}

function pageOf(runs: readonly TextRun[], rules: readonly Rule[] = []): PageText {
  const lines = linesOf(rowsOf(runs, FONTS), gridsOf(rules));
  return writePage(layOutDocument([{ number: 1, height: 842, lines }])[0] ?? []);
}

const cellsOf = (page: PageText, table: Table | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.map((cell) => page.text.slice(cell.start, cell.end)));

const FIGURES = [
  ['Rute', '2023', 'Kr.'],
  ['Ringvejen', '310', '1,2'],
  ['Åstien', '540', '3,4'],
];

test('columns that stand in line are a table, with its first row as names', () => {
  const runs = FIGURES.flatMap((row, at) =>
    row.map((cell, column) => run(cell, 50 + 150 * column, 100 + 12 * at, at === 0 ? 'bold' : '')),
  );
  const page = pageOf([
    run('Trafikken pr. hverdag, opgjort i maj', 50, 60),
    ...runs,
    run('Kilde: tælling', 50, 170),
  ]);
  expect(page.tables).toHaveLength(1);
  const [table] = page.tables ?? [];
  expect(cellsOf(page, table)).toEqual(FIGURES);
  expect(table).toMatchObject({ columns: 3, headerRows: 1, box: [50, 92.5, 365, 126.2] });
});

test('lines tell cells apart that are set in the middle of theirs, or so close that they look like one', () => {
  const rules = ruled([45, 150, 250], [85, 110, 140]);
  const page = pageOf(
    [
      run('Uddannelse', 50, 100),
      run('Bemærkning', 155, 100),
      run('Pædagog', 50, 127),
      run('Er', 155, 120),
      run('godkendt', 155, 133),
    ],
    rules,
  );
  expect(page.text).toBe('Uddannelse\tBemærkning\nPædagog\tEr godkendt');
  const close = pageOf(
    [run('Klynge Nord Læsø Hjørring', 50, 100), run('Syd', 50, 127), run('Aarhus', 112, 127)],
    ruled([45, 108, 250], [85, 110, 140]),
  );
  expect(close.text).toBe('Klynge Nord\tLæsø Hjørring\nSyd\tAarhus');
});

test('a field over two columns says so, and an empty one is left out', () => {
  const rules = [
    ...ruled([40, 140, 240, 340], [80, 100, 120]).filter(
      (rule) => rule.level || Math.abs(rule.at - 240) > 1 || rule.from > 90,
    ),
  ];
  const page = pageOf(
    [run('Navn', 45, 95), run('Stemmer', 145, 95), run('Holm', 45, 115), run('12', 245, 115)],
    rules,
  );
  expect(page.tables?.[0]?.rows.map((row) => row.map(({ column, columns }) => [column, columns]))).toEqual([
    [
      [0, undefined],
      [1, 2],
    ],
    [
      [0, undefined],
      [2, undefined],
    ],
  ]);
});

test('a frame around paragraphs keeps their lines, and a drawing is no table', () => {
  const prose = Array.from({ length: 10 }, (_, at) => run(`Linje ${at + 1} af en sag`, 160, 100 + 13 * at));
  const framed = pageOf([run('Indstilling', 50, 100), ...prose], ruled([45, 150, 400], [85, 240]));
  expect(framed.text.split('\n').filter((line) => line !== '')).toHaveLength(11);
  const chart = pageOf(
    [run('Ventetid i dage fordelt på kommuner', 120, 150)],
    ruled([50, 150, 250, 350], [80, 120, 160, 200]),
  );
  expect(chart.text).toBe('Ventetid i dage fordelt på kommuner');
  expect(chart.tables).toEqual([]);
});

test('a title over its text in a cell keeps its lines, and its number beside it', () => {
  const rules = ruled([45, 80, 250, 400], [85, 125]);
  const page = pageOf(
    [
      run('1', 50, 100, 'bold'),
      run('Budget 2018', 90, 100, 'bold'),
      run('SAG-2017-00702 lmo', 90, 112),
      run('Budgettet godkendes.', 260, 100),
    ],
    rules,
  );
  expect(page.text).toBe('1\tBudget 2018\nSAG-2017-00702 lmo\n\nBudgettet godkendes.');
  // One row that lines are drawn around is what a page's end left of a table.
  expect(cellsOf(page, page.tables?.[0])).toEqual([
    ['1', 'Budget 2018\nSAG-2017-00702 lmo', 'Budgettet godkendes.'],
  ]);
});

test('lines of a cell that wrap are one row, however tight the table is set', () => {
  const cells = [
    ['Ventetiden er', 'Tallet er steget'],
    ['faldet til ni', 'siden sidste år'],
    ['dage', 'i alle kommuner'],
  ];
  const runs = cells.flatMap((row, at) =>
    row.map((cell, column) => run(cell, 50 + 120 * column, 100 + 12 * at)),
  );
  expect(pageOf([run('Mål', 50, 70), run('Status', 170, 70), ...runs]).text).toBe(
    'Mål\tStatus\nVentetiden er faldet til ni dage\tTallet er steget siden sidste år i alle kommuner',
  );
});

test('cells that stand closer than words do in other lines are parted where all rows are', () => {
  const rows = [
    ['Kildeby', '280 kr.', 'Ja'],
    ['Sandvig', '49 kr.', 'Nej'],
    ['Vejby', '1.120 kr', 'Ja, fra maj'],
    ['Egevang', '12 kr.', 'Nej'],
  ];
  const runs = rows.flatMap(([name = '', sum = '', note = ''], at) => [
    run(name, 50, 100 + 14 * at),
    run(sum, 140, 100 + 14 * at),
    run(note, 188, 100 + 14 * at),
  ]);
  expect(pageOf(runs).text).toBe(rows.map((row) => row.join('\t')).join('\n'));
});

test('a title over smaller print beside its number keeps its lines', () => {
  const small = (text: string, left: number, baseline: number): TextRun => ({
    ...run(text, left, baseline),
    right: left + text.length * 4,
    size: 8,
  });
  const runs = [1, 2].flatMap((number) => [
    small(`Pkt. ${number}`, 50, 60 + 60 * number),
    run(`Trafik på vej ${number}`, 160, 60 + 60 * number),
    small(`14/371${number} bjl`, 160, 72 + 60 * number),
  ]);
  expect(
    pageOf(runs)
      .text.split('\n')
      .filter((line) => line !== ''),
  ).toEqual(['Pkt. 1\tTrafik på vej 1', '14/3711 bjl', 'Pkt. 2\tTrafik på vej 2', '14/3712 bjl']);
});

test('labels beside their paragraphs are no table', () => {
  const long = 'Kommunerne har aftalt, at de deler udgiften efter indbyggertal';
  const runs = ['Sagen kort', 'Indstilling'].flatMap((label, at) => [
    run(label, 50, 100 + 60 * at),
    ...[0, 1, 2].map((line) => run(long, 160, 100 + 60 * at + 12 * line)),
  ]);
  expect(pageOf(runs).tables).toEqual([]);
});

test('labels beside lines that follow closely begin a row each, and a list of people keeps its lines', () => {
  const values = [
    'fredag den 27. marts',
    'kl. 09.30',
    'Anna Holm, Kildeby Kommune',
    'Bo Lund, Sandvig Kommune',
    'Carl Bæk, Vejby Kommune',
    'Dorte Krog, Sandvig Kommune',
  ];
  const labels = new Map([
    [0, 'Mødedato:'],
    [1, 'Mødetid:'],
    [2, 'Deltagere:'],
    [5, 'Afbud:'],
  ]);
  const runs = values.flatMap((value, at) => [
    ...[labels.get(at)].flatMap((label) => (label === undefined ? [] : [run(label, 50, 100 + 13 * at)])),
    run(value, 160, 100.8 + 13 * at),
  ]);
  expect(pageOf(runs).text.split('\n')).toEqual([
    'Mødedato:\tfredag den 27. marts',
    'Mødetid:\tkl. 09.30',
    'Deltagere:\tAnna Holm, Kildeby Kommune',
    'Bo Lund, Sandvig Kommune',
    'Carl Bæk, Vejby Kommune',
    'Afbud:\tDorte Krog, Sandvig Kommune',
  ]);
});

test('a number and the entry beside it are one entry, where a narrow heading made one column of both', () => {
  const rows = [
    ['Punkt', 'Bilag', 'Side'],
    ['3', 'Bilag 1: Følgebrev om praksisplan', '2'],
    ['3', 'Bilag 2: Budget og regnskab', '4'],
    ['5', 'Bilag 1: Oplæg om arbejdskraft', '5'],
    ['7', 'Bilag 1: Henvendelse om ventetid', '9'],
  ];
  const runs = rows.flatMap(([number = '', title = '', page = ''], at) => [
    run(number, 50, 100 + 22 * at),
    run(title, 80, 100 + 22 * at),
    run(page, 400, 100 + 22 * at),
  ]);
  const lines = linesOf(rowsOf(runs, FONTS));
  expect(lines.map((line) => line.text.replace(/\s+/g, ' '))).toEqual(rows.map((row) => row.join(' ')));
  expect(lines.flatMap((line) => line.box ?? []).every(Number.isFinite)).toBe(true);
});

test('people in a narrow cell keep their lines, also where one is broken', () => {
  const values = [
    'Borgmester Anna Holm, Kildeby',
    '(formand)',
    'Borgmester Bo Lund,',
    'Sandvig',
    'Eva Dam, Vejby',
  ];
  const runs = [run('Til stede:', 50, 100), ...values.map((value, at) => run(value, 160, 100 + 13 * at))];
  const around = ruled([45, 150, 400], [85, 160]);
  for (const rules of [[], around]) {
    expect(
      pageOf(runs, rules)
        .text.split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['Til stede:\tBorgmester Anna Holm, Kildeby', ...values.slice(1)]);
  }
});

test('every field of a grid is a cell in its place, whatever its size', () => {
  const edges = fc
    .array(fc.integer({ min: 12, max: 60 }), { minLength: 2, maxLength: 7 })
    .map((steps) => [0, ...steps].map((_, at) => steps.slice(0, at).reduce((sum, step) => sum + step, 40)));
  fc.assert(
    fc.property(edges, edges, (xs, ys) => {
      const [grid] = gridsOf(ruled(xs, ys));
      expect(grid?.cells.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual(
        ys.slice(1).flatMap((_, row) => xs.slice(1).map((_, column) => [row, column, 1, 1])),
      );
    }),
  );
});

test('cells point at their text, before and after any edit', () => {
  const word = fc.stringMatching(/^[a-zæøå]{2,8}$/u);
  const table = fc.array(fc.tuple(word, word, word), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.nat(1000), (rows, pick) => {
      const runs = rows.flatMap((row, at) =>
        row.map((cell, column) => run(cell, 50 + 150 * column, 100 + 14 * at)),
      );
      const page = pageOf(runs);
      expect(cellsOf(page, page.tables?.[0])).toEqual(rows);
      const row = rows[pick % rows.length] ?? ['', '', ''];
      const start = page.tables?.[0]?.rows[pick % rows.length]?.[0]?.start ?? 0;
      const end = start + row[0].length;
      const edit = { start, end, before: row[0], after: 'Økonomi', rule: 'test', confidence: 1 };
      const edited = editPage(page, page.text.slice(0, start) + edit.after + page.text.slice(end), [edit]);
      const expected = rows.map((cells, at) =>
        at === pick % rows.length ? ['Økonomi', ...cells.slice(1)] : [...cells],
      );
      expect(cellsOf(edited, edited.tables?.[0])).toEqual(expected);
    }),
  );
});

test('a drawing of thousands of lines costs no comparison of each with each', () => {
  const rules = Array.from(
    { length: 4000 },
    (_, at): Rule => ({ level: at % 2 === 0, at: at * 4, from: 0, to: 9000 }),
  );
  expect(gridsOf(rules)).toEqual([]);
});
