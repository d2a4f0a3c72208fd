import { expect, test } from 'vitest';
import type { Box } from '../../core/document.ts';
import { collectLines } from './lines.ts';
import { listAttachments, type PageLink } from './listed-attachments.ts';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

/** Entries one below the other, 12 points apart, as a PDF has them. */
function listed(entries: readonly string[], links: readonly PageLink[]) {
  const [page] = pagesOf(entries.join('\n'));
  if (!page) throw new Error('there is a page');
  const lines = page.lines.map((line, at) => {
    const box: Box = [70, 100 + 12 * at, 400, 111 + 12 * at];
    return { ...line, box };
  });
  const { body } = collectLines([{ ...page, size: [595, 842], lines }]);
  const pieces = body.map((line) => ({ line, text: line.text, start: line.start ?? 0 }));
  return listAttachments(pieces, links, 90).map(({ number, title, link }) => [number, title, link ?? null]);
}

const linkOver = (row: number, url: string, page = 1): PageLink => ({
  page,
  url,
  box: [72, 101 + 12 * row, 200, 110 + 12 * row],
});

test('an entry has the target of the link that lies over one of its lines, and no other’s', () => {
  const links = [
    linkOver(2, 'https://example.dk/kort.pdf'),
    linkOver(0, 'https://example.dk/notat.pdf'),
    linkOver(3, 'https://example.dk/anden-side.pdf', 2),
  ];
  const entries = [
    'Bilag 1: Notat om busser',
    'Bilag 2: Kort over alle linjer, der ændres ved',
    'næste køreplanskifte',
    'Bilag 3: Brev',
  ];
  expect(listed(entries, links)).toEqual([
    [1, 'Notat om busser', 'https://example.dk/notat.pdf'],
    [2, 'Kort over alle linjer, der ændres ved næste køreplanskifte', 'https://example.dk/kort.pdf'],
    [3, 'Brev', null],
  ]);
});

test('entries on one line, as in a cell of a table, are told apart', () => {
  expect(
    listed(['• Udredning om letbane • Beregning af tre nøgler', 'Bilag 3: Notat Bilag 4: Kort'], []),
  ).toEqual([
    [1, 'Udredning om letbane', null],
    [2, 'Beregning af tre nøgler', null],
    [3, 'Notat', null],
    [4, 'Kort', null],
  ]);
});

test('addresses in the text are targets and no part of the title', () => {
  const minutes = `
Referat
KKR Nordjylland den 4. marts 2031

1. Velkomst
Sagsfremstilling
Formanden bød velkommen.

2. Nye busser
Sagsfremstilling
Der skal køres flere busser.
Bilag
- [Notat om busser](https://example.dk/notat.pdf)
- Kort over linjer https://example.dk/kort.pdf
- Brev fra ministeren
Beslutning
KKR tiltrådte indstillingen.
`;
  const { items } = segment({ name: 'referat.pdf', pages: pagesOf(minutes) });
  expect(items[1]?.attachments.map(({ number, title, link }) => [number, title, link])).toEqual([
    [1, 'Notat om busser', 'https://example.dk/notat.pdf'],
    [2, 'Kort over linjer', 'https://example.dk/kort.pdf'],
    [3, 'Brev fra ministeren', undefined],
  ]);
});
