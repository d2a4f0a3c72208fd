import type { Kysely } from 'kysely';
import type { Document } from '../core/document.ts';
import { attachmentId, meetingId, undatedId } from '../core/ids.ts';
import { withoutClosedText } from './closed.ts';
import { packLayout } from './page-layout.ts';
import type { NewItemRow, Tables } from './schema.ts';
import { sequenceOf } from './sequence.ts';
import { Content } from './summary.ts';
import { ownIds } from './tie.ts';
import { writeTies } from './write-ties.ts';

/**
 * Keeps a reading in place of the earlier one. Runs inside one transaction: a
 * reader sees the old reading or the new one, never parts of both.
 */
export async function fileReading(db: Kysely<Tables>, reading: Document, now: number): Promise<void> {
  const document = withoutClosedText(reading);
  const { id, meeting_id: before } = await db
    .selectFrom('document')
    .select(['id', 'meeting_id'])
    .where('sha256', '=', document.source.sha256)
    .executeTakeFirstOrThrow();

  for (const table of ['page', 'item', 'attachment'] as const) {
    await db.deleteFrom(table).where('document', '=', id).execute();
  }
  const place = placeOf(document);
  await writePages(db, id, document);
  await writeItems(db, id, document, place);
  await writeAttachments(db, id, document, place);
  await writeSummary(db, id, document, place, now);

  // A new reading may have moved the document from one meeting to another.
  const meetings = [...new Set([before, place.meeting])].filter((meeting) => meeting !== null);
  for (const meeting of meetings) await writeTies(db, meeting);
  await db
    .updateTable('document')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where((eb) => eb.or([eb('id', '=', id), eb('meeting_id', 'in', meetings)]))
    .execute();
}

interface Place {
  /** Null where the document names no body or no date. */
  readonly meeting: string | null;
  readonly sequence: number;
  /** What the ids of its items begin with. */
  readonly owner: string;
}

function placeOf(document: Document): Place {
  const { body, date, sequence = sequenceOf(document) } = document.meeting;
  if (body === null || date === null) {
    return { meeting: null, sequence, owner: undatedId(document.source.sha256) };
  }
  return { meeting: meetingId(body, date), sequence, owner: meetingId(body, date, sequence) };
}

async function writePages(db: Kysely<Tables>, id: number, document: Document): Promise<void> {
  const rows = document.pages.map((page) => ({
    document: id,
    number: page.number,
    text: page.text,
    origin: page.origin,
    language: page.language,
    layout: packLayout(page),
  }));
  for (const some of batches(rows)) await db.insertInto('page').values(some).execute();
}

async function writeItems(db: Kysely<Tables>, id: number, document: Document, place: Place): Promise<void> {
  const recordIds = ownIds({ owner: place.owner, items: document.items });
  const rows = document.items.map(
    (item, index): NewItemRow => ({
      document: id,
      place: index + 1,
      record_id: recordIds[index] ?? '',
      owner: place.owner,
      current: 1,
      meeting_id: place.meeting,
      body: document.meeting.body,
      date: document.meeting.date,
      kind: document.kind,
      number: item.number,
      title: item.title,
      case_number: item.caseNumber,
      closed: item.closed ? 1 : 0,
      content: JSON.stringify(item),
    }),
  );
  for (const some of batches(rows)) await db.insertInto('item').values(some).execute();
}

async function writeAttachments(
  db: Kysely<Tables>,
  id: number,
  document: Document,
  place: Place,
): Promise<void> {
  const used = new Set<string>();
  const rows = document.attachments.map((attachment, index) => {
    const { sha256 } = document.source;
    const byNumber = attachmentId(sha256, attachment.item, attachment.number ?? index + 1);
    // Two appendices under one number: the later gets a number that no real one reaches.
    const unique = used.has(byNumber) ? attachmentId(sha256, attachment.item, 1000 + index) : byNumber;
    used.add(unique);
    return {
      document: id,
      place: index + 1,
      attachment_id: unique,
      owner: place.owner,
      meeting_id: place.meeting,
      item: attachment.item,
      number: attachment.number,
      title: attachment.title,
      first_page: attachment.pages?.[0] ?? null,
      last_page: attachment.pages?.[1] ?? null,
      content: JSON.stringify(attachment),
    };
  });
  for (const some of batches(rows)) await db.insertInto('attachment').values(some).execute();
}

async function writeSummary(
  db: Kysely<Tables>,
  id: number,
  document: Document,
  place: Place,
  now: number,
): Promise<void> {
  await db
    .updateTable('document')
    .set({
      state: 'read',
      worker: null,
      lease_until: null,
      failure_code: null,
      failure_message: null,
      failure_retryable: null,
      read_at: new Date(now).toISOString(),
      kind: document.kind,
      body: document.meeting.body,
      date: document.meeting.date,
      content: JSON.stringify(Content.parse(document)),
      warnings: JSON.stringify(document.warnings),
      meeting_id: place.meeting,
      sequence: place.sequence,
      page_count: document.pages.length,
      unread_pages: document.pages.filter((page) => page.origin === 'none').length,
      item_count: document.items.length,
      superseded_by: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Small enough for SQLite's limit of variables and for other work to come in between. */
function* batches<T>(rows: readonly T[], size = 50): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
