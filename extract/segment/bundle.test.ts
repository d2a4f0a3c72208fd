import { expect, test } from 'vitest';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

const COVERED = `Indholdsfortegnelse - Bilag
2.1 Temadrøftelse: Nye busser ......... 2
Bilag 1: Notat om busser ......... 2
Bilag 2: Kort ......... 31
2.2 Beslutningssag: Havne i regionen ......... 40
Bilag 1: Brev ......... 40
\f2.1
Temadrøftelse: Nye busser

Notat
Dato: 4. marts 2022
Sags ID: SAG-2022-00568
\fMere notat.

2.1
Temadrøftelse: Nye busser

Kort
Indhold
1. Nord ......... 3
2. Syd ......... 5
\f2.2
Beslutningssag: Havne i regionen

Brev
`;

test('appendices begin at their covers, also in the middle of a page, whatever pages the contents print', () => {
  const { kind, attachments } = segment({ name: 'bilag.pdf', pages: pagesOf(COVERED) });
  expect(kind).toBe('bilag');
  expect(attachments.map((each) => each.itemTitle)).toEqual(['Nye busser', 'Nye busser', 'Havne i regionen']);
  expect(
    attachments.map((each) => [each.item, each.number, each.title, each.pages, each.caseNumber]),
  ).toEqual([
    ['2.1', 1, 'Notat om busser', [2, 3], 'SAG-2022-00568'],
    ['2.1', 2, 'Kort', [3, 3], null],
    ['2.2', 1, 'Brev', [4, 4], null],
  ]);
});

test('a part of a bundle without its contents is told by its covers', () => {
  const pages = pagesOf(COVERED.split('\f').slice(1).join('\f'));
  const { attachments } = segment({ name: 'bilag.pdf', pages });
  // The cover in the middle of a page is not told from text without the contents to name it.
  expect(attachments.map((each) => [each.item, each.number, each.pages])).toEqual([
    ['2.1', 1, [1, 2]],
    ['2.2', 1, [3, 3]],
  ]);
});
