import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { KkrError } from '../../core/errors.ts';

/**
 * Node's own SQLite for Kysely, for a connection that only reads. Kysely's SQLite dialect speaks to better-sqlite3;
 * node:sqlite differs in how parameters are passed and in having no `reader`.
 */
export function readerDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({ database: asKyselyExpects(database) });
}

/** @param patienceMs how long a transaction waits for a writer in another process. */
export function writerDialect(database: DatabaseSync, patienceMs: number): SqliteDialect {
  return new WriterDialect({ database: asKyselyExpects(database) }, patienceMs);
}

class WriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #patienceMs: number;

  constructor(config: SqliteDialectConfig, patienceMs: number) {
    super(config);
    this.#config = config;
    this.#patienceMs = patienceMs;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config, this.#patienceMs);
  }
}

/**
 * Transactions that take the write lock at once. With SQLite's usual `begin` a
 * transaction that reads first and writes later fails when another process has
 * written in between, however long it waits. And as node:sqlite holds up the
 * whole process while it waits for a lock, waiting is done here, in small naps.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #patienceMs: number;

  constructor(config: SqliteDialectConfig, patienceMs: number) {
    super(config);
    this.#patienceMs = patienceMs;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const deadline = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (resultCode(error) !== SQLITE_BUSY || performance.now() > deadline) throw error;
        // Uneven naps, so that several waiting processes do not wake in step.
        await pause(2 + Math.random() * 10);
      }
    }
  }
}

function asKyselyExpects(database: DatabaseSync): SqliteDialectConfig['database'] {
  const prepared = new Map<string, StatementSync>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      // Batches of many sizes make many texts; only the first few hundred are kept.
      if (prepared.size < 300) prepared.set(sql, statement);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(inputValue)),
        run: (parameters) => statement.run(...parameters.map(inputValue)),
        iterate: (parameters) => statement.iterate(...parameters.map(inputValue)),
      };
    },
  };
}

function inputValue(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot keep a ${typeof value}`);
}

const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** SQLite's primary result code (https://www.sqlite.org/rescode.html), or null for other errors. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** Whether SQLite found the file itself to be broken. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** What SQLite throws, in the archive's own codes. */
export function archiveFailure(error: unknown): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  if (code === SQLITE_FULL) {
    return new KkrError('disk-full', 'There is no room left for the archive.', { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message =
    code === SQLITE_BUSY
      ? 'The archive is busy: another process has been writing for too long.'
      : `The archive could not be used: ${reason}.`;
  return new KkrError('archive-unavailable', message, { cause: error });
}
