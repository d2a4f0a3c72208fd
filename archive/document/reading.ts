import type { Kysely } from 'kysely';
import { type Document, Item } from '../../core/document.ts';
import { withoutClosedText } from '../item/closed.ts';
import type { Tables } from '../sql/schema.ts';
import { attachmentOf } from './attachments.ts';
import { documentRow } from './document-row.ts';
import { unpackPage } from './page-layout.ts';
import { contentOf, sourceOf, warningsOf } from './summary.ts';
import { bookmarksOff, withheldPages, withoutText } from './withheld-pages.ts';

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
    .select(['content', 'closed'])
    .where('document', '=', row.id)
    .orderBy('place')
    .execute();
  const attachments = await db
    .selectFrom('attachment')
    .selectAll()
    .where('document', '=', row.id)
    .orderBy('place')
    .execute();
  const withheld = withheldPages(attachments);
  const read = items.map((item) => Item.parse(JSON.parse(item.content)));
  const document: Document = {
    source: sourceOf(row),
    kind: row.kind,
    ...content,
    ...(content.bookmarks ? { bookmarks: bookmarksOff(content.bookmarks, withheld) } : {}),
    pages: pages.map((page) => {
      const whole = unpackPage(page);
      return withheld.has(page.number) ? withoutText(whole) : whole;
    }),
    items: read.map((item, index) => ({ ...item, closed: items[index]?.closed === 1 })),
    attachments: attachments.map(attachmentOf),
    warnings: warningsOf(row),
  };
  // What this very paper closes was taken out when it was filed; the rest another paper closed.
  return withoutClosedText(document, (_, index) => read[index]?.closed === false);
}
