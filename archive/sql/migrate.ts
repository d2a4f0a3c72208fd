import type { DatabaseSync } from 'node:sqlite';
import { KkrError } from '../../core/errors.ts';
import { records } from './migrations/001-records.ts';
import { withheld } from './migrations/002-withheld.ts';
import { taughtWords } from './migrations/003-taught-words.ts';
import { closedAndAnchors } from './migrations/004-closed.ts';

type Migration = string | ((database: DatabaseSync) => void);

/** In the order in which they came to be; what was released is never edited, only followed. */
const MIGRATIONS: readonly Migration[] = [records, withheld, taughtWords, closedAndAnchors];

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings the archive to the newest schema, forward only. SQLite's `user_version`
 * counts the migrations done; all that are missing run in one transaction, and a
 * second process that opens the archive at the same time finds nothing left to do.
 * @throws KkrError `archive-newer` where a newer version of the program wrote it.
 */
export function migrate(database: DatabaseSync): void {
  if (versionOf(database) === SCHEMA_VERSION) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    if (version > SCHEMA_VERSION) {
      throw new KkrError(
        'archive-newer',
        `The archive has schema ${version}, this program knows ${SCHEMA_VERSION}. Update kkr-arkiv to open it.`,
      );
    }
    for (const migration of MIGRATIONS.slice(version)) {
      if (typeof migration === 'string') database.exec(migration);
      else migration(database);
    }
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  return typeof version === 'number' ? version : 0;
}
