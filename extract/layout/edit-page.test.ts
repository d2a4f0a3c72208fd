import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineRole, Repair } from '../../core/document.ts';
import { applyEdits } from '../repair/edits.ts';
import { editPage } from './edit-page.ts';
import type { LaidLine } from './lines.ts';
import { writePage } from './page-text.ts';

function line(text: string, role: LineRole = 'body', opens = false): LaidLine {
  const words = [...text.matchAll(/\S+/gu)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
    box: [word.index, 0, word.index + word[0].length, 10] satisfies [number, number, number, number],
  }));
  return { text, words, role, box: [0, 0, 100, 10], size: 10, bold: false, opens };
}

const edit = (start: number, before: string, after: string): Repair => ({
  start,
  end: start + before.length,
  before,
  after,
  rule: 'test',
  confidence: 1,
});

test('a word joined over a line end moves its line and keeps the rest', () => {
  const page = writePage([
    line('SIDE 1', 'header'),
    line('Region Hoved-'),
    line('staden og andre'),
    line('Slut', 'body', true),
  ]);
  const edits = [edit(12, '-\nstaden ', 'staden\n')];
  const after = editPage(page, applyEdits(page.text, edits), edits);
  expect(after.lines.map(({ text, start, role }) => [text, start, role])).toEqual([
    ['SIDE 1', null, 'header'],
    ['Region Hovedstaden', 0, 'body'],
    ['og andre', 19, 'body'],
    ['Slut', 29, 'body'],
  ]);
});

test('a line that is drawn into the one above is gone', () => {
  const page = writePage([line('beslut-'), line('ning.'), line('Ny linje')]);
  const edits = [edit(6, '-\nning.', 'ning.')];
  const after = editPage(page, applyEdits(page.text, edits), edits);
  expect(after.lines.map((one) => one.text)).toEqual(['beslutning.', 'Ny linje']);
});

const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,8}$/u), { minLength: 1, maxLength: 6 });
const page = fc
  .array(fc.tuple(words, fc.constantFrom<LineRole>('body', 'header', 'footer', 'table'), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => writePage(lines.map(([parts, role, opens]) => line(parts.join(' '), role, opens))));

test('whatever is edited, lines and words agree with the text', () => {
  const cuts = fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.stringMatching(/^[a-z \n]{0,10}$/u)), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(page, cuts, (before, wanted) => {
      const edits: Repair[] = [];
      let free = 0;
      for (const [start, length, after] of wanted.toSorted((a, b) => a[0] - b[0])) {
        const end = Math.min(start + length, before.text.length);
        if (start < free || start > end) continue;
        edits.push(edit(start, before.text.slice(start, end), after));
        free = end + 1;
      }
      const text = applyEdits(before.text, edits);
      const after = editPage(before, text, edits);
      const inText = after.lines.filter((one) => one.start !== null);
      for (const one of inText)
        expect(text.slice(one.start ?? 0, (one.start ?? 0) + one.text.length)).toBe(one.text);
      if (edits.length > 0 && before.lines.some((one) => one.start !== null)) {
        expect(inText.map((one) => one.text)).toEqual(text.match(/[^\n]+/gu) ?? []);
      }
      const aside = (lines: typeof after.lines) =>
        lines.filter((one) => one.start === null).map((one) => one.text);
      expect(aside(after.lines)).toEqual(aside(before.lines));
      let last = 0;
      for (const word of after.words) {
        expect(word.start).toBeGreaterThanOrEqual(last);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end).toBeLessThanOrEqual(text.length);
        last = word.end;
      }
    }),
  );
});
