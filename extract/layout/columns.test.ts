import { describe, expect, test } from 'vitest';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { linesOf } from './lines.ts';
import { rowsOf } from './rows.ts';

const FONTS = { ...PLAIN_FONTS, bold: (font: string) => font === 'bold' };

/** Text at a place, ten points large, five points a letter. */
function run(text: string, left: number, baseline: number, { size = 10, font = '' } = {}): TextRun {
  return { text, left, right: left + text.length * 0.5 * size, baseline, size, font };
}

const read = (runs: readonly TextRun[]): string[] => linesOf(rowsOf(runs, FONTS)).map((line) => line.text);

/** Running text cut into lines of a column's width. */
function wrapped(text: string, letters: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

const STORY =
  'Kommunerne har siden foråret arbejdet sammen om at nedbringe ventetiden for de borgere, som venter længst på at komme til. Arbejdsgruppen har samlet tolv tiltag, for hvilke der foreligger tal fra både før og efter, og spurgt de ansvarlige ledere, hvad de selv mener har virket bedst. Svarene peger i samme retning. Hvor der er faste kontaktpersoner i begge ender, falder tallet år for år, og hvor der ikke er, står det stille eller stiger. Sekretariatet foreslår derfor, at alle kommuner peger på en kontaktperson inden sommer, og at der gøres status igen til næste år.';

test.each([
  { count: 3, letters: 32, step: 176 },
  { count: 4, letters: 24, step: 132 },
])(
  'text in $count narrow columns is read down each, though the gaps are hardly wider than blanks',
  (given) => {
    const lines = wrapped(STORY, given.letters);
    const rows = Math.ceil(lines.length / given.count);
    const runs = lines.map((text, at) => {
      const [column, row] = [Math.floor(at / rows), at % rows];
      const whole = run(text, 40 + given.step * column, 120 + 12 * row);
      // Justified, but for the last line.
      return at === lines.length - 1 ? whole : { ...whole, right: 40 + given.step * (column + 1) - 13 };
    });
    expect(read([run('Nyt fra sekretariatet', 40, 80, { size: 18 }), ...runs])).toEqual([
      'Nyt fra sekretariatet',
      ...lines,
    ]);
  },
);

test('a table of three equally wide columns of sentences stays rows', () => {
  const cells = ['Mål', 'Status', 'Ansvar'].map((head) => [
    `${head} er nået i de fleste kommuner.`,
    `${head} er ikke nået endnu i år.`,
    `${head} er nået med hjælp fra andre.`,
    `${head} er udsat til næste år igen.`,
  ]);
  const rows = [0, 1, 2, 3].flatMap((row) =>
    cells.map((column, at) => run(column[row] ?? '', 40 + 190 * at, 100 + 24 * row)),
  );
  expect(read(rows)).toEqual([0, 1, 2, 3].map((row) => cells.map((column) => column[row]).join('\t')));
});

const PARTIES = [
  ['*Socialdemokratiet', 'Anna Holm', 'Bo Lund', 'Carl Bæk', '', '*Venstre', 'Erik Vang', 'Freja Sø'],
  ['*Radikale', 'Dorte Krog', 'Gert Bank', '', '*SF', 'Hanne Dal', 'Ib Ege'],
  ['*Enhedslisten', 'Jytte Fog', 'Karl Grav', 'Lone Hede'],
];
const named = (columns: readonly (readonly string[])[]): TextRun[] =>
  columns.flatMap((lines, column) =>
    lines.flatMap((line, row) => {
      const font = line.startsWith('*') ? 'bold' : '';
      return line === '' ? [] : [run(line.replace('*', ''), 50 + 170 * column, 100 + 13 * row, { font })];
    }),
  );
const down = (columns: readonly (readonly string[])[]): string[] =>
  columns.flatMap((lines) => lines.filter((line) => line !== '').map((line) => line.replace('*', '')));

test('members under their parties in two or three columns are read down', () => {
  expect(read(named(PARTIES))).toEqual(down(PARTIES));
  expect(read(named(PARTIES.slice(0, 2)))).toEqual(down(PARTIES.slice(0, 2)));
});

test('members with the letter of their party in three columns are read down', () => {
  const columns = ['A', 'V', 'SF'].map((party) =>
    ['Anna Holm', 'Bo Bæk Lund', 'Carl B. Krog'].map((name) => `${name} (${party})`),
  );
  expect(read(named(columns))).toEqual(down(columns));
});

test('members beside those who stand in for them are read across', () => {
  const rows = [
    ['*Medlem', '*Stedfortræder'],
    ['Anna Holm', 'Bo Lund'],
    ['Carl Bæk', 'Dorte Krog'],
    ['Erik Vang', 'Freja Sø'],
  ];
  const columns = [0, 1].map((column) => rows.map((row) => row[column] ?? ''));
  expect(read(named(columns))).toEqual(rows.map((row) => row.join('\t').replaceAll('*', '')));
});

test('a first row whose cells stand close together is cut where those beneath it are', () => {
  const rows = [
    ['Anna Gudrun Holm', 'Dansk Folkeparti', 'Vejby'],
    ['Bo Lund', 'Venstre', 'Strandby'],
    ['Carl Bæk', 'SF', 'Kildeby'],
  ];
  const runs = rows.flatMap((row, at) =>
    row.map((cell, column) => run(cell, 50 + 90 * column, 100 + 14 * at)),
  );
  expect(read(runs)).toEqual(rows.map((row) => row.join('\t')));
});

describe('a note beside running text', () => {
  const letter = wrapped(STORY, 50).slice(0, 9);
  const note = ['Fakta om ordningen', 'Fem kommuner', 'Start 2020', '12 mio. kr.', 'Mål: 2022'];
  const small = (text: string, at: number): TextRun => run(text, 340, 97 + 11 * at, { size: 8 });

  test('is read after the letter, which goes on under it', () => {
    const rest = wrapped(STORY, 50).slice(9);
    const below = [...letter.map((text, at) => run(text, 50, 100 + 13 * at)), ...note.map(small)];
    const later = rest.map((text, at) => run(text, 50, 100 + 13 * (letter.length + at) + 14));
    expect(read([...below, ...later])).toEqual([...letter, ...rest, ...note]);
  });

  test('does not part a sentence that goes on in full width under it', () => {
    const wide =
      'og denne linje er så bred, at den løber hen under boksen til højre og længere ud mod kanten end den selv.';
    const runs = [...letter.slice(0, 8), wide].map((text, at) => run(text, 50, 100 + 13 * at));
    const text = read([...runs, ...note.map(small)]);
    expect(text.slice(0, 9)).toEqual([...letter.slice(0, 8), wide]);
    expect(text.slice(9)).toEqual(note);
  });
});
