import { z } from 'zod';
import type { DocumentSummary } from '../../core/archive-store.ts';
import { Document, type Source, Warning } from '../../core/document.ts';
import type { DocumentRow } from '../sql/schema.ts';

export type SourceRow = Pick<DocumentRow, 'name' | 'sha256' | 'bytes' | 'media_type' | 'withheld'>;

export function sourceOf(row: SourceRow): Source {
  const source = { name: row.name, sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type };
  return row.withheld === 1 ? { ...source, withheld: true } : source;
}

/** Whether nothing is known of what an original says: it was not read yet, or no page of it could be. */
function isUnread({ read_at, page_count, unread_pages }: DocumentRow): boolean {
  return read_at === null || (page_count > 0 && unread_pages === page_count);
}

export function summaryOf(row: DocumentRow): DocumentSummary {
  return {
    source: isUnread(row) ? { ...sourceOf(row), withheld: true, unread: true } : sourceOf(row),
    state: row.state,
    failure:
      row.state === 'failed' && row.failure_code !== null
        ? {
            code: row.failure_code,
            message: row.failure_message ?? '',
            retryable: row.failure_retryable === 1,
          }
        : null,
    attempts: row.attempts,
    receivedAt: row.received_at,
    readAt: row.read_at,
    kind: row.kind,
    body: row.body,
    date: row.date,
    meetingId: row.meeting_id,
    pageCount: row.page_count,
    itemCount: row.item_count,
    warnings: warningsOf(row),
    supersededBy: row.superseded_by,
  };
}

/** What a document says of itself, apart from what has tables of its own. */
export const Content = Document.pick({ meeting: true, chapters: true, bookmarks: true });
export type Content = z.infer<typeof Content>;

/** Null before it was read. */
export function contentOf(row: Pick<DocumentRow, 'content'>): Content | null {
  return row.content === null ? null : Content.parse(JSON.parse(row.content));
}

export function warningsOf(row: Pick<DocumentRow, 'warnings'>): Warning[] {
  return row.warnings === null ? [] : z.array(Warning).parse(JSON.parse(row.warnings));
}
