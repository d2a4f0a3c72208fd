import { expect, test } from 'vitest';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import { linesOf } from './lines.ts';
import { rowsOf } from './rows.ts';

const NAMES = ['Vejby', 'Sandvig', 'Kildeby', 'Egevang', 'Strandby'];

/** Rows twelve points apart, columns a hundred and twenty. */
function texts(rows: readonly (readonly string[])[]): string[] {
  const runs = rows.flatMap((cells, at) =>
    cells.map((text, column) => {
      const left = 50 + 120 * column;
      return { text, left, right: left + 5 * text.length, baseline: 300 + 12 * at, size: 10, font: '' };
    }),
  );
  return linesOf(rowsOf(runs, PLAIN_FONTS)).map((line) => line.text);
}

test.each(['mio. kr.', 'er med', 'kr. pr. borger'])('%s in every row is no sentence that wraps', (same) => {
  const rows = NAMES.map((name, at) => [name, `${at + 3}00`, same]);
  expect(texts(rows)).toEqual(rows.map((cells) => cells.join('\t')));
});
