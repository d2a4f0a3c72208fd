import type { Kysely } from 'kysely';
import type { MeetingChange } from '../../core/archive-store.ts';
import { Item } from '../../core/document.ts';
import type { Tables } from '../sql/schema.ts';
import { changesBetween, type PlacedItem } from './changes.ts';

/**
 * Where a meeting's minutes differ from its agenda, from the current documents.
 * Items of a supplementary agenda are no addition: they were sent out as well. If
 * the minutes take up none of them, they will have minutes of their own, and were
 * not dropped.
 */
export async function meetingChanges(db: Kysely<Tables>, meeting: string): Promise<MeetingChange[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('document', 'document.id', 'item.document')
    .select(['item.record_id', 'item.content', 'item.closed', 'item.kind', 'document.sequence'])
    .where('item.meeting_id', '=', meeting)
    .where('item.current', '=', 1)
    .orderBy('document.sequence')
    .orderBy('item.document')
    .orderBy('item.place')
    .execute();
  const inMinutes = new Set(rows.filter((row) => row.kind === 'referat').map((row) => row.record_id));
  const takenUp = new Set(rows.filter((row) => inMinutes.has(row.record_id)).map((row) => row.sequence));
  const placed = (some: typeof rows): PlacedItem[] =>
    some.map((row) => ({
      id: row.record_id,
      item: { ...Item.parse(JSON.parse(row.content)), closed: row.closed === 1 },
    }));
  const agenda = placed(rows.filter((row) => row.kind === 'dagsorden' && takenUp.has(row.sequence)));
  const minutes = placed(rows.filter((row) => row.kind === 'referat'));
  return agenda.length === 0 || minutes.length === 0 ? [] : changesBetween(agenda, minutes);
}
