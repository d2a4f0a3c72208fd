import type { Kysely } from 'kysely';
import type { AttachmentRecord } from '../../core/archive-store.ts';
import type { Page } from '../../core/document.ts';
import { copiesOf } from '../copy/copies.ts';
import type { AttachmentRow, Tables } from '../sql/schema.ts';
import { attachmentSummary, selectAttachments } from './attachments.ts';
import { unpackPage } from './page-layout.ts';
import { withheldPages, withoutText } from './withheld-pages.ts';

/** An appendix with its pages. Those that belong to a closed item have their title only. */
export async function attachmentRecord(db: Kysely<Tables>, id: string): Promise<AttachmentRecord | null> {
  const row = await selectAttachments(db)
    .select(['document.body', 'document.date'])
    .where('attachment.attachment_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const withheld = row.closed === 1;
  return {
    ...attachmentSummary(row),
    meetingId: row.meeting_id,
    body: row.body,
    date: row.date,
    text: withheld ? [] : await pagesOf(db, row),
    copies: withheld ? [] : await copiesOf(db, row),
  };
}

async function pagesOf(db: Kysely<Tables>, row: AttachmentRow): Promise<Page[]> {
  if (row.first_page === null || row.last_page === null) return [];
  const pages = await db
    .selectFrom('page')
    .select(['number', 'text', 'origin', 'language', 'layout'])
    .where('document', '=', row.document)
    .where('number', '>=', row.first_page)
    .where('number', '<=', row.last_page)
    .orderBy('number')
    .execute();
  const neighbours = await db
    .selectFrom('attachment')
    .select(['closed', 'first_page', 'last_page'])
    .where('document', '=', row.document)
    .where('closed', '=', 1)
    .execute();
  const withheld = withheldPages(neighbours);
  return pages.map((page) => (withheld.has(page.number) ? withoutText(unpackPage(page)) : unpackPage(page)));
}
