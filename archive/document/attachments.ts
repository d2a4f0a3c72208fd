import type { Kysely } from 'kysely';
import type { AttachmentSummary } from '../../core/archive-store.ts';
import { Attachment } from '../../core/document.ts';
import type { AttachmentRow, DocumentRow, Tables } from '../sql/schema.ts';
import { sourceOf } from './summary.ts';

export type AttachmentSourceRow = AttachmentRow &
  Pick<DocumentRow, 'name' | 'sha256' | 'bytes' | 'media_type'>;

/** Appendices with what names the document that they lie in. */
export function selectAttachments(db: Kysely<Tables>) {
  return db
    .selectFrom('attachment')
    .innerJoin('document', 'document.id', 'attachment.document')
    .selectAll('attachment')
    .select(['document.name', 'document.sha256', 'document.bytes', 'document.media_type']);
}

export function attachmentOf(row: Pick<AttachmentRow, 'content'>): Attachment {
  return Attachment.parse(JSON.parse(row.content));
}

export function attachmentSummary(row: AttachmentSourceRow): AttachmentSummary {
  return { ...attachmentOf(row), id: row.attachment_id, source: sourceOf(row) };
}
