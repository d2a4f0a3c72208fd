import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { archiveFailure, isDamage, readerDialect, writerDialect } from './sqlite.ts';

/** Answers from one snapshot of the archive. */
export interface Snapshots {
  read<T>(query: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
}

/**
 * The archive's database file, twice open: one connection writes, the other only
 * reads. In WAL mode a reader sees the last commit and waits for nobody, neither
 * for writers in this process nor in another.
 */
export class ArchiveConnection implements Snapshots {
  readonly #databases: readonly DatabaseSync[];
  readonly #reader: Kysely<Tables>;
  readonly #writer: Kysely<Tables>;

  /** @throws KkrError `archive-unavailable`, `archive-newer`, `disk-full` */
  constructor(file: string, patienceMs = PATIENCE_MS) {
    try {
      const writing = openForWriting(file);
      const reading = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
      this.#databases = [reading, writing];
      this.#reader = new Kysely({ dialect: readerDialect(reading) });
      this.#writer = new Kysely({ dialect: writerDialect(writing, patienceMs) });
    } catch (error) {
      throw archiveFailure(error);
    }
  }

  /** Runs queries on one snapshot of the archive, so that what they give fits together. */
  async read<T>(query: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    try {
      return await this.#reader.transaction().execute(query);
    } catch (error) {
      throw archiveFailure(error);
    }
  }

  /** Runs changes that hold all together or not at all. */
  async write<T>(change: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    try {
      return await this.#writer.transaction().execute(change);
    } catch (error) {
      throw archiveFailure(error);
    }
  }

  /** What SQLite finds wrong in the file, at most a hundred things of a kind. */
  faults(): string[] {
    const [reading] = this.#databases;
    if (!reading) return [];
    const damaged = (what: unknown) => `archive.sqlite is damaged: ${what}`;
    const found: string[] = [];
    try {
      const broken = reading.prepare('PRAGMA integrity_check(100)').all();
      found.push(
        ...broken.flatMap((row) => (row.integrity_check === 'ok' ? [] : damaged(row.integrity_check))),
      );
      const loose = reading.prepare('PRAGMA foreign_key_check').all().slice(0, 100);
      return [
        ...found,
        ...loose.map((row) => `archive.sqlite has a row of ${row.table} that belongs to no ${row.parent}`),
      ];
    } catch (error) {
      // So badly that SQLite can look no further.
      if (!isDamage(error)) throw archiveFailure(error);
      return found.length > 0 ? found : [damaged(error instanceof Error ? error.message : error)];
    }
  }

  async close(): Promise<void> {
    await this.#reader.destroy();
    await this.#writer.destroy();
    // Kysely closes only what it has used.
    for (const database of this.#databases) if (database.isOpen) database.close();
  }
}

/** A reading of hundreds of pages is filed in well under a second; ten of them may queue up. */
const PATIENCE_MS = 10_000;

function openForWriting(file: string): DatabaseSync {
  // Waiting here holds up the process, but only where two open a new archive at the same moment.
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // A power cut may lose the last commits, never damage the file; what is lost is read again.
    database.exec('PRAGMA synchronous = NORMAL');
    // KiB: what lies beneath the indexes that every filing touches, however large the archive.
    database.exec('PRAGMA cache_size = -65536');
    // Pages of 4 KiB: each checkpoint moves what many filings wrote to the same places only once.
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    migrate(database);
    // Kept in the file; set after it is known to be an archive of this version.
    database.exec('PRAGMA journal_mode = WAL');
    // From here on the dialect does the waiting, without holding up the process.
    database.exec('PRAGMA busy_timeout = 5');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
