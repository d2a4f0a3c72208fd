import { expect, test } from 'vitest';
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
