import { expect, test } from 'vitest';
import type { LaidLine } from './lines.ts';
import { markRoles } from './roles.ts';

const line = (text: string, top: number, size = 11): LaidLine => ({
  text,
  words: [{ start: 0, end: 1, box: [50, top, 56, top + size] }],
  role: 'body',
  box: [50, top, 500, top + size],
  size,
  bold: false,
  opens: false,
});
const roles = (lines: readonly LaidLine[]): string[] => markRoles(lines, 11, 842).map(({ role }) => role);

test.each([
  ['\uf0b7 at KKR drøfter sagen', '• at KKR drøfter sagen', 'list'],
  ['\uf0a7 at KKR drøfter sagen', '• at KKR drøfter sagen', 'list'],
  ['\uf02d at KKR drøfter sagen', '– at KKR drøfter sagen', 'list'],
  ['\u0000 at KKR drøfter sagen', '• at KKR drøfter sagen', 'list'],
  ['o Kildeby Kommune', 'o Kildeby Kommune', 'list'],
  ['\uf0b7KKR', '\uf0b7KKR', 'body'],
  ['og Kildeby Kommune', 'og Kildeby Kommune', 'body'],
])('the mark of a list from a font of symbols: %j', (given, text, role) => {
  const [marked] = markRoles([line(given, 100)], 11, 842);
  expect([marked?.text, marked?.role]).toEqual([text, role]);
  expect(marked?.text.length).toBe(given.length);
});

test('footnotes are told by their marks, with all their lines', () => {
  const body = ['Tallet er faldet,1 siger rådet.', 'Det gælder fraværet2 i år og udgifterne til'];
  const notes = ['1. Opgjort i maj af de kommuner, som har', 'svaret på rundspørgen.', '2) Uden ferie.'];
  const lines = [
    ...body.map((text, at) => line(text, 400 + 14 * at)),
    ...notes.map((text, at) => line(text, 700 + 12 * at, 9)),
    { ...line('Side 2', 800, 9), role: 'footer' as const },
  ];
  expect(roles(lines)).toEqual(['body', 'body', 'footnote', 'footnote', 'footnote', 'footer']);
});

test('print hardly smaller than the text is a footnote only where the text bears its mark', () => {
  const note = line('1 Opgjort i maj', 700, 10);
  expect(roles([line('Tallet er faldet1, siger rådet.', 400), note])[1]).toBe('footnote');
  expect(roles([line('Tallet er faldet med 1,1 procent.', 400), note])[1]).toBe('body');
});

test('a list in small print without marks in the text stays a list', () => {
  expect(roles([line('Rådet besluttede', 500), line('1. at drøfte sagen', 700, 9)])).toEqual([
    'body',
    'list',
  ]);
});
