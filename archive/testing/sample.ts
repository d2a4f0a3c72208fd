import { createHash } from 'node:crypto';
import type { Attachment, Document, Item, Page, Source } from '../../core/document.ts';

/** Small fictional readings for tests of what the archive does with them. */
export function sampleSource(name: string): Source {
  const sha256 = createHash('sha256').update(name).digest('hex');
  return { name, sha256, bytes: name.length, mediaType: 'application/pdf' };
}

export function samplePage(number: number, text: string): Page {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const placed = { text: line, start, role: 'body' as const, box: null, size: 11, bold: false };
    start += line.length + 1;
    return placed;
  });
  return {
    number,
    text,
    origin: 'text-layer',
    reason: 'Siden har læsbar tekst.',
    confidence: null,
    language: 'dan',
    lines,
    repairs: [],
    repairedBy: '1-0a1b2c3d',
    doubtful: [],
    size: [595, 842],
    words: null,
  };
}

export function sampleItem(number: string | null, title: string, more: Partial<Item> = {}): Item {
  return {
    number,
    title,
    type: null,
    caseNumber: null,
    caseworkers: [],
    timeSlot: null,
    closed: false,
    chapter: null,
    sections: [],
    decision: null,
    attachments: [],
    pages: [1, 1],
    ...more,
  };
}

export function sampleAttachment(
  item: string,
  number: number,
  title: string,
  more: Partial<Attachment> = {},
): Attachment {
  return { item, number, title, pages: [1, 1], ...more };
}

/** An agenda of KKR Nordjylland on 4 March 2031 unless told otherwise. */
export function sampleDocument(
  name: string,
  more: Partial<Document> & { date?: string | null } = {},
): Document {
  const { date = '2031-03-04', ...rest } = more;
  return {
    source: sampleSource(name),
    kind: 'dagsorden',
    meeting: {
      body: 'KKR Nordjylland',
      date,
      time: '10:00',
      place: 'Rådhuset, Havnegade 1',
      attendees: [],
      apologies: [],
    },
    pages: [samplePage(1, 'Dagsorden for møde i KKR Nordjylland')],
    items: [],
    attachments: [],
    warnings: [],
    ...rest,
  };
}
