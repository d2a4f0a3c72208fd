import type { Kysely } from 'kysely';
import type { AttachmentRecord, AttachmentSummary } from '../core/archive-store.ts';
import { Attachment } from '../core/document.ts';
import type { AttachmentRow, DocumentRow, Tables } from './schema.ts';
import { sourceOf } from './summary.ts';

type Row = AttachmentRow & Pick<DocumentRow, 'name' | 'sha256' | 'bytes' | 'media_type'>;

export function attachmentOf(row: Pick<AttachmentRow, 'content'>): Attachment {
  return Attachment.parse(JSON.parse(row.content));
}

export function attachmentSummary(row: Row): AttachmentSummary {
  return { ...attachmentOf(row), id: row.attachment_id, source: sourceOf(row) };
}

/** An appendix with its page texts. Those that belong to a closed item have their title only. */
export async function attachmentRecord(db: Kysely<Tables>, id: string): Promise<AttachmentRecord | null> {
  const row = await db
    .selectFrom('attachment')
    .innerJoin('document', 'document.id', 'attachment.document')
    .selectAll('attachment')
    .select(['document.name', 'document.sha256', 'document.bytes', 'document.media_type'])
    .select(['document.body', 'document.date'])
    .where('attachment.attachment_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const withheld = await belongsToClosedItem(db, row);
  const text =
    withheld || row.first_page === null || row.last_page === null
      ? []
      : await db
          .selectFrom('page')
          .select(['number', 'text', 'language', 'origin'])
          .where('document', '=', row.document)
          .where('number', '>=', row.first_page)
          .where('number', '<=', row.last_page)
          .orderBy('number')
          .execute();
  return { ...attachmentSummary(row), meetingId: row.meeting_id, body: row.body, date: row.date, text };
}

export async function belongsToClosedItem(db: Kysely<Tables>, row: AttachmentRow): Promise<boolean> {
  if (row.item === null) return false;
  const closed = await db
    .selectFrom('item')
    .select('record_id')
    .where('owner', '=', row.owner)
    .where('number', '=', row.item)
    .where('closed', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return closed !== undefined;
}
