import type { DocumentSummary, ItemRecord } from '../core/archive-store.ts';
import type { Attachment, Document, Page } from '../core/document.ts';
import { attachmentIds, undatedId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { pageRecord } from './page-record.ts';
import { unrepairedWords } from './unrepaired.ts';

/**
 * The pages of a document's appendices, one record each, since a long appendix
 * as one text would be cut off by an engine and could cite no page. A page leads
 * to its item where that is known, else to the appendix.
 * @param owners the item that each appendix belongs to, as the archive tells it.
 * @param copies by page number a key that near-identical pages share.
 */
export function appendixRecords(
  summary: DocumentSummary,
  document: Document,
  owners: readonly (ItemRecord | null)[],
  copies: ReadonlyMap<number, string>,
): SearchRecord[] {
  const records: SearchRecord[] = [];
  const ids = attachmentIds(summary.source.sha256, document.attachments);
  for (const [index, attachment] of document.attachments.entries()) {
    const item = owners[index];
    if (item?.closed) continue;
    const target = item?.id ?? ids[index] ?? undatedId(summary.source.sha256);
    const group = item?.id ?? commonKey(attachment, copies) ?? target;
    for (const page of document.pages.filter(({ number }) => within(attachment, number))) {
      const part = partOf(page, index, document.attachments);
      if (part === null) continue;
      const record = pageRecord(summary, part);
      if (record.text.trim() === '') continue;
      records.push({
        ...record,
        id: part.text === page.text ? record.id : `${record.id}-${index + 1}`,
        target,
        group,
        kind: 'bilag',
        body: item?.body ?? summary.body,
        date: item?.date ?? summary.date,
        meetingId: item?.meetingId ?? summary.meetingId,
        number: attachment.item,
        title: attachment.title,
        type: item?.type ?? null,
        caseNumber: attachment.caseNumber ?? item?.caseNumber ?? null,
        extra: item?.title ?? '',
        unrepaired: unrepairedWords(page).join(' '),
      });
    }
  }
  return records;
}

/**
 * What of a page belongs to an appendix: where one ends and the next begins on
 * it, the page is parted at the next one's heading. Null where nothing does, as
 * of two appendices without a heading on the page only the first has it.
 */
function partOf(page: Page, index: number, attachments: readonly Attachment[]): Page | null {
  const sharing = [...attachments.entries()]
    .filter(([, { pages }]) => pages !== null && page.number >= pages[0] && page.number <= pages[1])
    .map(([at, attachment]) => ({ at, start: startOn(page, attachment) }))
    .filter(({ start }, place) => place === 0 || start > 0);
  const place = sharing.findIndex(({ at }) => at === index);
  if (place < 0) return null;
  const from = place === 0 ? 0 : (sharing[place]?.start ?? 0);
  const to = sharing[place + 1]?.start ?? page.text.length;
  const lines = page.lines.filter(({ start }) => start !== null && start >= from && start < to);
  return {
    ...page,
    // They are counted from the top of the page.
    repairs: [],
    text: page.text.slice(from, to),
    lines: lines.map((line) => ({ ...line, start: (line.start ?? 0) - from })),
  };
}

/** Where an appendix begins on a page; 0 where that is the top of it or not known. */
function startOn(page: Page, { pages, where = [] }: Attachment): number {
  if (pages?.[0] !== page.number) return 0;
  return where.find((span) => span.page === page.number)?.start ?? 0;
}

/** A key that all copies of an appendix share; one of its pages may have been illegible in a copy. */
function commonKey(attachment: Attachment, copies: ReadonlyMap<number, string>): string | null {
  const keys = [...copies].filter(([page]) => within(attachment, page)).map(([, key]) => key);
  return keys.sort()[0] ?? null;
}

function within(attachment: Attachment, page: number): boolean {
  return attachment.pages !== null && page >= attachment.pages[0] && page <= attachment.pages[1];
}
