import { describe, expect, test } from 'vitest';
import { NO_WORDS, withWords } from '../../danish/hyphen.ts';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { hyphenEdits } from './hyphens.ts';
import { layOutDocument } from './lay-out.ts';
import { type LaidLine, linesOf } from './lines.ts';
import { writePage } from './page-text.ts';
import { rowsOf } from './rows.ts';

const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };

/** Text at a place, ten points large, five points a letter. */
function run(text: string, left: number, baseline: number, { size = 10, font = '' } = {}): TextRun {
  return { text, left, right: left + text.length * 0.5 * size, baseline, size, font };
}

const texts = (runs: readonly TextRun[]): string[] => linesOf(rowsOf(runs, FONTS)).map((line) => line.text);
const page = (lines: readonly LaidLine[], number: number) => ({ number, height: 842, lines });
const laid = (runs: readonly TextRun[]): LaidLine[] => linesOf(rowsOf(runs, FONTS));

test('runs that touch are one word, runs a gap apart are two', () => {
  expect(texts([run('ti', 70, 100), run('l', 80, 100), run('efterretning', 88, 100)])).toEqual([
    'til efterretning',
  ]);
});

test('a raised figure belongs to its line', () => {
  expect(
    texts([run('fraværet', 70, 100), run('1', 110, 96, { size: 6 }), run('Næste linje', 70, 113)]),
  ).toEqual(['fraværet1', 'Næste linje']);
});

test('lines of small print beside a large one are lines of their own', () => {
  const head = [run('KKR', 50, 86, { size: 18 }), run('NORDLUND', 50, 102)];
  const dates = ['Den 5. maj 2014', 'Sags-id: 14/3711', 'Dok.id: 190622', 'kontakt@kkr.dk'];
  const lines = texts([...head, ...dates.map((text, at) => run(text, 430, 76 + 12 * at, { size: 9 }))]);
  expect(lines.join(' ')).toContain(dates.slice(0, 3).join(' '));
});

test('letters drawn twice to look bold are read once', () => {
  expect(texts([run('Beslutning', 70, 100), run('Beslutning', 70.3, 100)])).toEqual(['Beslutning']);
});

test('a large letter that reaches through lines begins the first of them', () => {
  expect(
    texts([
      run('K', 50, 125, { size: 40 }),
      run('ommunerne har drøftet, hvordan', 75, 103),
      run('de kan løse opgaven sammen', 75, 116),
      run('og uden at vente', 50, 129),
    ]),
  ).toEqual(['Kommunerne har drøftet, hvordan', 'de kan løse opgaven sammen', 'og uden at vente']);
});

test('a list of contents under names in two columns ends the columns', () => {
  const names = ['Anna Holm, Kildeby Kommune', 'Bo Lund, Sandvig Kommune', 'Carl Bæk, Vejby Kommune'];
  const runs = [
    ...names.map((name, at) => run(name, at < 2 ? 50 : 300, 100 + 13 * (at % 2))),
    run('1 ....... Formalia ....... 2', 50, 126),
  ];
  expect(texts(runs)).toEqual([...names, '1 ....... Formalia ....... 2']);
});

test('a space that pdf.js put inside a word is not on the paper, one between words is', () => {
  const inside = [run('kom', 70, 100), { ...run(' mune', 85, 100), right: 105 }];
  const between = [run('den', 70, 100), { ...run(' mune', 85, 100), right: 110 }];
  expect([...texts(inside), ...texts(between)]).toEqual(['kommune', 'den mune']);
});

const LEFT = [
  'Kommunerne har siden 2019 arbejdet',
  'sammen om en fælles indsats, der',
  'skal nedbringe ventetiden for de',
  'borgere, som venter længst tid på',
  'at komme til.',
];
const RIGHT = [
  'Styregruppen har samlet op på alle',
  'erfaringer, og de viser, at tallet',
  'falder, hvor der er aftalt faste',
  'kontaktpersoner i begge ender, men',
  'ikke ellers.',
];

test('an article in two columns is read down the first, then down the second', () => {
  const runs = LEFT.flatMap((text, at) => [
    run(text, 50, 100 + 13 * at),
    run(RIGHT[at] ?? '', 310, 104 + 13 * at),
  ]);
  expect(texts(runs)).toEqual([...LEFT, ...RIGHT]);
});

