import type { Kysely, UpdateResult } from 'kysely';
import type { DocumentLedger, DocumentSummary, Failure, IndexDebt, Requeued } from '../core/archive-store.ts';
import type { Document, Source } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';
import { fileReading } from './complete.ts';
import { sourceOf, summaryOf } from './document/summary.ts';
import type { ArchiveConnection } from './sql/connection.ts';
import type { Tables } from './sql/schema.ts';

/** The states of documents in SQLite. Each change is one short transaction with the write lock held. */
export class SqliteLedger implements DocumentLedger {
  readonly #connection: ArchiveConnection;
  readonly #now: () => number;

  constructor(connection: ArchiveConnection, now: () => number) {
    this.#connection = connection;
    this.#now = now;
  }

  async register(source: Source): Promise<'added' | 'known'> {
    return this.#connection.write((db) => addDocument(db, source, this.#now()));
  }

  async claim(sha256: string, worker: string, leaseMs: number): Promise<boolean> {
    const now = this.#now();
    const changed = await this.#connection.write((db) =>
      db
        .updateTable('document')
        .set((eb) => ({
          state: 'reading',
          worker,
          lease_until: now + leaseMs,
          attempts: eb('attempts', '+', 1),
        }))
        .where('sha256', '=', sha256)
        .where((eb) =>
          eb.or([
            eb('state', 'in', ['waiting', 'failed']),
            eb.and([eb('state', '=', 'reading'), eb('lease_until', '<=', now)]),
          ]),
        )
        .executeTakeFirst(),
    );
    return this.#happened(sha256, changed);
  }

  async renew(sha256: string, worker: string, leaseMs: number): Promise<boolean> {
    const changed = await this.#connection.write((db) =>
      db
        .updateTable('document')
        .set({ lease_until: this.#now() + leaseMs })
        .where('sha256', '=', sha256)
        .where('state', '=', 'reading')
        .where('worker', '=', worker)
        .executeTakeFirst(),
    );
    return this.#happened(sha256, changed);
  }

  async complete(document: Document, worker: string): Promise<boolean> {
    const { sha256 } = document.source;
    const kept = await this.#connection.write(async (db) => {
      const held = await db
        .selectFrom('document')
        .select('id')
        .where('sha256', '=', sha256)
        .where('state', '=', 'reading')
        .where('worker', '=', worker)
        .executeTakeFirst();
      if (held) await fileReading(db, document, this.#now());
      return held !== undefined;
    });
    if (!kept) await this.#mustExist(sha256);
    return kept;
  }

  async fail(
    sha256: string,
    worker: string,
    failure: Failure,
    { again }: { again: boolean },
  ): Promise<boolean> {
    const changed = await this.#connection.write((db) =>
      db
        .updateTable('document')
        .set({
          state: again ? 'waiting' : 'failed',
          worker: null,
          lease_until: null,
          failure_code: failure.code,
          failure_message: failure.message,
          failure_retryable: failure.retryable ? 1 : 0,
        })
        .where('sha256', '=', sha256)
        .where('state', '=', 'reading')
        .where('worker', '=', worker)
        .executeTakeFirst(),
    );
    return this.#happened(sha256, changed);
  }

  async unfinished(): Promise<DocumentSummary[]> {
    const rows = await this.#connection.read((db) =>
      db
        .selectFrom('document')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('state', '=', 'waiting'),
            eb.and([eb('state', '=', 'reading'), eb('lease_until', '<=', this.#now())]),
          ]),
        )
        .orderBy('id')
        .execute(),
    );
    return rows.map(summaryOf);
  }

  async requeue(which: Requeued): Promise<Source[]> {
    if (typeof which === 'object' && 'sha256' in which) await this.#mustExist(which.sha256);
    const now = this.#now();
    const rows = await this.#connection.write((db) => {
      const put = db.updateTable('document').set({ state: 'waiting', worker: null, lease_until: null });
      const chosen =
        typeof which === 'string'
          ? put.where('state', '=', which)
          : 'notRepairedBy' in which
            ? put.where('state', '=', 'read').where('repaired_by', '<>', which.notRepairedBy)
            : put
                .where('sha256', '=', which.sha256)
                .where((eb) => eb.or([eb('state', '!=', 'reading'), eb('lease_until', '<=', now)]));
      return chosen.returningAll().execute();
    });
    return rows.toSorted((a, b) => a.id - b.id).map(sourceOf);
  }

  async unindexed(): Promise<IndexDebt[]> {
    return this.#connection.read((db) =>
      db
        .selectFrom('document')
        .select(['sha256', 'revision'])
        .whereRef('revision', '<>', 'indexed_revision')
        .orderBy('id')
        .execute(),
    );
  }

  async indexed({ sha256, revision }: IndexDebt): Promise<boolean> {
    const row = await this.#connection.write((db) =>
      db
        .updateTable('document')
        // Whoever was late may have overwritten newer search records, so the document is due again
        // even where another process had marked it.
        .set((eb) => ({
          indexed_revision: eb.case().when('revision', '=', revision).then(revision).else(NEVER).end(),
        }))
        .where('sha256', '=', sha256)
        .returning('indexed_revision')
        .executeTakeFirst(),
    );
    return row?.indexed_revision === revision;
  }

  /** A change that hit no row was not the caller's to make, unless there is no such document at all. */
  async #happened(sha256: string, { numUpdatedRows }: UpdateResult): Promise<boolean> {
    if (numUpdatedRows > 0n) return true;
    await this.#mustExist(sha256);
    return false;
  }

  async #mustExist(sha256: string): Promise<void> {
    const found = await this.#connection.read((db) =>
      db.selectFrom('document').select('id').where('sha256', '=', sha256).executeTakeFirst(),
    );
    if (!found) throw new KkrError('not-found', `No document with the SHA-256 ${sha256} was registered.`);
  }
}

/** No document has this revision. */
const NEVER = -1;

async function addDocument(db: Kysely<Tables>, source: Source, now: number): Promise<'added' | 'known'> {
  const added = await db
    .insertInto('document')
    .values({
      sha256: source.sha256,
      name: source.name,
      bytes: source.bytes,
      media_type: source.mediaType,
      received_at: new Date(now).toISOString(),
      state: 'waiting',
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'added' : 'known';
}
