import type { Kysely } from 'kysely';
import type { Document } from '../core/document.ts';
import { meetingId, undatedId } from '../core/ids.ts';
import { writeDuplicates } from './copy/write-duplicates.ts';
import {
  type Place,
  writeAttachments,
  writeItems,
  writePages,
  writeSummary,
} from './document/write-reading.ts';
import { keptOf } from './item/closed.ts';
import { writeLinks } from './matter/write-links.ts';
import { sequenceOf } from './meeting/sequence.ts';
import { writeClosed } from './meeting/write-closed.ts';
import { writeTies } from './meeting/write-ties.ts';
import type { Tables } from './sql/schema.ts';
import { forgetWithheld } from './taught/teach.ts';

/**
 * Keeps a reading in place of the earlier one. Runs inside one transaction: a
 * reader sees the old reading or the new one, never parts of both.
 */
export async function fileReading(db: Kysely<Tables>, reading: Document, now: number): Promise<void> {
  const document = keptOf(reading);
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
  await writeLinks(db, id, document);
  const alike = await writeDuplicates(db, id, document);
  await writeSummary(db, id, document, place, now);

  // A new reading may have moved the document from one meeting to another.
  const meetings = [...new Set([before, place.meeting])].filter((meeting) => meeting !== null);
  for (const meeting of meetings) await writeTies(db, meeting);
  if (place.meeting === null) await writeClosed(db, [id]);
  await forgetWithheld(db, id, meetings);
  // What is told of these documents may have changed, so their search records are due.
  await db
    .updateTable('document')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where((eb) => eb.or([eb('id', 'in', [id, ...alike]), eb('meeting_id', 'in', meetings)]))
    .execute();
}

function placeOf(document: Document): Place {
  const { body, date, sequence = sequenceOf(document) } = document.meeting;
  if (body === null || date === null) {
    return { meeting: null, sequence, owner: undatedId(document.source.sha256) };
  }
  return { meeting: meetingId(body, date), sequence, owner: meetingId(body, date, sequence) };
}
