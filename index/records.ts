import type { ArchiveRecords, DocumentSummary, ItemRecord } from '../core/archive-store.ts';
import type { Document, Page, Section, Span } from '../core/document.ts';
import { undatedId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { searchableText } from '../core/searchable-text.ts';
import { appendixRecords } from './appendix-records.ts';
import { legibilityOf, pageRecord } from './page-record.ts';
import { joinTexts } from './page-starts.ts';
import { unrepairedWords } from './unrepaired.ts';

/**
 * What can be found of one document: its items, the pages of its appendices,
 * and those pages that belong to neither. Closed items and what lies on their
 * pages are never among it. Nothing for documents that another took the place
 * of, and for an agenda only those items that no minutes tell of. What was read
 * once stays to be found while it waits for another reading, or where that failed.
 */
export async function recordsOf(archive: ArchiveRecords, sha256: string): Promise<SearchRecord[]> {
  const summary = await archive.document(sha256);
  const document = await archive.reading(sha256);
  if (!summary || !document || summary.supersededBy) return [];
  const meetingItems = summary.meetingId ? ((await archive.meeting(summary.meetingId))?.items ?? []) : [];
  const ownItems = await archive.itemsOfDocument(sha256);
  const open = ownItems.filter((item) => !item.closed && item.source.sha256 === sha256);
  const copies = await archive.duplicateKeys(sha256);
  const itemsById = new Map([...meetingItems, ...ownItems].map((item) => [item.id, item]));
  const owners = (await archive.appendixItems(sha256)).map((id) => (id && itemsById.get(id)) || null);
  const appendices = appendixRecords(summary, document, owners, copies);
  return [
    ...open.map((item) => itemRecord(item, document)),
    ...appendices,
    ...participants(summary, document),
    ...otherPages(summary, document, copies),
  ];
}

function itemRecord(item: ItemRecord, document: Pick<Document, 'pages'>): SearchRecord {
  const [first, last] = item.pages;
  const pages = document.pages.filter((page) => page.number >= first && page.number <= last);
  // What the agenda supplied stands in another file, whose pages would lead astray in this one.
  const here = ({ heading, text, where }: Section) =>
    item.fromAgenda.includes(heading) ? { heading, text, where: [nowhere(first)] } : { heading, text, where };
  const isDecision = (section: Section) => section.text === item.decision?.text;
  const others = item.sections.filter((section) => !isRecommendation(section) && !isDecision(section));
  const recommendation = joinTexts(
    'recommendation',
    item.sections.filter(isRecommendation).map((section) => ({ ...here(section), heading: '' })),
    document.pages,
  );
  const decision = joinTexts('decision', item.decision ? [item.decision] : [], document.pages);
  const text = joinTexts('text', others.map(here), document.pages);
  return {
    id: item.id,
    target: item.id,
    group: item.id,
    document: item.source.sha256,
    source: item.source.name,
    kind: item.kind,
    body: item.body,
    date: item.date,
    meetingId: item.meetingId,
    number: item.number,
    title: item.title,
    type: item.type,
    caseNumber: item.caseNumber,
    outcomes: item.decision?.outcomes ?? [],
    municipalities: item.municipalities,
    recommendation: recommendation.text,
    decision: decision.text,
    text: text.text,
    extra: [...item.attachments.map((attachment) => attachment.title), ...item.caseworkers].join('\n'),
    unrepaired: [...new Set(pages.flatMap(unrepairedWords))].join(' '),
    page: first,
    pageStarts: [recommendation, decision, text].flatMap(({ starts }) => starts),
    legibility: legibilityOf(pages),
  };
}

function nowhere(page: number): Span {
  return { page, start: null, end: null };
}

function isRecommendation({ role, heading }: Section): boolean {
  return role === undefined ? /^(?:indstilling|anbefaling)/i.test(heading.trim()) : role === 'recommendation';
}

/** Who was there: people look for names, which stand in no item. */
function participants(summary: DocumentSummary, document: Document): SearchRecord[] {
  const { attendees, apologies, guests = [], secretariat = [], others = [], place } = document.meeting;
  const people = [...attendees, ...apologies, ...guests, ...secretariat, ...others];
  const [page] = document.pages;
  if (people.length === 0 || !page) return [];
  const lines = people.map((person) =>
    [person.name, person.office, person.organisation].filter(Boolean).join(', '),
  );
  const record = pageRecord(summary, {
    ...page,
    text: [place, ...lines].filter(Boolean).join('\n'),
    lines: [],
  });
  const front = `${undatedId(summary.source.sha256)}-deltagere`;
  return [{ ...record, id: front, group: front, title: 'Deltagere', unrepaired: '' }];
}

/**
 * Pages outside items and appendices. Of a document with items without its
 * table of contents: that names every item again, closed ones too.
 */
function otherPages(
  summary: DocumentSummary,
  document: Document,
  copies: ReadonlyMap<number, string>,
): SearchRecord[] {
  const ranges = [
    ...document.items.map((item) => item.pages),
    ...document.attachments.map((part) => part.pages),
  ];
  const covered = (page: Page) =>
    ranges.some((range) => range && page.number >= range[0] && page.number <= range[1]);
  const front = document.items.length > 0 ? `${undatedId(summary.source.sha256)}-deltagere` : null;
  return document.pages
    .filter((page) => !covered(page))
    .map((page) => ({ page, text: searchableText(page, ['contents', 'noise']) }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ page, text }) => {
      const record = pageRecord(summary, page);
      return { ...record, text, group: front ?? copies.get(page.number) ?? record.group };
    });
}
