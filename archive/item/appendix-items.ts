import type { Kysely } from 'kysely';
import { selectAttachments } from '../document/attachments.ts';
import type { Tables } from '../sql/schema.ts';
import { agendaNumbers, isAppendixOf } from './item-appendices.ts';
import { toldReadings } from './item-records.ts';

/**
 * The ids of the items that a document's appendices belong to, in the document's
 * order; null where no item, or more than one, may be meant.
 */
export async function itemsOfAppendices(db: Kysely<Tables>, document: number): Promise<(string | null)[]> {
  const rows = await selectAttachments(db)
    .where('attachment.document', '=', document)
    .orderBy('attachment.place')
    .execute();
  const owners = [...new Set(rows.map((row) => row.owner))];
  if (owners.length === 0) return [];
  const items = await db
    .selectFrom('item')
    .select('record_id')
    .distinct()
    .where('owner', 'in', owners)
    .where('current', '=', 1)
    .execute();
  const records = await toldReadings(
    db,
    items.map((item) => item.record_id),
  );
  const taken = await agendaNumbers(db, owners);
  return rows.map((row) => {
    const own = records.filter(({ readings }) => isAppendixOf(row, readings, taken));
    return own.length === 1 ? (own[0]?.id ?? null) : null;
  });
}
