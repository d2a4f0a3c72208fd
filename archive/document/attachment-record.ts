import type { Kysely } from 'kysely';
import type { AttachmentRecord } from '../../core/archive-store.ts';
import { copiesOf } from '../copy/copies.ts';
import type { Tables } from '../sql/schema.ts';
import { attachmentSummary, selectAttachments } from './attachments.ts';

/** An appendix with its page texts. Those that belong to a closed item have their title only. */
export async function attachmentRecord(db: Kysely<Tables>, id: string): Promise<AttachmentRecord | null> {
  const row = await selectAttachments(db)
    .select(['document.body', 'document.date'])
    .where('attachment.attachment_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const withheld = row.closed === 1;
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
  const copies = withheld ? [] : await copiesOf(db, row);
  return {
    ...attachmentSummary(row),
    meetingId: row.meeting_id,
    body: row.body,
    date: row.date,
    text,
    copies,
  };
}
