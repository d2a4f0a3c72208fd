import { expect, test } from 'vitest';
import type { Box } from '../../core/document.ts';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { layOutDocument } from './lay-out.ts';
import { type LaidLine, linesOf } from './lines.ts';
import { writePage } from './page-text.ts';
import { rowsOf } from './rows.ts';

const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };
const HEIGHT = 842;

function run(text: string, left: number, baseline: number, { size = 10, font = '' } = {}): TextRun {
  return { text, left, right: left + text.length * 0.5 * size, baseline, size, font };
}

/** Page texts after what runs at the margins was set aside. */
function texts(pages: readonly (readonly TextRun[])[]): string[] {
  const laid = pages.map((runs, index) => ({
    number: index + 1,
    height: HEIGHT,
    lines: linesOf(rowsOf(runs, FONTS)),
  }));
  return layOutDocument(laid).map((lines) => writePage(lines).text);
}

const TEXT = ['Rådet drøftede veje', 'Udvalget så på tal', 'Regionen har svaret', 'Alle møder op igen'];
const body = (page: number): TextRun => run(TEXT[page] ?? '', 50, 300);

test.each([
  [
    'a number before or behind a title that changes',
    ['Trafik 2019   1', '2   Økonomi og plan', 'Trafik 2019   3', '4   Eventuelt'],
  ],
  ['Roman figures', ['i', 'ii', 'iii', 'iv']],
  ['figures between dashes', ['- iv -', '- v -', '- vi -', '- vii -']],
])('%s at the foot of each page', (_, feet) => {
  expect(texts(feet.map((foot, page) => [body(page), run(foot, 60 + 90 * (page % 2), 800)]))).toEqual(TEXT);
});

test('the title of the chapter over each of its pages', () => {
  const chapters = ['Trafik', 'Trafik', 'Sundhed', 'Sundhed'];
  const pages = chapters.map((chapter, page) => [
    run(chapter, 50, 40, { size: 9 }),
    ...(page % 2 === 0 ? [run(chapter, 50, 250, { size: 14, font: 'bold' })] : []),
    body(page),
  ]);
  expect(texts(pages).map((text) => text.replace('\n\n', ' / '))).toEqual([
    `Trafik / ${TEXT[0]}`,
    TEXT[1],
    `Sundhed / ${TEXT[2]}`,
    TEXT[3],
  ]);
});

test('items that are counted at the top of their pages are text', () => {
  const items = ['1. Godkendelse af referat', '2. Trafik på Ring 3', '3. Sundhed', '4. Eventuelt'];
  const pages = items.map((item, page) => [run(item, 50, 60, { font: 'bold' }), body(page)]);
  expect(texts(pages).map((text) => text.split('\n')[0])).toEqual(items);
});

test('a stamp across the pages is set aside, on a short page too, and a single large title is not', () => {
  const written = TEXT.map((line, at) => run(line, 50, 300 + 14 * at));
  const stamp = run('UDKAST', 100, 600, { size: 90 });
  expect(
    texts([
      [...written, stamp],
      [...written, stamp],
      [body(2), stamp],
    ]),
  ).toEqual([TEXT.join('\n'), TEXT.join('\n'), TEXT[2]]);
  expect(texts([[body(0), run('UDKAST', 100, 600, { size: 90 })], [body(1)]])[0]).toContain('UDKAST');
});

const LINES = [
  'I medfør af lovens bestemmelser om samarbejde',
  'mellem kommunerne fastsættes nærmere regler',
  'om, hvordan udgifterne skal fordeles mellem',
  'de kommuner, som deltager i ordningen, og om',
  'hvem der træffer afgørelse, hvor de ikke kan',
  'enes om fordelingen, eller hvor en kommune',
  'træder ud af ordningen inden årets udgang.',
  'Reglerne gælder også for de selskaber, som',
  'kommunerne ejer sammen, og for de aftaler,',
  'der er indgået før lovens ikrafttræden, og',
  'som endnu ikke er opsagt af nogen af dem,',
  'hvis de vedrører samme opgave.',
];
const numbered = (step: number): TextRun[] =>
  LINES.flatMap((line, at) => [
    ...((at + 1) % step === 0 ? [run(String(at + 1), 40, 100 + 13 * at, { size: 7 })] : []),
    run(line, 70, 100 + 13 * at),
  ]);

test('numbers that count the lines in the margin are set aside', () => {
  for (const step of [1, 2, 5]) expect(texts([numbered(step)])).toEqual([LINES.join('\n')]);
});

test('numbers of a list or a table stay with their entries', () => {
  const names = ['Anna Holm', 'Bo Lund', 'Carl Bæk', 'Dorte Krog', 'Erik Vang', 'Freja Sø', 'Gert Bank'];
  const list = [...names, ...names].flatMap((name, at) => [
    run(String(at + 1), 40, 200 + 13 * at),
    run(name, 70, 200 + 13 * at),
  ]);
  expect(texts([list])[0]).toContain('1\tAnna Holm');
  const steps = [5, 10, 15].flatMap((amount, at) => [
    run(String(amount), 40, 200 + 13 * at),
    run(`${names[at] ?? ''} har betalt`, 90, 200 + 13 * at),
  ]);
  expect(texts([steps])[0]).toContain('5\tAnna');
});

test('a word in huge print is a stamp over text, and a title on sheets between appendices', () => {
  const lines = TEXT.map((line, at) => run(line, 50, 200 + 14 * at));
  const stamp = run('UDKAST', 150, 400, { size: 48 });
  const sheet = run('Bilag', 150, 400, { size: 48 });
  expect(texts([[...lines, stamp], lines, [...lines, stamp]]).join()).not.toContain('UDKAST');
  expect(texts([[sheet], lines, lines, [sheet], lines]).filter((text) => text === 'Bilag')).toHaveLength(2);
});

test('a bundle of 10,000 pages is not compared with itself', () => {
  const line = (text: string, top: number, size = 10): LaidLine => {
    const box: Box = [50, top, 300, top + size];
    return { text, words: [], role: 'body', box, size, bold: size === 14, opens: false };
  };
  const pages = Array.from({ length: 10_000 }, (_, index) => ({
    number: index + 1,
    height: HEIGHT,
    lines: [
      line(`${index + 1}   Kapitel ${index % 7}`, 20),
      line(index === 0 ? 'Trafik' : 'Rådet drøftede veje', 300, index === 0 ? 14 : 10),
      line('Trafik', 790),
      line(`Side ${index + 1}`, 810),
    ],
  }));
  const begun = performance.now();
  const text = layOutDocument(pages).flatMap((lines) =>
    lines.filter(({ role }) => role !== 'header' && role !== 'footer'),
  );
  expect(text).toHaveLength(10_000);
  expect(performance.now() - begun).toBeLessThan(4000);
});
