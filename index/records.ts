import type { ArchiveRecords, DocumentSummary, ItemRecord } from '../core/archive-store.ts';
import type { Document, Page, Section } from '../core/document.ts';
import { itemId, pageId, undatedId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { municipalitiesIn } from '../danish/municipalities.ts';
import { appendixRecords } from './appendix-records.ts';
import { unrepairedWords } from './unrepaired.ts';

/**
 * What can be found of one document: its items, the pages of its appendices,
 * and those pages that belong to neither. Closed items and what lies on their
 * pages are never among it. Nothing for documents that another took the place
 * of, and for an agenda only those items that no minutes tell of.
 */
export async function recordsOf(archive: ArchiveRecords, sha256: string): Promise<SearchRecord[]> {
  const summary = await archive.document(sha256);
  const document = await archive.reading(sha256);
  if (!summary || !document || summary.state !== 'read' || summary.supersededBy) return [];
  const meetingItems = summary.meetingId ? ((await archive.meeting(summary.meetingId))?.items ?? []) : [];
  const ownItems = summary.meetingId
    ? meetingItems.filter((item) => item.source.sha256 === sha256)
    : await undatedItems(archive, document);
  const open = ownItems.filter((item) => !item.closed);
  const appendices = await appendixRecords(archive, summary, document, [...meetingItems, ...ownItems]);
  return [
    ...open.map((item) => itemRecord(item, document)),
    ...appendices,
    ...participants(summary, document),
    ...otherPages(summary, document),
  ];
}

/** The items of a document that belongs to no meeting go by its own id. */
async function undatedItems(archive: ArchiveRecords, document: Document): Promise<ItemRecord[]> {
  const owner = undatedId(document.source.sha256);
  const items = document.items.map((item, index) => archive.item(itemId(owner, item.number, index + 1)));
  return (await Promise.all(items)).filter((item) => item !== null);
}

export function itemRecord(item: ItemRecord, document: Pick<Document, 'pages'>): SearchRecord {
  const [first, last] = item.pages;
  const pages = document.pages.filter((page) => page.number >= first && page.number <= last);
  const isRecommendation = (section: Section) => /^(?:indstilling|anbefaling)/i.test(section.heading.trim());
  const recommendation = item.sections.filter(isRecommendation).map((section) => section.text);
  const rest = item.sections.filter(
    (section) => !isRecommendation(section) && section.text !== item.decision?.text,
  );
  const text = rest.map((section) => `${section.heading}\n${section.text}`.trim()).join('\n\n');
  const decision = item.decision?.text ?? '';
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
    municipalities: municipalitiesIn([item.title, ...recommendation, decision, text].join('\n')),
    recommendation: recommendation.join('\n\n'),
    decision,
    text,
    extra: [...item.attachments.map((attachment) => attachment.title), ...item.caseworkers].join('\n'),
    unrepaired: [...new Set(pages.flatMap(unrepairedWords))].join(' '),
    page: first,
  };
}

/** What all records of a document that stand for no item share. */
export function pageRecord(summary: DocumentSummary, page: Page): SearchRecord {
  const { source } = summary;
  return {
    id: pageId(source.sha256, page.number),
    target: undatedId(source.sha256),
    group: pageId(source.sha256, page.number),
    document: source.sha256,
    source: source.name,
    kind: summary.kind ?? 'andet',
    body: summary.body,
    date: summary.date,
    meetingId: summary.meetingId,
    number: null,
    title: '',
    type: null,
    caseNumber: null,
    outcomes: [],
    municipalities: municipalitiesIn(page.text),
    recommendation: '',
    decision: '',
    text: page.text,
    extra: '',
    unrepaired: unrepairedWords(page).join(' '),
    page: page.number,
  };
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
  const record = pageRecord(summary, { ...page, text: [place, ...lines].filter(Boolean).join('\n') });
  const front = `${undatedId(summary.source.sha256)}-deltagere`;
  return [{ ...record, id: front, group: front, title: 'Deltagere', unrepaired: '' }];
}

/** Pages outside items and appendices; of a document with items not its table of contents. */
function otherPages(summary: DocumentSummary, document: Document): SearchRecord[] {
  const ranges = [
    ...document.items.map((item) => item.pages),
    ...document.attachments.map((part) => part.pages),
  ];
  const covered = (page: Page) =>
    ranges.some((range) => range && page.number >= range[0] && page.number <= range[1]);
  const group = `${undatedId(summary.source.sha256)}-deltagere`;
  return document.pages
    .filter((page) => page.text.trim() !== '' && !covered(page) && !isContents(page))
    .map((page) => ({ ...pageRecord(summary, page), ...(document.items.length > 0 && { group }) }));
}

function isContents(page: Page): boolean {
  const kept = page.lines.filter((line) => line.start !== null && line.text.trim() !== '');
  const listed = kept.filter((line) => line.role === 'contents');
  return listed.length > 2 && listed.length * 2 > kept.length;
}
