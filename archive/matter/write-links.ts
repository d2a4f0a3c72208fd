import type { Kysely } from 'kysely';
import type { Document, Item } from '../../core/document.ts';
import { textOf } from '../document/write-reading.ts';
import { batches } from '../sql/batches.ts';
import type { Tables } from '../sql/schema.ts';
import { meetingReferences } from './meeting-references.ts';
import { titleWords } from './title-words.ts';

/**
 * Notes what leads from a document's items to others: the meetings that they
 * speak of and the words of their titles. To which items they lead is found when
 * someone asks, since documents arrive in any order.
 */
export async function writeLinks(db: Kysely<Tables>, id: number, document: Document): Promise<void> {
  const { body, date } = document.meeting;
  if (body === null || date === null) return;
  const open = document.items
    .map((item, index) => ({ item, place: index + 1 }))
    .filter(({ item }) => !item.closed);
  const references = open.flatMap(({ item, place }) =>
    meetingReferences(withAttachments(item), { body, date }).map((found, ordinal) => ({
      document: id,
      place,
      ordinal,
      ...found,
    })),
  );
  for (const some of batches(references)) await db.insertInto('meeting_reference').values(some).execute();
  const words = open.flatMap(({ item, place }) =>
    titleWords(item.title).map((word) => ({ word, body, document: id, place })),
  );
  for (const some of batches(words)) await db.insertInto('title_word').values(some).execute();
}

/** An earlier meeting's minutes are often an appendix: "Referat fra møde den 17. april 2024". */
function withAttachments(item: Item): string {
  return [textOf(item), ...item.attachments.map((attachment) => attachment.title)].join('\n\n');
}
