import type { Kysely } from 'kysely';
import type { HistoryLink } from '../../core/archive-store.ts';
import { Item } from '../../core/document.ts';
import type { BodyName } from '../../core/vocabulary.ts';
import { textOf } from '../document/write-reading.ts';
import type { ItemRow, Tables } from '../sql/schema.ts';
import { isFormality, type Matter } from './matter.ts';
import { titleWords } from './title-words.ts';

/** An item of a meeting, as a history walks over it. */
export interface HistoryNode {
  readonly item: HistoryLink['item'] & {
    readonly meetingId: string;
    readonly body: BodyName;
    readonly date: string;
  };
  readonly caseNumber: string | null;
  readonly matter: Matter;
  /** Where it stands: in the agenda, in the minutes, in both. */
  readonly rows: readonly { readonly document: number; readonly place: number }[];
}

export async function nodeOf(db: Kysely<Tables>, id: string): Promise<HistoryNode | null> {
  const rows = await db
    .selectFrom('item')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('document')
    .execute();
  const current = rows.filter((row) => row.current === 1);
  return nodesFrom(current.length > 0 ? current : rows.slice(-1))[0] ?? null;
}

export async function nodesOfMeeting(db: Kysely<Tables>, meeting: string): Promise<HistoryNode[]> {
  return nodesFrom(await currentItems(db).where('meeting_id', '=', meeting).execute());
}

/**
 * Items of one case. Often the number is a whole meeting's, and says nothing of the
 * matter: then several items carry it, or a point of order does.
 */
export async function nodesOfCase(db: Kysely<Tables>, caseNumber: string): Promise<HistoryNode[]> {
  const rows = await db
    .selectFrom('item')
    .select(['record_id', 'meeting_id', 'title'])
    .distinct()
    .where('case_number', '=', caseNumber)
    .where('current', '=', 1)
    .limit(MOST_OF_A_CASE)
    .execute();
  const perMeeting = Map.groupBy(rows, (row) => row.meeting_id);
  const isMeetings =
    rows.some((row) => isFormality(row.title)) ||
    [...perMeeting.values()].some(
      (items) => new Set(items.map((row) => row.record_id)).size > ITEMS_OF_ONE_MATTER,
    );
  if (isMeetings) return [];
  return nodesOfRecords(
    db,
    rows.map((row) => row.record_id),
  );
}

/** A matter may be up twice at one meeting, as theme and as decision. */
const ITEMS_OF_ONE_MATTER = 2;
const MOST_OF_A_CASE = 300;

/** Items of the same body whose titles share the rarest words of this one's. */
export async function nodesTitledLike(db: Kysely<Tables>, node: HistoryNode): Promise<HistoryNode[]> {
  const { body, title, meetingId } = node.item;
  const counts = await Promise.all(
    titleWords(title).map(async (word) => {
      const { count } = await db
        .selectFrom('title_word')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('word', '=', word)
        .where('body', '=', body)
        .executeTakeFirstOrThrow();
      return { word, count };
    }),
  );
  const rarest = counts
    .sort((a, b) => a.count - b.count)
    .slice(0, 5)
    .map(({ word }) => word);
  if (rarest.length === 0) return [];
  const rows = await db
    .selectFrom('title_word')
    .innerJoin('item', (join) =>
      join.onRef('item.document', '=', 'title_word.document').onRef('item.place', '=', 'title_word.place'),
    )
    .select('item.record_id')
    .where('word', 'in', rarest)
    .where('title_word.body', '=', body)
    .where('item.current', '=', 1)
    .where('item.closed', '=', 0)
    .where('item.meeting_id', '!=', meetingId)
    .groupBy('item.record_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('item.date', 'desc')
    .limit(CANDIDATES)
    .execute();
  return nodesOfRecords(
    db,
    rows.map((row) => row.record_id),
  );
}

const CANDIDATES = 40;

export async function nodesOfRecords(db: Kysely<Tables>, ids: readonly string[]): Promise<HistoryNode[]> {
  if (ids.length === 0) return [];
  return nodesFrom(await currentItems(db).where('record_id', 'in', ids).execute());
}

function currentItems(db: Kysely<Tables>) {
  return db.selectFrom('item').selectAll().where('current', '=', 1).orderBy('document').orderBy('place');
}

/** Rows of one record together; those of no meeting have no history. */
function nodesFrom(rows: readonly ItemRow[]): HistoryNode[] {
  return [...Map.groupBy(rows, (row) => row.record_id).values()].flatMap((group) => {
    const main = group.find((row) => row.kind === 'referat') ?? group[0];
    if (!main?.meeting_id || !main.body || !main.date) return [];
    const items = group.map((row) => Item.parse(JSON.parse(row.content)));
    const { type } = items[group.indexOf(main)] ?? { type: null };
    return [
      {
        item: {
          id: main.record_id,
          meetingId: main.meeting_id,
          body: main.body,
          date: main.date,
          number: main.number,
          title: main.title,
          type: type ?? items.find((item) => item.type !== null)?.type ?? null,
          closed: group.some((row) => row.closed === 1),
        },
        caseNumber: group.find((row) => row.case_number !== null)?.case_number ?? null,
        matter: { title: main.title, text: items.map(textOf).join('\n\n') },
        rows: group.map(({ document, place }) => ({ document, place })),
      },
    ];
  });
}
