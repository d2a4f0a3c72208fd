import type {
  ArchiveRecords,
  AttachmentRecord,
  DocumentSummary,
  ItemHistory,
  ItemRecord,
  MeetingRecord,
} from '../core/archive-store.ts';
import { KkrError } from '../core/errors.ts';

/** What API and pages ask the archive for, with `not-found` where there is nothing. */

export async function findItem(archive: ArchiveRecords, id: string): Promise<ItemRecord> {
  return found(await archive.item(id), `There is no item ${id}.`);
}

export async function findHistory(archive: ArchiveRecords, id: string): Promise<ItemHistory> {
  return found(await archive.history(id), `There is no item ${id}.`);
}

export async function findMeeting(archive: ArchiveRecords, id: string): Promise<MeetingRecord> {
  return found(await archive.meeting(id), `There is no meeting ${id}.`);
}

export async function findAppendix(archive: ArchiveRecords, id: string): Promise<AttachmentRecord> {
  return found(await archive.attachment(id), `There is no appendix ${id}.`);
}

/** By SHA-256 or by the short id `dok-…` that addresses carry. */
export async function findDocument(archive: ArchiveRecords, id: string): Promise<DocumentSummary> {
  return found(await archive.document(id), `There is no document ${id}.`);
}

function found<T>(value: T | null, message: string): T {
  if (value === null) throw new KkrError('not-found', message);
  return value;
}
