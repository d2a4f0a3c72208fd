import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippet } from './snippet.ts';

const place = (text: string, word: string, slot = 0) => {
  const start = text.indexOf(word);
  return { start, end: start + word.length, slot, grade: 1 };
};

test('shows the stretch with most of what was asked, whole words only', () => {
  const text = `${'Fyld '.repeat(120)}her står klyngen og økonomien side om side. ${'Fyld '.repeat(120)}klyngen`;
  const pieces = snippet(text, [place(text, 'klyngen'), place(text, 'økonomien', 1)]);
  const shown = pieces.map((piece) => piece.text).join('');
  expect(pieces.filter((piece) => piece.match).map((piece) => piece.text)).toEqual(['klyngen', 'økonomien']);
  expect(shown).toMatch(/^… Fyld .*side om side\. .* …$/);
  expect(shown.length).toBeLessThan(300);
});

test('marks nothing that was not found, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 600 }),
      fc.nat(599),
      fc.integer({ min: 1, max: 20 }),
      (text, start, length) => {
        const end = Math.min(text.length, start + length);
        const places = start < end ? [{ start, end, slot: 0, grade: 1 }] : [];
        const marked = snippet(text, places).filter((piece) => piece.match);
        for (const piece of marked) expect(piece.text).toBe(text.slice(start, end).replace(/\s+/g, ' '));
      },
    ),
  );
});
