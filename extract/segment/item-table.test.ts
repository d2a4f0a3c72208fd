import { describe, expect, test } from 'vitest';
import type { Page, Table, TableCell } from '../../core/document.ts';
import { segment } from './segment.ts';
import { inShort, pagesOf } from './testing.ts';

const FRONT = '#Referat af møde i KKR Midtjylland\n#den 3. marts 2017\n\n';
const HEAD = ['Nr.', 'Sag', 'Indstilling', 'Beslutning'];
const ROWS = [
  ['1', 'Godkendelse af dagsorden SAG-2017-00210 thk', 'At dagsordenen godkendes.', 'Godkendt.'],
  [
    '2',
    'Nye cykelstier SAG-2017-00655 lmo thk Ni kommuner har planer klar, og fire støder op til hinanden.',
    'At stierne søges samlet.',
    'Drøftet. Ny sag i juni.',
  ],
];

/** A table under `above`: a row a line, its cells parted by tabs; null for an empty cell. */
function page(number: number, above: string, rows: readonly (readonly (string | null)[])[]): Page {
  const text = above + rows.map((row) => row.filter((cell) => cell !== null).join('\t')).join('\n');
  const [laid] = pagesOf(text);
  if (laid === undefined) throw new Error('no page');
  let at = above.replaceAll('#', '').length;
  const width = 120;
  const cells = rows.map((row, y) =>
    row.flatMap((cell, column): TableCell[] => {
      if (cell === null) return [];
      const start = at;
      at += cell.length + 1;
      const left = 50 + column * width;
      return [
        { start, end: start + cell.length, column, box: [left, 100 + 20 * y, left + width, 120 + 20 * y] },
      ];
    }),
  );
  const columns = 1 + Math.max(...cells.flat().map((cell) => cell.column));
  const box: Table['box'] = [50, 100, 50 + columns * width, 120 + 20 * rows.length];
  const lines = laid.lines.map((line) => ({
    ...line,
    role: line.text.includes('\t') ? ('table' as const) : line.role,
  }));
  return { ...laid, number, lines, tables: [{ box, columns, headerRows: 0, rows: cells }] };
}

const read = (pages: readonly Page[]) => segment({ name: 'møde.pdf', pages });
const sections = (pages: readonly Page[]) =>
  read(pages).items.map((item) => item.sections.map(({ heading, text }) => `${heading}: ${text}`));

describe('a table whose columns are parts of items', () => {
  test('a row is an item, the head of a column its section', () => {
    const pages = [page(1, FRONT, [HEAD, ...ROWS])];
    expect(inShort(read(pages))).toEqual([
      '1 Godkendelse af dagsorden (SAG-2017-00210): approved',
      '2 Nye cykelstier (SAG-2017-00655): discussed',
    ]);
    expect(sections(pages)).toEqual([
      ['Indstilling: At dagsordenen godkendes.', 'Beslutning: Godkendt.'],
      [
        'Sag: Ni kommuner har planer klar, og fire støder op til hinanden.',
        'Indstilling: At stierne søges samlet.',
        'Beslutning: Drøftet. Ny sag i juni.',
      ],
    ]);
    expect(read(pages).items[1]?.caseworkers).toEqual(['lmo', 'thk']);
    expect(read(pages).kind).toBe('referat');
  });

  test('goes on overleaf, with its headings again or without them, and with a column left empty', () => {
    const more = [['3', 'Eventuelt', null, 'Intet.']];
    const short = [
      ['3', 'Eventuelt'],
      ['4', 'Næste møde'],
    ];
    expect(inShort(read([page(1, FRONT, [HEAD, ...ROWS]), page(2, '', [HEAD, ...more])]))).toHaveLength(3);
    expect(inShort(read([page(1, FRONT, [HEAD, ...ROWS]), page(2, '', more)]))[2]).toBe('3 Eventuelt:');
    expect(inShort(read([page(1, FRONT, [HEAD, ...ROWS]), page(2, '', short)]))).toHaveLength(4);
  });

  test('a row cut off by the end of a page is one item', () => {
    const rest = [null, 'Fristen er i maj.', null, 'Formanden skriver til alle.'];
    const pages = [page(1, FRONT, [HEAD, ...ROWS]), page(2, '', [rest, ['3', 'Eventuelt', null, 'Intet.']])];
    const [, second, third] = read(pages).items;
    expect(second?.decision?.text.split(/\n+/)).toEqual([
      'Drøftet. Ny sag i juni.',
      'Formanden skriver til alle.',
    ]);
    expect(second?.pages).toEqual([1, 2]);
    expect(third?.title).toBe('Eventuelt');
  });

  test('numbers may stand before the titles', () => {
    const rows = [
      ['Punkt', 'Beslutning'],
      ['1. Budget 2018 for det fælles sekretariat i Viborg', 'Godkendt.'],
      ['2. Eventuelt', 'Intet.'],
    ];
    expect(inShort(read([page(1, FRONT, rows)]))).toEqual([
      '1 Budget 2018 for det fælles sekretariat i Viborg: approved',
      '2 Eventuelt:',
    ]);
  });

  test('every field stands where it says', () => {
    const pages = [page(1, FRONT, [HEAD, ...ROWS])];
    const [, item] = read(pages).items;
    const at = (spans: readonly { start: number | null; end: number | null }[] = []) =>
      spans.map(({ start, end }) => pages[0]?.text.slice(start ?? 0, end ?? 0)).join(' ');
    expect(at(item?.where?.title)).toContain('Nye cykelstier');
    expect(at(item?.where?.caseNumber)).toBe('SAG-2017-00655 lmo thk');
    expect(at(item?.decision?.where)).toBe('Drøftet. Ny sag i juni.');
  });
});

describe('tables that hold no items', () => {
  test('figures, and people with their kommuner', () => {
    const rows = [
      ['Nr.', 'Kommune', 'Antal'],
      ['1', 'Odder', '12'],
      ['2', 'Samsø', '7'],
    ];
    expect(read([page(1, FRONT, rows)]).items).toEqual([]);
  });

  test('an overview of decisions above the items themselves', () => {
    const text = [1, 2, 3]
      .map(
        (n) =>
          `#${n}. Sag nummer ${n}\n\n#Sagsfremstilling\n${'Kommunerne har svaret. '.repeat(20)}\n\n#Beslutning\nGodkendt.\n`,
      )
      .join('\n');
    const [below] = pagesOf(text);
    if (below === undefined) throw new Error('no page');
    const items = read([page(1, FRONT, [HEAD, ...ROWS]), { ...below, number: 2 }]).items;
    expect(items.map((item) => item.title)).toContain('Sag nummer 3');
  });
});
