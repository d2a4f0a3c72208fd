import type { Kysely } from 'kysely';
import { type Document, Item, type Page } from '../../core/document.ts';
import type { AttachmentRow, Tables } from '../sql/schema.ts';
import { belongsToClosedItem } from './attachment-record.ts';
import { attachmentOf } from './attachments.ts';
import { documentRow } from './document-row.ts';
import { unpackPage } from './page-layout.ts';
import { contentOf, sourceOf, warningsOf } from './summary.ts';

/** What was read from a document, put together again; null where it was not read yet. */
export async function readingOf(db: Kysely<Tables>, id: string): Promise<Document | null> {
  const row = await documentRow(db, id);
  const content = row && contentOf(row);
  if (!row?.kind || !content) return null;
  const pages = await db
    .selectFrom('page')
    .select(['number', 'text', 'origin', 'language', 'layout'])
    .where('document', '=', row.id)
    .orderBy('number')
    .execute();
  const items = await db
    .selectFrom('item')
    .select('content')
    .where('document', '=', row.id)
    .orderBy('place')
    .execute();
  const attachments = await db
    .selectFrom('attachment')
    .selectAll()
    .where('document', '=', row.id)
    .orderBy('place')
    .execute();
  const withheld = await withheldPages(db, attachments);
  return {
    source: sourceOf(row),
    kind: row.kind,
    ...content,
    pages: pages.map((page) => {
      const whole = unpackPage(page);
      return withheld.has(page.number) ? withoutText(whole) : whole;
    }),
    items: items.map((item) => Item.parse(JSON.parse(item.content))),
    attachments: attachments.map(attachmentOf),
    warnings: warningsOf(row),
  };
}

/** Pages of appendices that belong to closed items; which these are, only the meeting's agenda says. */
async function withheldPages(
  db: Kysely<Tables>,
  attachments: readonly AttachmentRow[],
): Promise<Set<number>> {
  const withheld = new Set<number>();
  for (const row of attachments) {
    if (row.first_page === null || row.last_page === null) continue;
    if (!(await belongsToClosedItem(db, row))) continue;
    for (let page = row.first_page; page <= row.last_page; page += 1) withheld.add(page);
  }
  return withheld;
}

function withoutText(page: Page): Page {
  return { ...page, text: '', lines: [], repairs: [], doubtful: [], words: null };
}
