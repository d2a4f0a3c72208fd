import type { ArchiveRecords, ItemRecord } from '../../core/archive-store.ts';
import type { Source } from '../../core/document.ts';
import { undatedId } from '../../core/ids.ts';
import type { SearchHit, SearchQuery, SearchResult } from '../../core/search-index.ts';
import type { ServerParts } from '../context.ts';
import * as fictional from './fictional.ts';
import * as sources from './fictional-sources.ts';
import { COMPLETENESS, HISTORY } from './fictional-ties.ts';

const NONE = { links: [], references: [] };

/** Ports that answer from the fictional archive; `asked` keeps the queries that reached the index. */
export function doubles(changes: Partial<ServerParts> = {}): ServerParts & { asked: SearchQuery[] } {
  const asked: SearchQuery[] = [];
  return {
    archive: archiveDouble(),
    blobs: { get: async (sha256) => (sha256 === sources.BROKEN.sha256 ? null : ORIGINAL) },
    index: {
      search: async (query) => {
        asked.push(query);
        return answerTo(query);
      },
      stats: async () => ({ engine: 'double', records: 3 }),
    },
    logger: false,
    asked,
    ...changes,
  };
}

export const ORIGINAL = new TextEncoder().encode('%PDF-1.7 0123456789');

export function archiveDouble(): ArchiveRecords {
  const items = fictional.MEETING_RECORD.items;
  const bySource = <T extends { source: { sha256: string } }>(list: readonly T[], id: string) =>
    list.find(({ source }) => source.sha256 === id || undatedId(source.sha256) === id) ?? null;
  return {
    document: async (id) => bySource(fictional.SUMMARIES, id),
    reading: async (id) => bySource(fictional.READINGS, id),
    item: async (id) => items.find((item) => item.id === id) ?? null,
    meeting: async (id) => (id === sources.MEETING ? fictional.MEETING_RECORD : null),
    meetings: async ({ body, year }) =>
      (body && body !== fictional.MEETING_RECORD.body) || (year && year !== 2031)
        ? []
        : [fictional.MEETING_RECORD],
    itemsOfCase: async (caseNumber) => items.filter((item) => item.caseNumber === caseNumber && !item.closed),
    itemsOfDocument: async (id) => items.filter(({ source }) => source.sha256 === id),
    appendixItems: async () => [],
    history: async (id) =>
      id === fictional.DECIDED.id ? HISTORY : items.some((item) => item.id === id) ? NONE : null,
    duplicateKeys: async () => new Map(),
    completeness: async () => [...COMPLETENESS],
    documents: async () => [...fictional.SUMMARIES],
    attachment: async (id) => (id === fictional.APPENDIX_ID ? fictional.APPENDIX : null),
    status: async () => fictional.STATUS,
  };
}

/** The same archive, were a document's original one that is not shown. */
export function archiveWithholding(sha256: string): ArchiveRecords {
  const marked = <T extends { readonly source: Source }>(told: T): T =>
    told.source.sha256 === sha256 ? { ...told, source: { ...told.source, withheld: true } } : told;
  const markedItem = (item: ItemRecord): ItemRecord => ({
    ...marked(item),
    sources: item.sources.map(marked),
    appendices: item.appendices.map(marked),
  });
  const open = archiveDouble();
  return {
    ...open,
    async document(id) {
      const found = await open.document(id);
      return found && marked(found);
    },
    async reading(id) {
      const found = await open.reading(id);
      return found && marked(found);
    },
    async item(id) {
      const found = await open.item(id);
      return found && markedItem(found);
    },
    async meeting(id) {
      const found = await open.meeting(id);
      return (
        found && { ...found, items: found.items.map(markedItem), documents: found.documents.map(marked) }
      );
    },
  };
}

const HIT: SearchHit = {
  id: fictional.DECIDED.id,
  document: sources.MINUTES.sha256,
  source: sources.MINUTES.name,
  kind: 'referat',
  body: 'KKR Nordjylland',
  date: '2031-03-12',
  meetingId: sources.MEETING,
  number: '2.1',
  title: fictional.DECIDED.title,
  type: 'beslutningssag',
  caseNumber: 'SAG-2031-00042',
  outcomes: ['approved-with-remark', 'discussed'],
  page: 4,
  snippet: [
    { text: 'Kommunerne deler i dag tre ', match: false },
    { text: 'færger', match: true },
    { text: `. ${fictional.HOSTILE}`, match: false },
  ],
  foundIn: 'text',
  score: 7.5,
  morePages: [],
  duplicates: [{ id: fictional.APPENDIX_ID, source: sources.BUNDLE.name, page: 4 }],
};

function answerTo({ text, offset, limit }: SearchQuery): SearchResult {
  const total = text === 'intet' ? 0 : 45;
  return {
    total,
    hits: total === 0 ? [] : Array.from({ length: Math.min(limit, total - offset) }, () => HIT),
    facetsExact: text !== 'alt',
    facets: {
      body: [{ value: 'KKR Nordjylland', count: 45 }],
      year: [{ value: '2031', count: 45 }],
      kind: [{ value: 'referat', count: 45 }],
      type: Array.from({ length: 9 }, (_, at) => ({ value: `sagstype ${at}`, count: 9 - at })),
      outcome: [{ value: 'approved-with-remark', count: 45 }],
      municipality: [{ value: 'Morsø', count: 2 }],
      case: [{ value: 'SAG-2031-00042', count: 45 }],
    },
    suggestion: text === 'færgr' ? 'færger' : null,
  };
}
