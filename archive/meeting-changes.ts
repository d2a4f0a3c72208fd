import type { Kysely } from 'kysely';
import type { MeetingChange } from '../core/archive-store.ts';
import { Item } from '../core/document.ts';
import { changesBetween, type PlacedItem } from './changes.ts';
import type { Tables } from './schema.ts';

/**
 * Where a meeting's minutes differ from its agenda, from the current documents.
 * Items of a supplementary agenda are no addition: they were sent out as well.
 */
export async function meetingChanges(db: Kysely<Tables>, meeting: string): Promise<MeetingChange[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('document', 'document.id', 'item.document')
    .select(['item.record_id', 'item.content', 'item.kind', 'document.sequence'])
    .where('item.meeting_id', '=', meeting)
    .where('item.current', '=', 1)
    .orderBy('document.sequence')
    .orderBy('item.document')
    .orderBy('item.place')
    .execute();
  const placed = (kind: 'dagsorden' | 'referat'): PlacedItem[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ id: row.record_id, item: Item.parse(JSON.parse(row.content)) }));
  const agenda = placed('dagsorden');
  const minutes = placed('referat');
  return agenda.length === 0 || minutes.length === 0 ? [] : changesBetween(agenda, minutes);
}
