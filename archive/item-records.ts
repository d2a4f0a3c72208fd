import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AttachmentSummary, ItemRecord } from '../core/archive-store.ts';
import { Item } from '../core/document.ts';
import { selectAttachments } from './attachments.ts';
import { withoutCopies } from './copies.ts';
import { type ItemReading, mergeItem } from './merge.ts';
import type { ItemRow, Tables } from './schema.ts';
import { sourceOf } from './summary.ts';

/** Records by their ids, in the order asked for; ids that nothing has are left out. */
export async function itemRecords(db: Kysely<Tables>, ids: readonly string[]): Promise<ItemRecord[]> {
  const unique = [...new Set(ids)];
  const records = new Map<string, ItemRecord>();
  for (let at = 0; at < unique.length; at += 500) {
    for (const record of await someRecords(db, unique.slice(at, at + 500))) records.set(record.id, record);
  }
  return unique.flatMap((id) => records.get(id) ?? []);
}

type Row = ItemRow & { name: string; sha256: string; bytes: number; media_type: DocumentMediaType };
type DocumentMediaType = Tables['document']['media_type'];

async function someRecords(db: Kysely<Tables>, ids: readonly string[]): Promise<ItemRecord[]> {
  const rows: Row[] = await db
    .selectFrom('item')
    .innerJoin('document', 'document.id', 'item.document')
    .selectAll('item')
    .select(['document.name', 'document.sha256', 'document.bytes', 'document.media_type'])
    .where('item.record_id', 'in', ids)
    .orderBy('item.document')
    .execute();
  const groups = [...Map.groupBy(rows, (row) => row.record_id).values()].map(told);
  const appendices = await appendicesOf(db, groups.flat());
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const readings = group.map(
      (row): ItemReading => ({
        item: Item.parse(JSON.parse(row.content)),
        kind: row.kind,
        source: sourceOf(row),
        municipalities: z.array(z.string()).parse(JSON.parse(row.municipalities)),
      }),
    );
    const frame = {
      id: first.record_id,
      meetingId: first.meeting_id,
      body: first.body,
      date: first.date,
      appendices: [...new Set(group.map(placeOf))].flatMap((place) => appendices.get(place) ?? []),
    };
    return mergeItem(frame, readings);
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

/**
 * Appendices go by the number that the agenda gave, since bundles are sent out
 * with it; where there is no agenda, by the minutes' number.
 */
async function appendicesOf(
  db: Kysely<Tables>,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, AttachmentSummary[]>> {
  const withAgenda = new Set(rows.filter((row) => row.kind === 'dagsorden').map((row) => row.record_id));
  const asking = rows.filter(
    (row) => row.number !== null && (row.kind === 'dagsorden' || !withAgenda.has(row.record_id)),
  );
  if (asking.length === 0) return new Map();
  const wanted = new Set(asking.map(placeOf));
  const found = await selectAttachments(db)
    .where('attachment.owner', 'in', [...new Set(asking.map((row) => row.owner))])
    .where('attachment.item', 'in', [...new Set(asking.flatMap((row) => row.number ?? []))])
    .orderBy('attachment.number')
    .orderBy('attachment.document')
    .orderBy('attachment.place')
    .execute();
  const appendices = new Map<string, AttachmentSummary[]>();
  for (const [place, some] of Map.groupBy(found, (row) => `${row.owner} ${row.item}`)) {
    if (wanted.has(place)) appendices.set(place, await withoutCopies(db, some));
  }
  return appendices;
}

function placeOf(row: Row): string {
  return `${row.owner} ${row.number}`;
}
