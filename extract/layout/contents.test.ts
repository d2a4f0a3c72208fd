import { expect, test } from 'vitest';
import { markContents } from './contents.ts';
import { hasLeader } from './leader.ts';
import type { LaidLine } from './lines.ts';

const line = (text: string): LaidLine => ({
  text,
  words: [],
  role: 'body',
  box: null,
  size: 11,
  bold: false,
  opens: false,
});
const roles = (texts: readonly string[]): string[] =>
  (markContents([texts.map(line)], new Set([0]))[0] ?? []).map(({ role }) => role);

test.each([
  ['1. Godkendelse ........ 2', true],
  ['1. Godkendelse. . . . . . 12', true],
  ['Formalia…2', true],
  ['Formalia ____ 2', true],
  ['Prisen er 12... 2', false],
  ['Mødet begynder kl. 9', false],
  ['.... to', false],
])('%s leads to a page: %s', (text, expected) => {
  expect(hasLeader(text)).toBe(expected);
});

test('a scanned list of contents is told by what is left of its leaders', () => {
  const list = [
    '1. Godkendelse af dagsorden...;.…:--rers00reo0nenanerne3',
    '1.1. Godkendelse af referat',
    '2. Regionale sager\tSå',
    '2.1. Modtagelse af flygtninge…............mmeererr08',
    '2.2. Fælles plan for vandet.…',
    '3. Eventuelt',
  ];
  expect(roles(['Indholdsfortegnelse', ...list, 'Mødet holdes i Kildeby.'])).toEqual([
    ...Array.from({ length: 7 }, () => 'contents'),
    'body',
  ]);
  expect(roles(['Formalia …... 2', 'Til drøftelse .... 2', 'Nye stier (09.05-09.30)... 2', 'Sted:'])).toEqual(
    ['contents', 'contents', 'contents', 'body'],
  );
});

test('a leader may run from the number to the title', () => {
  const list = [
    '1... Formalia\t2',
    '1.1... Godkendelse (09.00-09.02)... 2',
    '2.0 Sager til drøftelse 2',
    '2.1.. Nye stier\t3',
  ];
  expect(roles(['Fredag den 18. november 2016', ...list, 'Mødet holdes i Kildeby.'])).toEqual([
    'body',
    ...list.map(() => 'contents'),
    'body',
  ]);
});

test('a scanned list of points is told by its title and by what follows', () => {
  const points = [
    '1. Godkendelse af referat',
    '2. Fælles indkøb af biler',
    '3. Valg af formand',
    '4. Meddelelser',
  ];
  const body = points.slice(0, 3).flatMap((point) => [point, 'Det indstilles, at sagen drøftes.']);
  expect(roles(['Dagsorden:', ...points, ...body]).slice(0, 6)).toEqual([
    ...Array.from({ length: 5 }, () => 'contents'),
    'body',
  ]);
  expect(roles([...points, ...body])).not.toContain('contents');
});

test('ordinary text with dots in it is no list', () => {
  const text = [
    'Det drejer sig om biler, cykler ...',
    'og andet; jf. bilag 3',
    '1. Udvalget mødes i maj',
    'Der er tre ...',
    'Prisen er 12',
  ];
  expect(roles(text)).not.toContain('contents');
});

test('a line of very many dots costs no more than its length', () => {
  // Each dot tried as the first of a leader would make this take hours.
  const dots = '.'.repeat(400_000);
  expect(hasLeader(`1. Godkendelse ${dots}`)).toBe(false);
  expect(roles([dots, `${dots}x`, '. '.repeat(200_000)])).not.toContain('contents');
});

const born = (...pages: readonly (readonly string[])[]): string[][] =>
  markContents(pages.map((texts) => texts.map(line))).map((lines) => lines.map(({ role }) => role));

test('entries that end in pages without leaders are told by the title over them', () => {
  const forms = [
    [
      '1. Formalia 2',
      '1.1 Godkendelse af referat 2',
      '2. Trafik i 2020 5',
      '2.1 Letbanen på Ring 3, etape 2 12',
    ],
    ['1. Formalia, side 2', '1.1 Godkendelse, side 2', '2. Trafik, s. 5', '2.1 Letbanen, side 12'],
    ['1.\tFormalia', '1.1\tGodkendelse 2', '2.\tTrafik 5', '2.1\tLetbanen 12'],
  ];
  for (const list of forms)
    expect(born(['Bilagsoversigt', ...list, 'Mødet holdes i Kildeby.'])[0]).toEqual([
      ...Array.from({ length: 5 }, () => 'contents'),
      'body',
    ]);
  const plans = ['1. Budget for 2021', '2. Plan for 2022', '3. Status for 2023', '4. Eventuelt'];
  expect(born(['Dagsorden', ...plans])[0]).not.toContain('contents');
});

test('a list of what was cut off behind it is told by its sequence and by the first that comes again', () => {
  const list = [
    '1. Formalia',
    '1.1 Godkendelse af referat',
    '2. Trafik',
    '2.1 Letbanen på Ring 3',
    '3. Eventuelt',
  ];
  const cut = born(
    ['KKR Nordlund', ...list],
    ['1. Formalia', '1.1 Godkendelse af referat', 'Referatet er sendt ud.'],
  );
  expect(cut).toEqual([
    ['body', ...list.map(() => 'contents')],
    ['body', 'body', 'body'],
  ]);
  expect(born(['KKR Nordlund', ...list], ['Bilag følger.'])[0]).not.toContain('contents');
  const steps = list.map((entry) => `${entry} drøftes.`);
  expect(born(steps, steps)[0]).not.toContain('contents');
});
