import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../../core/document.ts';
import { partsOf, tablePart } from './page-tables.ts';

const TEXT = 'Før.\nÅr\tBudget\n2024\t12 mio.\nI alt 12\nEfter.';
const cell = (words: string, column: number, more: Partial<TableCell> = {}): TableCell => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, column, box: [0, 0, 1, 1], ...more };
};
const TABLE: Table = {
  box: [0, 0, 9, 9],
  columns: 2,
  headerRows: 1,
  rows: [
    [cell('År', 0), cell('Budget', 1)],
    [cell('2024', 0), cell('12 mio.', 1)],
    [cell('I alt 12', 0, { columns: 2 })],
  ],
};

describe('partsOf', () => {
  it('takes the tables out of the running text', () => {
    expect(partsOf(TEXT, [TABLE])).toEqual([
      { kind: 'text', text: 'Før.\n' },
      { kind: 'table', table: TABLE },
      { kind: 'text', text: '\nEfter.' },
    ]);
  });

  it('leaves the text as it is where a table lies outside it, or has no cells', () => {
    const cut = TEXT.slice(0, 10);
    expect(partsOf(cut, [TABLE])).toEqual([{ kind: 'text', text: cut }]);
    expect(partsOf(TEXT, [{ ...TABLE, rows: [] }])).toEqual([{ kind: 'text', text: TEXT }]);
  });

  it('leaves the text as it is where something else stands between the cells', () => {
    const left = { ...TABLE, rows: [[cell('År', 0)], [cell('2024', 0)]] };
    const right = { ...TABLE, rows: [[cell('Budget', 0)], [cell('12 mio.', 0)]] };
    expect(partsOf(TEXT, [left, right])).toEqual([{ kind: 'text', text: TEXT }]);
  });

  it('loses nothing and repeats nothing of the text', () => {
    const one = fc
      .tuple(fc.nat(60), fc.nat(20), fc.nat(3))
      .map(([start, length, column]) => ({ ...cell('År', column), start, end: start + length }));
    const table = fc
      .array(fc.array(one, { maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows) => ({ ...TABLE, rows }));
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.array(table, { maxLength: 4 }), (text, tables) => {
        const told = partsOf(text, tables).flatMap((part) =>
          part.kind === 'text'
            ? [part.text]
            : part.table.rows
                .flat()
                .sort((a, b) => a.start - b.start)
                .map(({ start, end }) => text.slice(start, end)),
        );
        expect(told.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('tablePart', () => {
  it('says that a table goes on from the page before', () => {
    expect(tablePart(TEXT, { ...TABLE, continues: true }).markup).toContain(
      '<caption>Fortsat fra forrige side</caption>',
    );
    expect(tablePart(TEXT, TABLE).markup).not.toContain('caption');
  });

  it('has heads, empty cells, and cells that take up several columns', () => {
    expect(tablePart(TEXT, TABLE).toString()).toContain(
      '<thead><tr><th scope="col">År</th><th scope="col">Budget</th></tr></thead>' +
        '<tbody><tr><td>2024</td><td>12 mio.</td></tr><tr><td colspan="2">I alt 12</td></tr></tbody>',
    );
    const sparse = { ...TABLE, headerRows: 0, rows: [[cell('12 mio.', 1)]] };
    expect(tablePart(TEXT, sparse).toString()).toContain('<tr><td></td><td>12 mio.</td></tr>');
  });

  it('leaves out what a cell from the row above covers', () => {
    const tall = {
      ...TABLE,
      headerRows: 0,
      rows: [[cell('År', 0, { rows: 2 }), cell('Budget', 1)], [cell('2024', 1)]],
    };
    expect(tablePart(TEXT, tall).toString()).toContain(
      '<tr><td rowspan="2">År</td><td>Budget</td></tr><tr><td>2024</td></tr>',
    );
  });
});
