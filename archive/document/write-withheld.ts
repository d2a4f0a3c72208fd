import { type Kysely, sql } from 'kysely';
import type { Tables } from '../sql/schema.ts';

/**
 * Notes of which documents the original may not be shown, since it says what a
 * closed item says: the item itself, be it closed here or in another document of
 * the meeting, or its appendices. Asked of one document and of whole meetings.
 */
export async function writeWithheld(
  db: Kysely<Tables>,
  id: number,
  meetings: readonly string[],
): Promise<void> {
  await db
    .updateTable('document')
    .set({
      withheld: sql<number>`(EXISTS (
        SELECT 1 FROM item AS own JOIN item AS closed ON closed.record_id = own.record_id
        WHERE own.document = document.id AND closed.closed = 1
      ) OR EXISTS (
        SELECT 1 FROM attachment
        JOIN item AS own ON own.owner = attachment.owner AND own.number = attachment.item
        JOIN item AS closed ON closed.record_id = own.record_id
        WHERE attachment.document = document.id AND closed.closed = 1
      ))`,
    })
    .where((eb) => eb.or([eb('id', '=', id), eb('meeting_id', 'in', meetings)]))
    .execute();
}