test('a list of people in two columns is read down', () => {
  const names = [
    'Anna Holm, Kildeby Kommune',
    'Bo Lund, Sandvig Kommune',
    'Carl Bæk, Nørrelund Kommune',
    'Dorte Krog, Strandby Kommune',
  ];
  const runs = names.map((name, at) => run(name, at < 2 ? 50 : 300, 100 + 20 * (at % 2)));
  expect(texts(runs)).toEqual(names);
});

test('a table is read across, and a cell of several lines stays one cell', () => {
  const runs = [
    run('Sygehus', 50, 100),
    run('Kommuner', 250, 100),
    run('Det lokale samordningsforum', 50, 130),
    run('for Sydvest', 50, 142),
    run('Esbjerg, Fanø', 250, 136),
    run('Klynge Nord', 50, 170),
    run('Læsø', 250, 170),
  ];
  expect(texts(runs)).toEqual([
    'Sygehus\tKommuner',
    'Det lokale samordningsforum for Sydvest\tEsbjerg, Fanø',
    'Klynge Nord\tLæsø',
  ]);
});

test('a tight table gives one line per baseline', () => {
  const rows = [
    ['Rute', '2023', '2024'],
    ['Ringvejen', '310', '340'],
    ['Åstien', '540', '600'],
  ];
  const runs = rows.flatMap((row, at) =>
    row.map((cell, column) => run(cell, 50 + 150 * column, 100 + 12 * at)),
  );
  expect(texts(runs)).toEqual(rows.map((row) => row.join('\t')));
});

test('running headers and page numbers are set aside, a title that comes back now and then is not', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(
      laid([
        run('KKR Nordlund | 24. oktober 2013', 50, 40),
        run(`Side ${number}`, 500, 40),
        run(number === 2 ? 'Bilag til punkt 2' : `Tekst på side ${'abcd'[number]}`, 50, 190),
        run('Mere tekst', 50, 203),
      ]),
      number,
    ),
  );
  const roles = layOutDocument(pages).map((lines) => lines.map((line) => line.role));
  expect(roles.map(([first]) => first)).toEqual(['header', 'header', 'header', 'header']);
  expect(roles.flatMap((all) => all.slice(1))).not.toContain('header');
  expect(writePage(layOutDocument(pages)[0] ?? []).text).not.toContain('Side');
});

test('case numbers at the top of neighbouring pages are text, even where they count up', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(laid([run(`08/143${number}`, 50, 40), run('Sagen handler om veje', 50, 190)]), number),
  );
  expect(layOutDocument(pages).flatMap((lines) => lines.map((line) => line.role))).not.toContain('header');
});

test('a scan lies a little off its place on each page, and reads a lone 1 as a letter', () => {
  const pages = [1, 2].map((number) => ({
    ...page(
      laid([
        run('KKR Nordlund', 50, 40 + 8 * number),
        run(number === 1 ? 'Side I' : 'Side 2', 500, 800),
        run(`Tekst ${'abc'[number]}`, 50, 190),
      ]),
      number,
    ),
    origin: 'ocr' as const,
  }));
  expect(layOutDocument(pages).map((lines) => lines.map((line) => line.role))).toEqual([
    ['header', 'body', 'footer'],
    ['header', 'body', 'footer'],
  ]);
});

test('a contents list is told by its leaders, or by naming what comes later', () => {
  const leaders = laid([
    run('Indhold', 50, 100),
    run('1. Godkendelse ........ 2', 50, 120),
    run('2. Flygtninge ........ 3', 50, 133),
  ]);
  expect(layOutDocument([page(leaders, 1)])[0]?.map((line) => line.role)).toEqual([
    'contents',
    'contents',
    'contents',
  ]);
  const titles = ['1. Godkendelse af referat', '2. Modtagelse af flygtninge', '3. Valg af formand'];
  const front = laid(titles.map((title, at) => run(title, 50, 200 + 13 * at)));
  const items = laid(
    titles.flatMap((title, at) => [
      run(title, 50, 200 + 60 * at, { font: 'bold' }),
      run('Det indstilles, at sagen drøftes.', 50, 220 + 60 * at),
    ]),
  );
  const [first, second] = layOutDocument([page(front, 1), page(items, 2)]);
  expect(first?.map((line) => line.role)).toEqual(['contents', 'contents', 'contents']);
  expect(second?.map((line) => line.role)).toEqual(['heading', 'body', 'heading', 'body', 'heading', 'body']);
});

