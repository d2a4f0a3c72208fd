import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './column.ts';
import { written } from './format.ts';
import type { ExportFormat } from './names.ts';

async function file(format: ExportFormat, names: string[], rows: Cell[][]): Promise<string> {
  async function* one() {
    yield* rows;
  }
  let text = '';
  for await (const piece of written(format, names, one())) text += piece;
  return text;
}

describe('written', () => {
  it('writes csv as RFC 4180 says', async () => {
    const rows = [['a,b', 'says "no"', 'two\nlines', ['x', 'y'], null, true, 3]];
    expect(await file('csv', ['1', '2', '3', '4', '5', '6', '7'], rows)).toBe(
      '1,2,3,4,5,6,7\r\n"a,b","says ""no""","two\nlines",x | y,,true,3\r\n',
    );
  });

  it('writes for a Danish Excel, and disarms what it would take for a formula', async () => {
    const rows = [['=HYPERLINK("http://x")', '-5', '@SUM(A1)', 'Æ;Ø', false]];
    expect(await file('excel', ['a', 'b', 'c', 'd', 'e'], rows)).toBe(
      '\uFEFFa;b;c;d;e\r\n"\'=HYPERLINK(""http://x"")";\'-5;\'@SUM(A1);"Æ;Ø";false\r\n',
    );
  });

  it('keeps lists and null in JSON Lines', async () => {
    expect(await file('jsonl', ['a', 'b', 'c'], [[['x'], null, false]])).toBe(
      '{"a":["x"],"b":null,"c":false}\n',
    );
  });

  it('writes the header of an empty table, and nothing of an empty JSON Lines', async () => {
    expect(await file('csv', ['a', 'b'], [])).toBe('a,b\r\n');
    expect(await file('jsonl', ['a', 'b'], [])).toBe('');
  });

  it('loses no text, whatever it is', async () => {
    const cell = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        expect(parsed(await file('csv', ['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});

/** RFC 4180 read literally: fields in quotes with doubled quotes, or without any. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*?))(,|\r\n)/gs)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
