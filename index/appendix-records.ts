import type { ArchiveRecords, DocumentSummary, ItemRecord } from '../core/archive-store.ts';
import type { Attachment, Document } from '../core/document.ts';
import { attachmentId } from '../core/ids.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { pageRecord } from './records.ts';

/**
 * The pages of a document's appendices, one record each, since a long appendix
 * as one text would be cut off by an engine and could cite no page. A page leads
 * to its item where that is known, else to the appendix.
 */
export async function appendixRecords(
  archive: ArchiveRecords,
  summary: DocumentSummary,
  document: Document,
  items: readonly ItemRecord[],
): Promise<SearchRecord[]> {
  const records: SearchRecord[] = [];
  const taken = new Set<number>();
  for (const [index, attachment] of document.attachments.entries()) {
    const item = items.find((candidate) => attachment.item !== null && candidate.number === attachment.item);
    const target = item?.id ?? (await ownPage(archive, summary, attachment, index));
    for (const page of document.pages) {
      if (!within(attachment, page.number) || taken.has(page.number)) continue;
      taken.add(page.number);
      if (item?.closed || page.text.trim() === '') continue;
      records.push({
        ...pageRecord(summary, page),
        ...(target !== null && { target, group: target }),
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

/** The appendix' own id, where the archive knows it under that. */
async function ownPage(
  archive: ArchiveRecords,
  summary: DocumentSummary,
  attachment: Attachment,
  index: number,
): Promise<string | null> {
  const id = attachmentId(summary.source.sha256, attachment.item, attachment.number ?? index + 1);
  return (await archive.attachment(id)) ? id : null;
}

function within(attachment: Attachment, page: number): boolean {
  return attachment.pages !== null && page >= attachment.pages[0] && page <= attachment.pages[1];
}
