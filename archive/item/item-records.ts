import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ItemRecord } from '../../core/archive-store.ts';
import { Item } from '../../core/document.ts';
import { type SourceRow, sourceOf } from '../document/summary.ts';
import type { ItemRow, Tables } from '../sql/schema.ts';
import { appendicesOf, type OwnedItem } from './item-appendices.ts';
import { type ItemReading, mergeItem } from './merge.ts';

/** Records by their ids, in the order asked for; ids that nothing has are left out. */
export async function itemRecords(db: Kysely<Tables>, ids: readonly string[]): Promise<ItemRecord[]> {
  const unique = [...new Set(ids)];
  const records = new Map<string, ItemRecord>();
  for (let at = 0; at < unique.length; at += 500) {
    for (const record of await someRecords(db, unique.slice(at, at + 500))) records.set(record.id, record);
  }
  return unique.flatMap((id) => records.get(id) ?? []);
}

/** Items by their ids, each as every document has it that tells of it. */
export async function toldReadings(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<{ id: string; readings: readonly OwnedItem[] }[]> {
  const groups = await toldGroups(db, ids);
  return groups.map((group) => ({ id: group[0]?.row.record_id ?? '', readings: group.map(ownedItem) }));
}

interface ToldItem {
  readonly row: Row;
  readonly item: Item;
}

function ownedItem({ row, item }: ToldItem): OwnedItem {
  return { owner: row.owner, kind: row.kind, item };
}

type Row = ItemRow & SourceRow;

async function toldGroups(db: Kysely<Tables>, ids: readonly string[]): Promise<ToldItem[][]> {
  const rows: Row[] = await db
    .selectFrom('item')
    .innerJoin('document', 'document.id', 'item.document')
    .selectAll('item')
    .select([
      'document.name',
      'document.sha256',
      'document.bytes',
      'document.media_type',
      'document.withheld',
    ])
    .where('item.record_id', 'in', ids)
    .orderBy('item.document')
    .execute();
  return [...Map.groupBy(rows, (row) => row.record_id).values()].map((group) =>
    told(group).map((row) => ({
      row,
      item: { ...Item.parse(JSON.parse(row.content)), closed: row.closed === 1 },
    })),
  );
}

async function someRecords(db: Kysely<Tables>, ids: readonly string[]): Promise<ItemRecord[]> {
  const groups = await toldGroups(db, ids);
  const appendices = await appendicesOf(
    db,
    groups.map((group) => group.map(ownedItem)),
  );
  return groups.flatMap((group, at) => {
    const [first] = group;
    if (!first) return [];
    const { record_id: id, meeting_id: meetingId, body, date } = first.row;
    const readings = group.map(
      ({ row, item }): ItemReading => ({
        item,
        kind: row.kind,
        source: sourceOf(row),
        municipalities: z.array(z.string()).parse(JSON.parse(row.municipalities)),
      }),
    );
    return mergeItem({ id, meetingId, body, date, appendices: appendices[at] ?? [] }, readings);
  });
}

/**
 * The rows that tell an item: those of current documents. An item that only
 * superseded ones have is told from the latest of them, so that its link holds.
 */
function told(rows: readonly Row[]): readonly Row[] {
  const current = rows.filter((row) => row.current === 1);
  return current.length > 0 ? current : rows.slice(-1);
}
