import { z } from 'zod';
import type {
  ArchiveRecords,
  ArchiveStatus,
  AttachmentRecord,
  Completeness,
  DocumentSummary,
  ItemHistory,
  ItemRecord,
  MeetingRecord,
  MeetingSummary,
} from '../core/archive-store.ts';
import type { Document, MeetingFacts } from '../core/document.ts';
import { type BodyName, DocumentKind } from '../core/vocabulary.ts';
import { duplicateKeysOf } from './copy/copies.ts';
import { attachmentRecord } from './document/attachment-record.ts';
import { documentRow } from './document/document-row.ts';
import { readingOf } from './document/reading.ts';
import { contentOf, summaryOf } from './document/summary.ts';
import { itemsOfAppendices } from './item/appendix-items.ts';
import { itemRecords } from './item/item-records.ts';
import { presentItemId } from './item/present-id.ts';
import { historyOf } from './matter/history.ts';
import { completenessOf } from './meeting/completeness.ts';
import { meetingChanges } from './meeting/meeting-changes.ts';
import type { Snapshots } from './sql/connection.ts';
import { SCHEMA_VERSION } from './sql/migrate.ts';
import type { DocumentRow, MeetingRow } from './sql/schema.ts';

/** What the archive tells, each answer from one snapshot. */
export class SqliteRecords implements ArchiveRecords {
  readonly #connection: Snapshots;
  readonly #now: () => number;

