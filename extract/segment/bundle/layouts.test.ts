import { expect, test } from 'vitest';
import type { Bookmark } from '../../../core/document.ts';
import { segment } from '../segment.ts';
import { pagesOf } from '../testing.ts';

/** Bundles as different offices put them together; "@" stands for a few lines of an appendix's own text. */
const TEXT = Array.from(
  { length: 5 },
  (_, at) => `Kommunerne har i ${at + 2} år arbejdet sammen om opgaven, og resultaterne viser fremgang.`,
).join('\n');

function appendices(layout: string, bookmarks: readonly Bookmark[] = []): string[] {
  const pages = pagesOf(layout.trim().replaceAll('@', TEXT).replaceAll('\n---\n', '\n\f'));
  return segment({ name: 'bilag.pdf', pages, bookmarks }).attachments.map(
    ({ item, number, title, pages: range }) => `${item ?? '–'}/${number} ${title} ${range?.join('-')}`,
  );
}

const LAYOUTS: Record<string, readonly [layout: string, expected: readonly string[]]> = {
  'counted through the whole bundle, items in brackets': [
    `
Bilagsoversigt
Bilag 1 Brev fra ministeren (punkt 2) ..... 2
Bilag 2 Notat om ruter (punkt 2) ..... 3
Bilag 3 Kort (punkt 4) ..... 4
---
Bilag 1
Brev fra ministeren
@
---
Bilag 2
Notat om ruter
@
---
Bilag 3
Kort
@`,
    ['2/1 Brev fra ministeren 2-2', '2/2 Notat om ruter 3-3', '4/3 Kort 4-4'],
  ],
  'titles behind bullets, nothing but titles on the pages': [
    `
Indholdsfortegnelse - Bilag
2.1 Nye busser ..... 2
- Notat om busser ..... 2
- Kort over linjer ..... 4
2.2 Havne ..... 5
- Brev fra havnene ..... 5
---
Notat om busser
@
---
@
---
Kort over linjer
@
---
Brev fra havnene
@`,
    ['2.1/1 Notat om busser 2-3', '2.1/2 Kort over linjer 4-4', '2.2/1 Brev fra havnene 5-5'],
  ],
  'counted from 1 beneath each item': [
    `
Bilag
2.1 Nye busser ..... 2
1. Notat om busser ..... 2
2. Kort over linjer ..... 3
2.2 Havne ..... 4
1. Brev fra havnene ..... 4
---
Notat om busser
@
---
Kort over linjer
@
---
Brev fra havnene
@`,
    ['2.1/1 Notat om busser 2-2', '2.1/2 Kort over linjer 3-3', '2.2/1 Brev fra havnene 4-4'],
  ],
  'a front page that names no pages, titles over two lines': [
    `
Bilag til KKR Sjælland

1 Temadrøftelse om klima
Bilag 1.1 Oplæg om klima
2 Rammeaftale for det specialiserede
område
Bilag 2.1 Notat om rammeaftalens økonomi
og styring
Bilag 2.2 Høringssvar
---
Bilag 1.1
Oplæg om klima
@
---
@
---
Bilag 2.1
Notat om rammeaftalens økonomi og styring
@
---
Bilag 2.2
Høringssvar
@`,
    ['1/1 Oplæg om klima 2-3', '2/1 Notat om rammeaftalens økonomi og styring 4-4', '2/2 Høringssvar 5-5'],
  ],
  'headed by the item, which has no page of its own': [
    `
Samlede bilag
Bilag til punkt 3: Rammeaftale
Bilag 1: Notat om rammeaftalen ..... 2
Bilag 2: Økonomi ..... 3
Bilag til punkt 5: Klima
Bilag 1: Klimaplan ..... 4
---
Notat om rammeaftalen
@
---
Økonomi
@
---
Klimaplan
@`,
    ['3/1 Notat om rammeaftalen 2-2', '3/2 Økonomi 3-3', '5/1 Klimaplan 4-4'],
  ],
  'no contents, a sheet before each': [
    `
Bilag 1 til punkt 3
Notat om takster
---
@
---
@
---
Bilag 2 til punkt 3
Høringssvar
---
@
---
Bilag 1 til punkt 4
Kort
---
@`,
    ['3/1 Notat om takster 1-3', '3/2 Høringssvar 4-5', '4/1 Kort 6-7'],
  ],
  'no contents, the label on every page': [
    `
Bilag 2.1.1 – Notat om takster
@
---
Bilag 2.1.1 – Notat om takster
@
---
Bilag 2.1.2 – Høringssvar
@`,
    ['2.1/1 Notat om takster 1-2', '2.1/2 Høringssvar 3-3'],
  ],
  'letters for numbers': [
    `
Bilagsliste
Bilag A: Notat om takster ..... 2
Bilag B: Høringssvar ..... 4
---
Bilag A
Notat om takster
@
---
@
---
Bilag B
Høringssvar
@`,
    ['–/1 Notat om takster 2-3', '–/2 Høringssvar 4-4'],
  ],
  'an appendix with contents of its own, whose chapters are called like the next one': [
    `
Indholdsfortegnelse - Bilag
2.1 Nye busser ..... 2
Bilag 1: Rapport om busser ..... 2
Bilag 2: Kort ..... 5
---
2.1
Nye busser
Rapport om busser
Indhold
1. Indledning ..... 3
2. Kort ..... 4
---
1. Indledning
@
---
2. Kort
@
---
2.1
Nye busser
Kort
@`,
    ['2.1/1 Rapport om busser 2-4', '2.1/2 Kort 5-5'],
  ],
  'covers that OCR misread': [
    `
Indholdsfortegnelse - Bilag
2.1 Temadrøftelse: Nye busser i regionen ..... 2
Bilag 1: Notat om busser ..... 2
Bilag 2: Kort over linjer ..... 3
2.2 Havne i regionen ..... 4
Bilag 1: Brev fra havnene ..... 4
---
2.l
Temadroftelse: Nye busser i regionen
Notat om busser
@
---
2.1
Temadrøftelse: Nye husser i regionen
Kort over linier
@
---
2,2
Havne i reglonen
Brev fra havnene
@`,
    ['2.1/1 Notat om busser 2-2', '2.1/2 Kort over linjer 3-3', '2.2/1 Brev fra havnene 4-4'],
  ],
  'a list whose last page number OCR lost': [
    `
Indholdsfortegnelse - Bilag
2.1 Nye busser i regionen ..... 2
Bilag 1: Notat om busser ..... 2
Bilag 2: Kort over linjer
---
Notat om busser
@
---
Kort over linjer
@`,
    ['2.1/1 Notat om busser 2-2', '2.1/2 Kort over linjer 3-3'],
  ],
  'file names for titles, so that only the printed pages tell': [
    `
Indholdsfortegnelse bilag
2.1 Nye busser ..... 2
Bilag 1: 20310311_notat_endelig.pdf ..... 2
Bilag 2: Kopi af Kort (3) ..... 4
---
Notat
@
---
@
---
Busser i øst og vest
@`,
    ['2.1/1 20310311_notat_endelig.pdf 2-3', '2.1/2 Kopi af Kort (3) 4-4'],
  ],
};

