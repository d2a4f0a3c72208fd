import type { DocumentSummary, ItemRecord } from '../core/archive-store.ts';
import type { Attachment, Document } from '../core/document.ts';
import { attachmentIds, undatedId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { pageRecord } from './page-record.ts';

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
  const taken = new Set<number>();
  const ids = attachmentIds(summary.source.sha256, document.attachments);
  for (const [index, attachment] of document.attachments.entries()) {
    const item = owners[index];
    const pages = document.pages.filter((page) => within(attachment, page.number) && !taken.has(page.number));
    for (const page of pages) taken.add(page.number);
    if (item?.closed) continue;
    const target = item?.id ?? ids[index] ?? undatedId(summary.source.sha256);
    const group = item?.id ?? commonKey(attachment, copies) ?? target;
    for (const page of pages.filter((candidate) => candidate.text.trim() !== '')) {
      records.push({
        ...pageRecord(summary, page),
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
      });
    }
  }
  return records;
}

/** A key that all copies of an appendix share; one of its pages may have been illegible in a copy. */
function commonKey(attachment: Attachment, copies: ReadonlyMap<number, string>): string | null {
  const keys = [...copies].filter(([page]) => within(attachment, page)).map(([, key]) => key);
  return keys.sort()[0] ?? null;
}

function within(attachment: Attachment, page: number): boolean {
  return attachment.pages !== null && page >= attachment.pages[0] && page <= attachment.pages[1];
}
