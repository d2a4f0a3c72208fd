import type { Document } from '../../core/document.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from './sample.ts';

/** The papers of a meeting whose second item only the minutes close, and what must not be told of it. */

export const secret = 'Leverandøren Sølvgren forlanger 14 mio. kr.';
const before = 'På mødet den 1. februar 2031 blev forhandlingen indledt.';

/** @param numbers of the open and of the closed item. */
export function agendaOf(
  name: string,
  numbers: readonly [string, string],
  more: Partial<Document> = {},
): Document {
  const [first, second] = numbers;
  return sampleDocument(name, {
    pages: [
      samplePage(1, `${first}. Køreplaner\nRuterne bevares.\n${second}. Køb af ejendom\n${before} ${secret}`),
      samplePage(2, `${secret}\n9. Eventuelt\nIntet.`),
    ],
    items: [
      sampleItem(first, 'Køreplaner', { sections: [{ heading: 'Sag', text: 'Ruterne bevares.' }] }),
      sampleItem(second, 'Køb af ejendom', {
        sections: [
          { heading: 'Sag', text: `${before} ${secret}` },
          { heading: 'Indstilling', text: secret },
        ],
        recommendations: [secret],
        attachments: [{ number: 1, title: 'Sølvgrens tilbud om ejendommen' }],
        caseworkers: ['sølvgren'],
        pages: [1, 2],
      }),
      sampleItem('9', 'Eventuelt', { pages: [2, 2] }),
    ],
    bookmarks: [
      { title: 'Køb af ejendom', level: 1, page: 1 },
      { title: 'Sølvgrens tilbud', level: 2, page: 2 },
    ],
    ...more,
  });
}

export const bundle = sampleDocument('bilag.pdf', {
  kind: 'bilag',
  pages: [samplePage(1, 'Kort over ruter'), samplePage(2, secret)],
  attachments: [
    sampleAttachment('1', 1, 'Kort', { pages: [1, 1] }),
    sampleAttachment('2', 1, 'Tilbud', { pages: [2, 2] }),
  ],
});

/** An appendix of the closed item that came by itself. */
export const loose = sampleDocument('løst.pdf', {
  kind: 'bilag',
  pages: [samplePage(1, secret)],
  attachments: [{ item: null, number: null, title: 'Sølvgrens tilbud om ejendommen', pages: [1, 1] }],
});

export function minutes(closed: boolean, more: Partial<Document> = {}): Document {
  return sampleDocument('referat.pdf', {
    kind: 'referat',
    pages: [samplePage(1, 'Referat')],
    items: [
      sampleItem('1', 'Køreplaner'),
      sampleItem('2', closed ? 'Lukket punkt' : 'Køb af ejendom', { closed }),
    ],
    ...more,
  });
}

/** The meeting that the closed item speaks of. */
export const earlier = sampleDocument('tidligere.pdf', {
  date: '2031-02-01',
  pages: [samplePage(1, '1. Køb af ejendom')],
  items: [
    sampleItem('1', 'Køb af ejendom', { sections: [{ heading: 'Sag', text: 'Ejendommen købes ind.' }] }),
  ],
});
