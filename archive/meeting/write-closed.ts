import { type Kysely, sql } from 'kysely';
import { Item } from '../../core/document.ts';
import type { ItemRow, Tables } from '../sql/schema.ts';
import { closedAppendices } from './closed-appendices.ts';
import { closedItems } from './closed-items.ts';

/**
 * Writes down which items and appendices of some documents are closed, and which
 * originals are therefore shown to nobody. The documents are all of one meeting,
 * or one alone that belongs to none.
 */
export async function writeClosed(db: Kysely<Tables>, documents: readonly number[]): Promise<void> {
  if (documents.length === 0) return;
  const items = await db
    .selectFrom('item')
    .select(['document', 'place', 'owner', 'kind', 'number', 'title', 'closed'])
    // Its own paper's word: the column holds that of the whole meeting.
    .select(sql<number>`json_extract(content, '$.closed')`.as('own'))
    .where('document', 'in', documents)
    .orderBy('document')
    .orderBy('place')
    .execute();
  const groups = [...Map.groupBy(items, (item) => item.document).values()];
  const closed = closedItems(
    groups.map((group) => ({
      kind: group[0]?.kind ?? 'andet',
      owner: group[0]?.owner ?? '',
      items: group.map(({ number, title, own }) => ({ number, title, closed: own === 1 })),
    })),
  );
  for (const [at, group] of groups.entries()) {
    for (const [place, item] of group.entries()) {
      const now = closed[at]?.[place] ? 1 : 0;
      if (now === item.closed) continue;
      await db
        .updateTable('item')
        .set({ closed: now })
        .where('document', '=', item.document)
        .where('place', '=', item.place)
        .execute();
    }
  }
  await writeAppendices(db, documents, closed.flat().includes(true));
  await writeWithheld(db, documents);
}

async function writeAppendices(
  db: Kysely<Tables>,
  documents: readonly number[],
  anyClosed: boolean,
): Promise<void> {
  const before = await db
    .selectFrom('attachment')
    .select(['document', 'place', 'owner', 'item', 'title', 'closed'])
    .where('document', 'in', documents)
    .execute();
  const items = anyClosed ? await itemsOf(db, documents) : [];
  const closed = closedAppendices(before, items);
  for (const [at, row] of before.entries()) {
    const now = closed[at] ? 1 : 0;
    if (now === row.closed) continue;
    await db
      .updateTable('attachment')
      .set({ closed: now })
      .where('document', '=', row.document)
      .where('place', '=', row.place)
      .execute();
  }
}

async function itemsOf(db: Kysely<Tables>, documents: readonly number[]) {
  const rows: ItemRow[] = await db
    .selectFrom('item')
    .selectAll()
    .where('document', 'in', documents)
    .execute();
  return rows.map(({ owner, kind, number, closed, content }) => ({
    owner,
    kind,
    number,
    closed: closed === 1,
    attachments: Item.parse(JSON.parse(content)).attachments,
  }));
}

/** Warnings that a page is there of which nothing is known. */
const UNREAD_PAGE = ['page-unreadable', 'ocr-failed', 'read-timeout', 'read-out-of-memory', 'read-crashed'];

/** An agenda or minutes with a page that could not be read may close on it what it will. */
async function writeWithheld(db: Kysely<Tables>, documents: readonly number[]): Promise<void> {
  await db
    .updateTable('document')
    .set({
      withheld: sql<number>`(
        EXISTS (SELECT 1 FROM item WHERE item.document = document.id AND item.closed = 1)
        OR EXISTS (SELECT 1 FROM attachment WHERE attachment.document = document.id AND attachment.closed = 1)
        OR (document.kind IN ('dagsorden', 'referat') AND EXISTS (
          SELECT 1 FROM json_each(document.warnings) AS warning
          WHERE json_extract(warning.value, '$.code') IN (${sql.join(UNREAD_PAGE)})
        ))
      )`,
    })
    .where('id', 'in', documents)
    .execute();
}
