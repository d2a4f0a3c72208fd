import type { Kysely } from 'kysely';
import type { Document, Item } from '../../core/document.ts';
import { attachmentIds } from '../../core/ids.ts';
import { municipalitiesIn } from '../../danish/municipalities.ts';
import { ownIds } from '../meeting/tie.ts';
import { batches } from '../sql/batches.ts';
import type { NewItemRow, Tables } from '../sql/schema.ts';
import { isClean, repairedBy } from '../taught/clean.ts';
import { packLayout } from './page-layout.ts';
import { Content } from './summary.ts';

export interface Place {
  /** Null where the document names no body or no date. */
  readonly meeting: string | null;
  readonly sequence: number;
  /** What the ids of its items begin with. */
  readonly owner: string;
}

export async function writePages(db: Kysely<Tables>, id: number, document: Document): Promise<void> {
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

export async function writeItems(
  db: Kysely<Tables>,
  id: number,
  document: Document,
  place: Place,
): Promise<void> {
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
      municipalities: JSON.stringify(item.closed ? [] : municipalitiesIn(textOf(item))),
      content: JSON.stringify(item),
    }),
  );
  for (const some of batches(rows)) await db.insertInto('item').values(some).execute();
}

export async function writeAttachments(
  db: Kysely<Tables>,
  id: number,
  document: Document,
  place: Place,
): Promise<void> {
  const ids = attachmentIds(document.source.sha256, document.attachments);
  const rows = document.attachments.map((attachment, index) => ({
    document: id,
    place: index + 1,
    attachment_id: ids[index] ?? '',
    owner: place.owner,
    meeting_id: place.meeting,
    item: attachment.item,
    number: attachment.number,
    title: attachment.title,
    first_page: attachment.pages?.[0] ?? null,
    last_page: attachment.pages?.[1] ?? null,
    content: JSON.stringify(attachment),
  }));
  for (const some of batches(rows)) await db.insertInto('attachment').values(some).execute();
}

export async function writeSummary(
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
      scanned_pages: document.pages.filter((page) => page.origin !== 'text-layer').length,
      item_count: document.items.length,
      superseded_by: null,
      teaches: isClean(document) ? 1 : 0,
      repaired_by: repairedBy(document),
    })
    .where('id', '=', id)
    .execute();
}

/** What an item says, title and all. */
export function textOf(item: Item): string {
  return [item.title, ...item.sections.map((section) => section.text)].join('\n\n');
}