test.each(Object.entries(LAYOUTS))('%s', (_, [layout, expected]) => {
  expect(appendices(layout)).toEqual(expected);
});

const marks = (titles: readonly (readonly [string, number])[]) =>
  titles.map(([title, page]) => ({ title, page, level: 1 }));

test('bookmarks say where an appendix begins that nothing on its page tells of', () => {
  const layout = `
Indholdsfortegnelse - Bilag
2.1 Nye busser ..... 1
Bilag 1: Notat om busser ..... 1
Bilag 2: Regneark ..... 7
---
Notat om busser
@
---
12 14 15
---
16 17 18`;
  const found = appendices(
    layout,
    marks([
      ['Notat om busser.docx', 2],
      ['Regneark.xlsx', 3],
    ]),
  );
  expect(found).toEqual(['2.1/1 Notat om busser 2-2', '2.1/2 Regneark 3-4']);
});

test('files that were merged keep their names as bookmarks; chapters of a report are no appendices', () => {
  const pages = 'Forside\n@\n---\n@\n---\n@';
  const files = marks([
    ['Bilag 2.1 Notat om takster.docx', 1],
    ['Bilag 2.2 Høringssvar.pdf', 3],
  ]);
  expect(appendices(pages, files)).toEqual(['2/1 Notat om takster 1-2', '2/2 Høringssvar 3-3']);
  expect(
    appendices(
      pages,
      marks([
        ['Indledning', 1],
        ['Metode', 2],
        ['Resultater', 3],
      ]),
    ),
  ).toEqual([]);
});