  constructor(connection: Snapshots, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  async document(id: string): Promise<DocumentSummary | null> {
    const row = await this.#connection.read((db) => documentRow(db, id));
    return row ? summaryOf(row) : null;
  }

  async reading(id: string): Promise<Document | null> {
    return this.#connection.read((db) => readingOf(db, id));
  }

  async item(id: string): Promise<ItemRecord | null> {
    return this.#connection.read(async (db) => {
      const [record] = await itemRecords(db, [id]);
      if (record) return record;
      const present = await presentItemId(db, id);
      return present === null ? null : ((await itemRecords(db, [present]))[0] ?? null);
    });
  }

  async itemsOfDocument(id: string): Promise<ItemRecord[]> {
    return this.#connection.read(async (db) => {
      const row = await documentRow(db, id);
      if (!row) return [];
      const items = await db
        .selectFrom('item')
        .select('record_id')
        .where('document', '=', row.id)
        .orderBy('place')
        .execute();
      return itemRecords(
        db,
        items.map((item) => item.record_id),
      );
    });
  }

  async appendixItems(id: string): Promise<(string | null)[]> {
    return this.#connection.read(async (db) => {
      const row = await documentRow(db, id);
      return row ? itemsOfAppendices(db, row.id) : [];
    });
  }

  async history(id: string): Promise<ItemHistory | null> {
    return this.#connection.read((db) => historyOf(db, id));
  }

  async duplicateKeys(id: string): Promise<ReadonlyMap<number, string>> {
    return this.#connection.read(async (db) => {
      const row = await documentRow(db, id);
      return row ? duplicateKeysOf(db, row.id) : new Map<number, string>();
    });
  }

  async completeness(): Promise<Completeness[]> {
    const today = new Date(this.#now()).toISOString().slice(0, 10);
    return this.#connection.read((db) => completenessOf(db, today));
  }

  async attachment(id: string): Promise<AttachmentRecord | null> {
    return this.#connection.read((db) => attachmentRecord(db, id));
  }

  async meeting(id: string): Promise<MeetingRecord | null> {
    // A supplementary agenda's items belong to the same meeting as the rest.
    const meetingId = id.replace(/-t\d+$/, '');
    return this.#connection.read(async (db) => {
      const meeting = await db
        .selectFrom('meeting')
        .selectAll()
        .where('id', '=', meetingId)
        .executeTakeFirst();
      if (!meeting) return null;
      const documents = await db
        .selectFrom('document')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('id')
        .execute();
      const items = await db
        .selectFrom('item')
        .innerJoin('document', 'document.id', 'item.document')
        .select('record_id')
        .where('item.meeting_id', '=', meetingId)
        .where('current', '=', 1)
        // The minutes' order leads; what only the agendas have follows in theirs.
        .orderBy((eb) => eb.case().when('item.kind', '=', 'referat').then(0).else(1).end())
        .orderBy('document.sequence')
        .orderBy('item.document')
        .orderBy('item.place')
        .execute();
      return {
        ...meetingSummary(meeting),
        ...presence(documents),
        items: await itemRecords(
          db,
          items.map((item) => item.record_id),
        ),
        documents: documents.map(summaryOf),
        changes: await meetingChanges(db, meetingId),
      };
    });
  }

  async meetings(filter: { body?: BodyName; year?: number }): Promise<MeetingSummary[]> {
    const { body, year } = filter;
    const rows = await this.#connection.read((db) => {
      let query = db.selectFrom('meeting').selectAll().orderBy('date', 'desc').orderBy('id');
      if (body !== undefined) query = query.where('body', '=', body);
      if (year !== undefined) {
        query = query.where('date', '>=', `${year}-01-01`).where('date', '<=', `${year}-12-31`);
      }
      return query.execute();
    });
    return rows.map(meetingSummary);
  }

  async itemsOfCase(caseNumber: string): Promise<ItemRecord[]> {
    return this.#connection.read(async (db) => {
      const rows = await db
        .selectFrom('item')
        .select('record_id')
        .where('case_number', '=', caseNumber)
        .where('current', '=', 1)
        .orderBy('date', 'desc')
        .orderBy('document')
        .orderBy('place')
        .execute();
      return itemRecords(
        db,
        rows.map((row) => row.record_id),
      );
    });
  }

  async documents(): Promise<DocumentSummary[]> {
    const rows = await this.#connection.read((db) =>
      db.selectFrom('document').selectAll().orderBy('id').execute(),
    );
    return rows.map(summaryOf);
  }

  async status(): Promise<ArchiveStatus> {
    return this.#connection.read(async (db) => {
      const states = await db
        .selectFrom('document')
        .select([
          'state',
          (eb) => eb.fn.countAll<number>().as('count'),
          (eb) => eb.fn.sum<number>('page_count').as('pages'),
        ])
        .groupBy('state')
        .execute();
      const counts = { waiting: 0, reading: 0, read: 0, failed: 0 };
      for (const row of states) counts[row.state] = row.count;
      const meetings = await db
        .selectFrom('meeting')
        .select((eb) => [
          eb.fn.countAll<number>().as('count'),
          eb.fn.sum<number | null>('item_count').as('items'),
        ])
        .executeTakeFirstOrThrow();
      const undated = await db
        .selectFrom('document')
        .select((eb) => eb.fn.sum<number | null>('item_count').as('items'))
        .where('meeting_id', 'is', null)
        .executeTakeFirstOrThrow();
      return {
        documents: counts,
        pages: states.reduce((sum, row) => sum + row.pages, 0),
        items: (meetings.items ?? 0) + (undated.items ?? 0),
        meetings: meetings.count,
        schemaVersion: SCHEMA_VERSION,
      };
    });
  }
}

function meetingSummary(row: MeetingRow): MeetingSummary {
  const kinds = z.array(DocumentKind).parse(JSON.parse(row.kinds));
  const { id, body, date, time, place } = row;
  return { id, body, date, time, place, kinds, itemCount: row.item_count };
}

/** Who met, from the latest document that says so: minutes, where there are any. */
function presence(
  documents: readonly DocumentRow[],
): Pick<MeetingFacts, 'attendees' | 'apologies' | 'guests' | 'secretariat' | 'others'> {
  const current = documents.filter((row) => row.superseded_by === null);
  const ordered = [...current.filter((row) => row.kind === 'referat'), ...current.toReversed()];
  for (const row of ordered) {
    const meeting = contentOf(row)?.meeting;
    if (!meeting) continue;
    const { attendees, apologies, guests, secretariat, others } = meeting;
    if (attendees.length > 0 || apologies.length > 0) {
      return { attendees, apologies, guests, secretariat, others };
    }
  }
  return { attendees: [], apologies: [] };
}
