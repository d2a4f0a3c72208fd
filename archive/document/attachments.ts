import type { Kysely } from 'kysely';
import type { AttachmentSummary } from '../../core/archive-store.ts';
import { Attachment } from '../../core/document.ts';
import type { AttachmentRow, Tables } from '../sql/schema.ts';
import { type SourceRow, sourceOf } from './summary.ts';

export type AttachmentSourceRow = AttachmentRow & SourceRow;

/** Appendices with what names the document that they lie in. */
export function selectAttachments(db: Kysely<Tables>) {
  return db
    .selectFrom('attachment')
    .innerJoin('document', 'document.id', 'attachment.document')
    .selectAll('attachment')
    .select([
      'document.name',
      'document.sha256',
      'document.bytes',
      'document.media_type',
      'document.withheld',
    ]);
}

export function attachmentOf(row: Pick<AttachmentRow, 'content'>): Attachment {
  return Attachment.parse(JSON.parse(row.content));
}

export function attachmentSummary(row: AttachmentSourceRow): AttachmentSummary {
  return { ...attachmentOf(row), id: row.attachment_id, source: sourceOf(row) };
}