test.each([
  ['Region Hoved-', 'staden, og', 'Hovedstaden', 'staden,\n'],
  ['den sund\u00ad', 'hedspolitiske', '', 'hedspolitiske'],
  ['EU-', 'relateret arbejde', 'EUrelateret', null],
  ['social- ', 'og undervisning', 'socialog', null],
  ['fra 8.00-', '9.30', '', null],
  ['Nord-', 'Europa er', 'NordEuropa', null],
  ['ukendt-', 'hed her', '', null],
])('a hyphen at a line end: %s / %s', (first, second, known, after) => {
  const written = writePage(laid([run(first, 50, 100), run(second, 50, 113)]));
  const edits = hyphenEdits(written, withWords(NO_WORDS, new Set([known.toLowerCase()])));
  expect(edits.map((edit) => edit.after)).toEqual(after === null ? [] : [after]);
  for (const edit of edits) expect(written.text.slice(edit.start, edit.end)).toBe(edit.before);
});

describe('text in two columns of equal width', () => {
  const left = ['Formandskabet har drøftet sagen to gange,', 'og kommunerne har svaret på høringen.'];
  const right = ['Rådet tiltrådte forslaget med en tilføjelse', 'om linjen til havnen.'];
  const column = (lines: readonly string[], at: number, top: number, step = 12) =>
    lines.map((text, index) => run(text, at, top + step * index));
  const across =
    'En linje, der løber over hele siden fra den venstre til den højre kant af satsen, og ikke er nogen spalte';
  const read = (runs: readonly TextRun[]) => linesOf(rowsOf(runs, FONTS)).map((line) => line.text);

  test('a line across the page parts two pairs of columns, each read down', () => {
    const runs = [
      run(across, 50, 80),
      run('Indstilling', 50, 100, { font: 'bold' }),
      ...column(left, 50, 112),
      run('Beslutning', 325, 100, { font: 'bold' }),
      ...column(right, 325, 112),
      run(across, 50, 160),
      run('Baggrund', 50, 180, { font: 'bold' }),
      ...column(left, 50, 192),
      run('Økonomi', 325, 180, { font: 'bold' }),
      ...column(right, 325, 192),
    ];
    expect(read(runs)).toEqual([
      across,
      'Indstilling',
      ...left,
      'Beslutning',
      ...right,
      across,
      'Baggrund',
      ...left,
      'Økonomi',
      ...right,
    ]);
  });

  test('a title in larger print ends columns, however short it is', () => {
    const runs = [
      run(across, 50, 80),
      run('Indstilling', 50, 100, { font: 'bold' }),
      ...column(left, 50, 112),
      run('Beslutning', 325, 100, { font: 'bold' }),
      ...column(right, 325, 112),
      run('6. Eventuelt', 50, 150, { size: 14 }),
    ];
    expect(read(runs).slice(-3)).toEqual([...right, '6. Eventuelt']);
  });

  test('the rows of a table with two columns as wide stay rows', () => {
    const cells = [
      ['Mål', 'Status'],
      ['Ventetiden skal være under ti dage.', 'Den er elleve dage i gennemsnit.'],
      ['Alle planer skal sendes samme dag.', 'Fire af ti bliver sendt samlet.'],
      ['Taksten skal være ens i alle klynger.', 'Udestår, drøftes i juni.'],
    ];
    const rows = cells.flatMap(([first = '', second = ''], row) => {
      const font = row === 0 ? 'bold' : '';
      return [run(first, 50, 100 + 24 * row, { font }), run(second, 325, 100 + 24 * row, { font })];
    });
    expect(read([run(across, 50, 60), ...rows]).slice(1)).toEqual(cells.map((row) => row.join('\t')));
  });

  test('people in two columns stay with the lists', () => {
    const runs = [run(across, 50, 60)];
    const names = ['Anna Holm, Kildeby Kommune', 'Bo Lund, Sandvig Kommune', 'Carl Bæk, Nørrelund Kommune'];
    for (const [row, name] of names.entries()) {
      runs.push(run(name, 50, 100 + 12 * row), run(name.toUpperCase(), 325, 100 + 12 * row));
    }
    expect(read(runs).slice(1)).toEqual([...names, ...names.map((name) => name.toUpperCase())]);
  });
});
