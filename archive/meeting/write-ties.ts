import type { Kysely } from 'kysely';
import { Item } from '../../core/document.ts';
import { DocumentKind } from '../../core/vocabulary.ts';
import { contentOf } from '../document/summary.ts';
import type { DocumentRow, Tables } from '../sql/schema.ts';
import { type Missing, missingAppendices } from './missing.ts';
import { type TiedDocument, tieMeeting } from './tie.ts';
import { writeClosed } from './write-closed.ts';

/** Ties the documents of a meeting anew and writes down what came of it. */
export async function writeTies(db: Kysely<Tables>, meeting: string): Promise<void> {
  const documents = await db
    .selectFrom('document')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  const items = await db
    .selectFrom('item')
    .select(['document', 'place', 'owner', 'number', 'title', 'record_id', 'current'])
    .where('meeting_id', '=', meeting)
    .orderBy('document')
    .orderBy('place')
    .execute();
  const itemsOf = Map.groupBy(items, (item) => item.document);

  const tied = documents.flatMap((row) => {
    const own = itemsOf.get(row.id) ?? [];
    const document = tiedDocument(row, meeting, own);
    return document ? [{ row, document, own }] : [];
  });
  const ties = tieMeeting(tied.map(({ document }) => document));
  const records = new Set<string>();
  for (const [index, { row, own }] of tied.entries()) {
    const tie = ties[index];
    if (!tie) continue;
    if (row.superseded_by !== tie.supersededBy) {
      await db
        .updateTable('document')
        .set({ superseded_by: tie.supersededBy })
        .where('id', '=', row.id)
        .execute();
    }
    const current = tie.supersededBy === null ? 1 : 0;
    for (const [place, item] of own.entries()) {
      const recordId = tie.recordIds[place] ?? item.record_id;
      if (current) records.add(recordId);
      if (recordId === item.record_id && current === item.current) continue;
      await db
        .updateTable('item')
        .set({ record_id: recordId, current })
        .where('document', '=', row.id)
        .where('place', '=', item.place)
        .execute();
    }
  }
  await writeClosed(
    db,
    documents.map((row) => row.id),
  );
  await writeMeeting(db, meeting, documents, records.size);
}

function tiedDocument(
  row: DocumentRow,
  meeting: string,
  items: readonly { owner: string; number: string | null; title: string }[],
): TiedDocument | null {
  if (row.kind !== 'dagsorden' && row.kind !== 'referat') return null;
  const sequence = row.sequence ?? 0;
  const owner = sequence === 0 ? meeting : `${meeting}-t${sequence}`;
  const scanned = row.scanned_pages * 2 > row.page_count;
  return { sha256: row.sha256, kind: row.kind, sequence, owner, items, scanned };
}

async function missingOf(
  db: Kysely<Tables>,
  meeting: string,
  kinds: ReadonlySet<DocumentKind>,
): Promise<Missing> {
  const rows = await db
    .selectFrom('item')
    .select(['record_id', 'owner', 'content'])
    .where('meeting_id', '=', meeting)
    .where('current', '=', 1)
    // Which appendices a closed item has is not told.
    .where('closed', '=', 0)
    .orderBy('document')
    .orderBy('place')
    .execute();
  const received = await db
    .selectFrom('attachment')
    .select(['owner', 'item', 'number', 'title'])
    .where('meeting_id', '=', meeting)
    .execute();
  const items = rows.map((row) => ({
    id: row.record_id,
    owner: row.owner,
    item: Item.parse(JSON.parse(row.content)),
  }));
  return {
    minutes: !kinds.has('referat'),
    agenda: !kinds.has('dagsorden'),
    appendices: missingAppendices(items, received),
  };
}

async function writeMeeting(
  db: Kysely<Tables>,
  id: string,
  documents: readonly DocumentRow[],
  itemCount: number,
): Promise<void> {
  await db.deleteFrom('meeting').where('id', '=', id).execute();
  const [first] = documents;
  if (!first?.body || !first.date) return;
  // Minutes know best where and when one met; of two, the later.
  const rank = { referat: 0, dagsorden: 1, bilag: 2, andet: 3 } as const;
  const facts = documents
    .flatMap((row) => (row.kind ? [{ row, rank: rank[row.kind] }] : []))
    .sort((a, b) => a.rank - b.rank || b.row.id - a.row.id)
    .flatMap(({ row }) => contentOf(row)?.meeting ?? []);
  const kinds = new Set(documents.flatMap((row) => (row.kind ? [row.kind] : [])));
  await db
    .insertInto('meeting')
    .values({
      id,
      body: first.body,
      date: first.date,
      time: facts.find((fact) => fact.time !== null)?.time ?? null,
      place: facts.find((fact) => fact.place !== null)?.place ?? null,
      kinds: JSON.stringify(DocumentKind.options.filter((kind) => kinds.has(kind))),
      item_count: itemCount,
      missing: JSON.stringify(await missingOf(db, id, kinds)),
    })
    .execute();
}
