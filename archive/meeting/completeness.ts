import type { Kysely } from 'kysely';
import type { Completeness } from '../../core/archive-store.ts';
import { batches } from '../sql/batches.ts';
import type { MeetingRow, Tables } from '../sql/schema.ts';
import { Missing } from './missing.ts';

/** What is missing, by body and year; `today` parts meetings that have been from those to come. */
export async function completenessOf(db: Kysely<Tables>, today: string): Promise<Completeness[]> {
  const meetings = await db.selectFrom('meeting').selectAll().orderBy('date', 'desc').orderBy('id').execute();
  const unread = await unreadPages(db);
  const failed = await db
    .selectFrom('document')
    .select(['sha256 as document', 'name'])
    .where('state', '=', 'failed')
    .orderBy('id')
    .execute();

  const rows = new Map<string, Completeness>();
  const rowOf = (body: Completeness['body'], year: Completeness['year']) => {
    const key = `${body} ${year}`;
    const row = rows.get(key) ?? emptyRow(body, year);
    return { key, row };
  };
  for (const meeting of meetings) {
    const { key, row } = rowOf(meeting.body, yearOf(meeting.date));
    rows.set(key, withMeeting(row, meeting, today));
  }
  for (const pages of Map.groupBy(unread, ({ body, date }) => `${body} ${yearOf(date)}`).values()) {
    const [first] = pages;
    if (!first) continue;
    const { key, row } = rowOf(first.body, yearOf(first.date));
    const unreadPages = [...Map.groupBy(pages, ({ sha256 }) => sha256)].map(([document, own]) => ({
      document,
      name: own[0]?.name ?? '',
      pages: own.map((page) => page.number),
    }));
    rows.set(key, { ...row, unreadPages });
  }
  if (failed.length > 0) {
    const { key, row } = rowOf(null, null);
    rows.set(key, { ...row, failed });
  }
  return [...rows.values()].sort(
    (a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.body ?? '').localeCompare(b.body ?? '', 'da'),
  );
}

/** Asked in two steps: joined, SQLite would rather go through all pages of the archive. */
async function unreadPages(db: Kysely<Tables>) {
  const documents = await db
    .selectFrom('document')
    .select(['id', 'sha256', 'name', 'body', 'date'])
    .where('unread_pages', '>', (eb) => eb.lit(0))
    .orderBy('id')
    .execute();
  const byId = new Map(documents.map((document) => [document.id, document]));
  const pages: { document: number; number: number }[] = [];
  for (const some of batches([...byId.keys()], 1000)) {
    const found = await db
      .selectFrom('page')
      .select(['document', 'number'])
      .where('document', 'in', some)
      .where('origin', '=', 'none')
      .orderBy('document')
      .orderBy('number')
      .execute();
    pages.push(...found);
  }
  return pages.flatMap(({ document, number }) => {
    const source = byId.get(document);
    return source ? [{ ...source, number }] : [];
  });
}

function withMeeting(row: Completeness, meeting: MeetingRow, today: string): Completeness {
  const missing = Missing.parse(JSON.parse(meeting.missing));
  const past = meeting.date < today;
  return {
    ...row,
    meetings: row.meetings + 1,
    withoutMinutes: past && missing.minutes ? [...row.withoutMinutes, meeting.id] : row.withoutMinutes,
    withoutAgenda: past && missing.agenda ? [...row.withoutAgenda, meeting.id] : row.withoutAgenda,
    missingAppendices: [...row.missingAppendices, ...missing.appendices],
  };
}

function emptyRow(body: Completeness['body'], year: number | null): Completeness {
  return {
    body,
    year,
    meetings: 0,
    withoutMinutes: [],
    withoutAgenda: [],
    missingAppendices: [],
    unreadPages: [],
    failed: [],
  };
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
