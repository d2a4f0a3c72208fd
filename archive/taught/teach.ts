import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { ArchiveTeaching, TaughtWords } from '../../core/taught-words.ts';
import { createListener } from '../../danish/taught-words.ts';
import { batches } from '../sql/batches.ts';
import type { ArchiveConnection } from '../sql/connection.ts';
import type { Tables } from '../sql/schema.ts';

/** Fewer say nothing about what their meetings share. */
const FIRST = 4;

export class SqliteTeaching implements ArchiveTeaching {
  readonly #connection: ArchiveConnection;
  #listening: Promise<TaughtWords | null> | null = null;

  constructor(connection: ArchiveConnection) {
    this.#connection = connection;
  }

  async taughtWords(): Promise<TaughtWords | null> {
    const kept = await this.#connection.read(keptOf);
    return kept?.taught ?? null;
  }

  async teach(when: 'due' | 'now'): Promise<TaughtWords | null> {
    if (when === 'now') return this.#teach('now');
    // Several readers that end together would find it due together, and listen to the same.
    this.#listening ??= this.#teach('due').finally(() => {
      this.#listening = null;
    });
    return this.#listening;
  }

  async #teach(when: 'due' | 'now'): Promise<TaughtWords | null> {
    const { kept, ready } = await this.#connection.read(async (db) => ({
      kept: await keptOf(db),
      ready: await readyOf(db),
    }));
    if (when === 'due' && ready < Math.max(FIRST, 2 * (kept?.ready ?? 0))) return kept?.taught ?? null;
    const { taught, teachers } = await this.#listen();
    return this.#connection.write(async (db) => {
      await db.deleteFrom('taught').execute();
      await db.deleteFrom('taught_by').execute();
      // Withheld while we listened: what was learnt is forgotten, and the next call listens anew.
      if (teachers.length === 0 || (await stillTeaching(db, teachers)) < teachers.length) return null;
      const { version, counts, documents, words, pairs } = taught;
      await db
        .insertInto('taught')
        .values({ one: 1, version, counts, documents, words, pairs, ready })
        .execute();
      for (const some of batches(teachers.map((document) => ({ document })))) {
        await db.insertInto('taught_by').values(some).execute();
      }
      return taught;
    });
  }

  /** The newest meetings first, and one after the other, as the listener asks for; papers sent twice are heard once. */
  async #listen(): Promise<{ taught: TaughtWords; teachers: number[] }> {
    const listener = createListener();
    const teachers: number[] = [];
    const heard = new Set<string>();
    const documents = await this.#connection.read((db) =>
      mayTeach(db)
        .select(['id', 'sha256', 'meeting_id'])
        .orderBy('date', 'desc')
        .orderBy('meeting_id')
        .orderBy('sha256')
        .execute(),
    );
    for (const { id, sha256, meeting_id } of documents) {
      const pages = await this.#connection.read((db) => pagesOf(db, id));
      const fresh = pages.filter(({ group_key }) => group_key === null || !heard.has(group_key));
      for (const { group_key } of pages) if (group_key !== null) heard.add(group_key);
      const text = { meeting: meeting_id ?? sha256, pages: fresh.map((page) => page.text) };
      if (!listener.hear(text)) break;
      teachers.push(id);
      // A served page need not wait for it.
      await setImmediate();
    }
    return { taught: listener.learnt(), teachers };
  }
}

/** Forgets what was taught where one of the documents that taught is withheld now. */
export async function forgetWithheld(
  db: Kysely<Tables>,
  id: number,
  meetings: readonly string[],
): Promise<void> {
  const withheld = await db
    .selectFrom('document')
    .innerJoin('taught_by', 'taught_by.document', 'document.id')
    .select('document.id')
    .where('withheld', '=', 1)
    .where((eb) => eb.or([eb('document.id', '=', id), eb('meeting_id', 'in', meetings)]))
    .executeTakeFirst();
  if (!withheld) return;
  await db.deleteFrom('taught').execute();
  await db.deleteFrom('taught_by').execute();
}

async function keptOf(db: Kysely<Tables>): Promise<{ taught: TaughtWords; ready: number } | null> {
  const row = await db.selectFrom('taught').selectAll().executeTakeFirst();
  if (!row) return null;
  const { one, ready, ...taught } = row;
  return { taught, ready };
}

/** Clean documents whose originals may be shown, of each meeting the latest. */
function mayTeach(db: Kysely<Tables>) {
  return db
    .selectFrom('document')
    .where('teaches', '=', 1)
    .where('withheld', '=', 0)
    .where('superseded_by', 'is', null);
}

async function readyOf(db: Kysely<Tables>): Promise<number> {
  const { ready } = await mayTeach(db)
    .select((eb) => eb.fn.countAll<number>().as('ready'))
    .executeTakeFirstOrThrow();
  return ready;
}

async function stillTeaching(db: Kysely<Tables>, ids: readonly number[]): Promise<number> {
  const still = new Set((await mayTeach(db).select('id').execute()).map(({ id }) => id));
  return ids.filter((id) => still.has(id)).length;
}

function pagesOf(db: Kysely<Tables>, id: number): Promise<{ text: string; group_key: string | null }[]> {
  return db
    .selectFrom('page')
    .leftJoin('page_sketch', (join) =>
      join.onRef('page_sketch.document', '=', 'page.document').onRef('page_sketch.page', '=', 'page.number'),
    )
    .select(['page.text', 'page_sketch.group_key'])
    .where('page.document', '=', id)
    .where('page.language', '=', 'dan')
    .orderBy('page.number')
    .execute();
}
