import { expect, test } from 'vitest';
import { withWords } from '../../danish/hyphen.ts';
import { applyEdits } from '../repair/edits.ts';
import { loadRepairer } from '../repair/repair.ts';
import { hyphenEdits } from './hyphens.ts';
import type { LaidLine } from './lines.ts';
import { writePage } from './page-text.ts';

const { hyphens } = loadRepairer();
const line = (text: string): LaidLine => ({
  text,
  words: [],
  role: 'body',
  box: null,
  size: 10,
  bold: false,
  opens: false,
});

test.each([
  ['udvikling i alt', 'Kommunernes udgiftsudvikling\ni alt'],
  ['udvikling\t100\t200', null],
])('a word goes on in the next line, but not in the cell of a table: %j', (next, whole) => {
  const page = writePage([line('Kommunernes udgifts-'), line(next)]);
  const [edit] = hyphenEdits(page, hyphens);
  expect(
    edit === undefined ? null : page.text.slice(0, edit.start) + edit.after + page.text.slice(edit.end),
  ).toBe(whole);
});

test.each([
  ['sundheds- klyngerne er med', 'sundhedsklyngerne er med'],
  ['børne- og ungeområdet', 'børne- og ungeområdet'],
  ['forplig\u2010 telsen', 'forpligtelsen'],
  ['dansk- svenske aftaler', 'dansk-svenske aftaler'],
  ['xyz- qwrt', 'xyz- qwrt'],
])('a word divided within a cell is judged as one at a line end: %j', (cell, whole) => {
  const page = writePage([{ ...line(`Aarhus\t${cell}\t12`), role: 'table' }, line('udvikling')]);
  const known = withWords(hyphens, new Set(['dansk-svenske']));
  expect(applyEdits(page.text, hyphenEdits(page, known))).toBe(`Aarhus\t${whole}\t12\nudvikling`);
  expect(hyphenEdits(writePage([line(cell)]), known)).toEqual([]);
});
