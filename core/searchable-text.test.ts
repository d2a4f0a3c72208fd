import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineRole, PageLine } from './document.ts';
import { searchableText } from './searchable-text.ts';

const line = (text: string, start: number | null, role: LineRole): PageLine => ({
  text,
  start,
  role,
  box: null,
  size: null,
  bold: false,
});

test('noise is left out, and nothing else', () => {
  const text = 'Ventetid i dage\np——\n\nTallet falder\nI | O';
  const lines = [
    line('KKR Nordlund', null, 'header'),
    line('Ventetid i dage', 0, 'body'),
    line('p——', 16, 'noise'),
    line('Tallet falder', 21, 'body'),
    line('I | O', 35, 'noise'),
  ];
  expect(searchableText({ text, lines })).toBe('Ventetid i dage\n\nTallet falder\n');
  expect(searchableText({ text, lines: [line('andet', 3, 'noise')] })).toBe(text);
});

test('what remains are the other lines in their order, whatever is noise', () => {
  const parts = fc.array(fc.tuple(fc.stringMatching(/^[a-zæøå |—]{1,9}$/u), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (given) => {
      let at = 0;
      const lines = given.map(([text, noise]) => {
        const start = at;
        at += text.length + 1;
        return line(text, start, noise ? 'noise' : 'body');
      });
      const text = given.map(([one]) => one).join('\n');
      const left = searchableText({ text, lines })
        .split('\n')
        .filter((one) => one !== '');
      expect(left).toEqual(given.filter(([, noise]) => !noise).map(([one]) => one));
    }),
  );
});
