import type { Kysely } from 'kysely';
import { documentRow } from '../document/document-row.ts';
import type { Tables } from '../sql/schema.ts';

/**
 * The id under which an item is told now that had this one by an earlier paper, or
 * by an earlier reading; null where there is none. Minutes renumber what the agenda
 * had, and a document that named no meeting may be found to belong to one:
 * whoever kept the link is led on.
 */
export async function presentItemId(db: Kysely<Tables>, id: string): Promise<string | null> {
  const parts = /^(?<owner>.+)-(?:p(?<place>\d{1,4})|(?<number>[^-]+))$/.exec(id)?.groups;
  if (!parts?.owner) return null;
  const document = await documentRow(db, parts.owner);
  const rows = await db
    .selectFrom('item')
    .select(['record_id', 'number', 'place', 'kind'])
    .where((eb) => (document ? eb('document', '=', document.id) : eb('owner', '=', parts.owner ?? '')))
    .orderBy('current', 'desc')
    // Of two papers the agenda: what the minutes call by a number has its id by it.
    .orderBy((eb) => eb.case().when('kind', '=', 'dagsorden').then(0).else(1).end())
    .orderBy('document', 'desc')
    .execute();
  const place = parts.place === undefined ? null : Number(parts.place);
  const found = rows.find((row) => (place === null ? row.number === parts.number : row.place === place));
  return found?.record_id ?? null;
}
