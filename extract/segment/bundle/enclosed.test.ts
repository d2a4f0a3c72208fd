import { describe, expect, test } from 'vitest';
import { segment } from '../segment.ts';
import { pagesOf } from '../testing.ts';

const FRONT = `##Dagsorden til KKR Nordjylland
Mødedato: 19-04-2024

1. Godkendelse af dagsorden
2. Kystvandråd
3. Eventuelt
`;
const ITEM = (number: number, title: string) => `##${number}. ${title}
Sagsnr.: SAG-2024-0331${number}

#Indstilling
Sekretariatet indstiller, at KKR drøfter sagen.
`;
const COVER = (label: string) => `##Bilag: ${label}`;
const REPORT = `#Budget
1. Løn til sekretariatet
2. Drift og transport
Alle tal er i tusinde kroner.
Tallene er foreløbige.
`;
const read = (...pages: string[]) => segment({ name: 'dokument.pdf', pages: pagesOf(pages.join('\f')) });

test('appendices behind the last item, each behind a cover, are no part of the item', () => {
  const { kind, items, attachments } = read(
    FRONT,
    ITEM(1, 'Godkendelse af dagsorden'),
    ITEM(2, 'Kystvandråd'),
    ITEM(3, 'Eventuelt'),
    COVER('2.1. Rapport om Limfjorden'),
    REPORT,
    REPORT,
    COVER('2.2. Budget 2024-2026'),
    REPORT,
  );
  expect(kind).toBe('dagsorden');
  expect(items.map(({ number, pages }) => [number, pages])).toEqual([
    ['1', [2, 2]],
    ['2', [3, 3]],
    ['3', [4, 4]],
  ]);
  expect(attachments.map(({ item, number, title, pages }) => [item, number, title, pages])).toEqual([
    ['2', 1, 'Rapport om Limfjorden', [5, 7]],
    ['2', 2, 'Budget 2024-2026', [8, 9]],
  ]);
});

test('an appendix between two items ends no agenda', () => {
  const { items } = read(
    FRONT,
    ITEM(1, 'Godkendelse af dagsorden'),
    ITEM(2, 'Kystvandråd'),
    COVER('2.1. Rapport om Limfjorden'),
    ITEM(3, 'Eventuelt'),
  );
  expect(items.map(({ number }) => number)).toEqual(['1', '2', '3']);
});

describe('the end of a list of appendices on a page of its own is no cover', () => {
  const listing = (number: number, title: string) => `${ITEM(number, title)}
#Bilag
Bilag 1: Notat om busser`;
  const titles = (attachments: readonly { title: string }[]) => attachments.map(({ title }) => title);

  test('before the next item', () => {
    const { items, attachments } = read(
      '##Dagsorden til KKR Nordjylland\nMødedato: 19-04-2024',
      listing(1, 'Kystvandråd'),
      'Bilag 2: Kort over busser',
      ITEM(2, 'Økonomi'),
      ITEM(3, 'Eventuelt'),
    );
    expect(attachments).toEqual([]);
    expect(items.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(titles(items[0]?.attachments ?? [])).toEqual(['Notat om busser', 'Kort over busser']);
  });

  test('but a cover below the list that names it is one', () => {
    const { items, attachments } = read(
      FRONT,
      ITEM(1, 'Godkendelse af dagsorden'),
      ITEM(2, 'Kystvandråd'),
      listing(3, 'Eventuelt'),
      COVER('1. Notat om busser'),
      REPORT,
    );
    expect(titles(attachments)).toEqual(['Notat om busser']);
    expect(items[2]?.pages).toEqual([4, 4]);
  });

  test('on the last page', () => {
    const { items, attachments } = read(
      FRONT,
      ITEM(1, 'Godkendelse af dagsorden'),
      ITEM(2, 'Kystvandråd'),
      listing(3, 'Eventuelt'),
      'Bilag 2: Kort over busser',
    );
    expect(attachments).toEqual([]);
    expect(titles(items[2]?.attachments ?? [])).toEqual(['Notat om busser', 'Kort over busser']);
  });
});
