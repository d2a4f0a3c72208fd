import { expect, test } from 'vitest';
import { readAttendance } from './attendance.ts';
import { collectLines } from './lines.ts';
import { pagesOf } from './testing.ts';

const read = (text: string) => readAttendance(collectLines(pagesOf(text)).body);

test('members, committee members of KL, apologies, guests under items and the secretariat', () => {
  const lists = read(`Deltagerfortegnelse
Deltagere
Ida Holm (A), Vejen Kommune
Borgmester Per Lund, Fanø Kommune
KL Udvalgsmedlemmer
Bo Ask, Ribe Kommune
Afbud
Jens Krog, Varde Kommune
Gæster:
Direktør Eva Dam under punkt 2.3
Sekretariatet
Kommunaldirektør Ole Friis, Vejle Kommune, K22 - under
punkt 2.1
`);
  expect(lists.attendees).toMatchObject([
    { name: 'Ida Holm', organisation: 'Vejen Kommune', party: 'A' },
    { name: 'Per Lund', organisation: 'Fanø Kommune', office: 'Borgmester' },
  ]);
  expect(lists.others.map((person) => person.name)).toEqual(['Bo Ask']);
  expect(lists.apologies).toMatchObject([{ name: 'Jens Krog', organisation: 'Varde Kommune' }]);
  expect(lists.guests).toMatchObject([{ name: 'Eva Dam', office: 'Direktør', items: ['2.3'] }]);
  expect(lists.secretariat).toMatchObject([{ name: 'Ole Friis', items: ['2.1'] }]);
});

test('a deputy is there for the municipality', () => {
  const lists = read('Deltagere\nKøge Kommune supp. Ken Boel deltog\nIda Holm, Greve Kommune');
  expect(lists.attendees.map((person) => [person.name, person.organisation])).toEqual([
    ['Ken Boel', 'Køge Kommune'],
    ['Ida Holm', 'Greve Kommune'],
  ]);
});

test.each([
  ['two columns', 'Til stede\nIda Holm, Vejen Kommune      Per Lund, Fanø Kommune'],
  ['a table', 'Til stede\nKommune\tNavn\nVejen Kommune\tIda Holm\nFanø Kommune\tPer Lund'],
  ['run on with semicolons', 'Til stede: Ida Holm, Vejen\nKommune; Per Lund, Fanø Kommune.'],
  ['in brackets', 'Til stede: Ida Holm (Vejen Kommune), Per\nLund (Fanø Kommune)'],
  ['bulleted', 'Til stede\n› Ida Holm, Vejen Kommune\n› Per Lund, Fanø Kommune'],
])('%s', (_, text) => {
  expect(read(text).attendees.map((person) => [person.name, person.organisation])).toEqual([
    ['Ida Holm', 'Vejen Kommune'],
    ['Per Lund', 'Fanø Kommune'],
  ]);
});

test('a name or a kind of member set in bold closes no list; another heading does', () => {
  const lines = collectLines(
    pagesOf(
      'Deltagere\n#Borgmester Ida Holm (A), Vejen Kommune\nPer Lund, Fanø Kommune\n#Byrådsmedlemmer\nBo Ask, Ribe Kommune\n#Vigtigt for mødet\nEva Dam, Varde Kommune',
    ),
  ).body.map((line) => ({ ...line, role: line.bold ? ('heading' as const) : line.role }));
  expect(readAttendance(lines).attendees.map((person) => person.name)).toEqual([
    'Ida Holm',
    'Per Lund',
    'Bo Ask',
  ]);
});

test.each(['Oversigt', 'Indholdsfortegnelse', 'Sagsliste'])(
  'a list of the items, headed %s, is nobody',
  (head) => {
    const { attendees, apologies } = read(
      `Deltagere\nIda Holm, Vejen Kommune\n\nFraværende\nPer Lund, Fanø Kommune\n\n${head}\n\nPunkt 1: Godkendelse af dagsorden`,
    );
    expect([attendees, apologies].map((list) => list.map((person) => person.name))).toEqual([
      ['Ida Holm'],
      ['Per Lund'],
    ]);
  },
);

test('names that run on over line ends are whole, whatever parts them', () => {
  const lists = read(`Medlemmer: Ida Holm (Fredensborg), Per Lund Krog (Lyngby-Taarbæk), Helle
Moes Dam (Hvidovre), Bo Ask (F)
Afbud: Jens Krog (V), Herning, formand; Eva Dam (C), Odder; Ole
Friis (A), Struer
Fraværende: Ulla Bæk (afbud)
Bemærkninger: Ida Holm deltog ikke under pkt. 22.
`);
  expect(lists.attendees).toMatchObject([
    { name: 'Ida Holm', organisation: 'Fredensborg' },
    { name: 'Per Lund Krog', organisation: 'Lyngby-Taarbæk' },
    { name: 'Helle Moes Dam', organisation: 'Hvidovre' },
    { name: 'Bo Ask', party: 'F' },
  ]);
  expect(lists.apologies).toMatchObject([
    { name: 'Jens Krog', party: 'V', organisation: 'Herning', office: 'formand' },
    { name: 'Eva Dam', party: 'C', organisation: 'Odder' },
    { name: 'Ole Friis', party: 'A', organisation: 'Struer' },
    { name: 'Ulla Bæk' },
  ]);
});

test('plain names over two lines, and who led the meeting is not there twice', () => {
  const lists = read(`Deltagere
Mødeleder: Ida Holm
Ida Holm, Per Krog, Else Dam, Hanne
Lyk, H.C. Maar og Bent Brun
Forventede afbud: Knud Ask, Vejen Kommune
Referent: Eva Friis
`);
  expect(lists.attendees.map((person) => person.name)).toEqual([
    'Ida Holm',
    'Per Krog',
    'Else Dam',
    'Hanne Lyk',
    'H.C. Maar',
    'Bent Brun',
  ]);
  expect(lists.apologies.map((person) => person.name)).toEqual(['Knud Ask']);
});

test('an office in brackets, and absence without apology beside one with it', () => {
  const lists = read(`Til stede: Borgmester Jan Dam, Odense (formand)
Afbud
Dorte Elm (V); Claus Ny (V)
Ikke til stede: Johs. Ask (M)
`);
  expect(lists.attendees).toMatchObject([{ name: 'Jan Dam', organisation: 'Odense', office: 'formand' }]);
  expect(lists.apologies.map((person) => person.name)).toEqual(['Dorte Elm', 'Claus Ny', 'Johs. Ask']);
});

test('the next list may begin within a line', () => {
  const lists = read(`Til stede: Bo Ask, Lars Krog, Leif Lund, Martin Elm-Kjær, Nicolai Dam, Steffen
Damsgård, Søren Møl Uldbæk. Forfald: Arne Lægård og Mogens
Jespersen.
`);
  expect(lists.attendees.map((person) => person.name)).toEqual([
    'Bo Ask',
    'Lars Krog',
    'Leif Lund',
    'Martin Elm-Kjær',
    'Nicolai Dam',
    'Steffen Damsgård',
    'Søren Møl Uldbæk',
  ]);
  expect(lists.apologies.map((person) => person.name)).toEqual(['Arne Lægård', 'Mogens Jespersen']);
});
