import type { Kysely } from 'kysely';
import { meetingId } from '../../core/ids.ts';
import type { BodyName } from '../../core/vocabulary.ts';
import type { Tables } from '../sql/schema.ts';
import { type HistoryNode, nodesOfRecords } from './history-nodes.ts';

export interface NamedMeeting {
  readonly quote: string;
  readonly body: BodyName;
  readonly date: string | null;
  readonly meetingId: string | null;
  /** "På sidste møde" is the archive's last one, which may lack the one that is meant. */
  readonly isVague: boolean;
}

/** The meetings that an item's text names. A month counts where the archive has one meeting in it. */
export async function meetingsNamedBy(db: Kysely<Tables>, node: HistoryNode): Promise<NamedMeeting[]> {
  const rows = await db
    .selectFrom('meeting_reference')
    .select(['quote', 'body', 'date', 'month'])
    .where((eb) =>
      eb.or(
        node.rows.map(({ document, place }) =>
          eb.and([eb('document', '=', document), eb('place', '=', place)]),
        ),
      ),
    )
    .orderBy('document')
    .orderBy('ordinal')
    .execute();
  const named = new Map<string, NamedMeeting>();
  for (const { quote, body, date, month } of rows) {
    const key = `${body} ${date ?? month}`;
    if (named.has(key)) continue;
    const isVague = date === null && month === null;
    const meetings = isVague
      ? [await neighbour(db, body, node.item.date, 'before')].flatMap((meeting) => meeting ?? [])
      : date === null
        ? await meetingsIn(db, body, month ?? '')
        : await meetingsOn(db, meetingId(body, date));
    const [only, ...more] = meetings;
    const found = only && more.length === 0 ? only : null;
    named.set(key, { quote, body, date: found?.date ?? date, meetingId: found?.id ?? null, isVague });
  }
  return [...named.values()];
}

/** Items whose text names the meeting, by its date or as the only one of its month. */
export async function nodesNaming(
  db: Kysely<Tables>,
  { body, date }: { readonly body: BodyName; readonly date: string },
): Promise<{ readonly node: HistoryNode; readonly quote: string }[]> {
  const month = date.slice(0, 7);
  const alone = (await meetingsIn(db, body, month)).length === 1;
  const references = db
    .selectFrom('meeting_reference')
    .innerJoin('item', (join) =>
      join
        .onRef('item.document', '=', 'meeting_reference.document')
        .onRef('item.place', '=', 'meeting_reference.place'),
    )
    .select(['item.record_id', 'meeting_reference.quote'])
    .where('meeting_reference.body', '=', body)
    .where('item.current', '=', 1)
    .where('item.closed', '=', 0);
  const naming = await references
    .where((eb) =>
      eb.or([
        eb('meeting_reference.date', '=', date),
        ...(alone ? [eb('meeting_reference.month', '=', month)] : []),
      ]),
    )
    .execute();
  const next = await neighbour(db, body, date, 'after');
  if (next) {
    const vague = references
      .where('item.meeting_id', '=', next.id)
      .where('meeting_reference.date', 'is', null)
      .where('meeting_reference.month', 'is', null);
    naming.push(...(await vague.execute()));
  }
  const quotes = new Map(naming.map((row) => [row.record_id, row.quote]));
  const nodes = await nodesOfRecords(db, [...quotes.keys()]);
  return nodes.map((node) => ({ node, quote: quotes.get(node.item.id) ?? '' }));
}

/** The meeting of a body next before or after a day. */
async function neighbour(db: Kysely<Tables>, body: BodyName, date: string, side: 'before' | 'after') {
  const found = await db
    .selectFrom('meeting')
    .select(['id', 'date'])
    .where('body', '=', body)
    .where('date', side === 'before' ? '<' : '>', date)
    .orderBy('date', side === 'before' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

async function meetingsOn(db: Kysely<Tables>, id: string) {
  return db.selectFrom('meeting').select(['id', 'date']).where('id', '=', id).execute();
}

async function meetingsIn(db: Kysely<Tables>, body: BodyName, month: string) {
  return db
    .selectFrom('meeting')
    .select(['id', 'date'])
    .where('body', '=', body)
    .where('date', '>=', `${month}-01`)
    .where('date', '<=', `${month}-31`)
    .execute();
}
