import type {
  ArchiveRecords,
  AttachmentRecord,
  DocumentSummary,
  ItemRecord,
  MeetingRecord,
} from '../core/archive-store.ts';
import type { Document } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';
import { itemId, undatedId } from '../core/ids.ts';

/** What API and pages ask the archive for, with `not-found` where there is nothing. */

export async function findItem(archive: ArchiveRecords, id: string): Promise<ItemRecord> {
  return found(await archive.item(id), `There is no item ${id}.`);
}

export async function findMeeting(archive: ArchiveRecords, id: string): Promise<MeetingRecord> {
  return found(await archive.meeting(id), `There is no meeting ${id}.`);
}

export async function findCase(archive: ArchiveRecords, caseNumber: string): Promise<ItemRecord[]> {
  const items = await archive.itemsOfCase(caseNumber);
  return found(items.length > 0 ? items : null, `There is no item of case ${caseNumber}.`);
}

export async function findAppendix(archive: ArchiveRecords, id: string): Promise<AttachmentRecord> {
  return found(await archive.attachment(id), `There is no appendix ${id}.`);
}

/** By SHA-256 or by the short id `dok-…` that addresses carry. */
export async function findDocument(archive: ArchiveRecords, id: string): Promise<DocumentSummary> {
  return found(await archive.document(id), `There is no document ${id}.`);
}

/**
 * Ids of a document's items, in their order. Of a meeting's documents the
 * archive knows them, since a supplementary agenda counts from 1 again; an item
 * that the archive tells from another document only has none.
 */
export async function itemIdsOf(
  archive: ArchiveRecords,
  summary: DocumentSummary,
  { items }: Pick<Document, 'items'>,
): Promise<(string | null)[]> {
  const { sha256 } = summary.source;
  const meeting = summary.meetingId === null ? null : await archive.meeting(summary.meetingId);
  if (!meeting) return items.map((item, at) => itemId(undatedId(sha256), item.number, at + 1));
  const idOfPlace = new Map<string, string>();
  for (const item of meeting.items) {
    const here = item.sources.find(({ source }) => source.sha256 === sha256);
    if (here) idOfPlace.set(`${item.number} ${here.pages[0]}`, item.id);
  }
  return items.map((item) => idOfPlace.get(`${item.number} ${item.pages[0]}`) ?? null);
}

function found<T>(value: T | null, message: string): T {
  if (value === null) throw new KkrError('not-found', message);
  return value;
}
