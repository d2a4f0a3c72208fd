import type { DatabaseSync } from 'node:sqlite';
import { KkrError } from '../../core/errors.ts';
import { records } from './migrations/001-records.ts';
import { withheld } from './migrations/002-withheld.ts';
import { taughtWords } from './migrations/003-taught-words.ts';
import { closedAndAnchors } from './migrations/004-closed.ts';
import { earlierReadings } from './migrations/005-repaired-by.ts';

type Migration = string | ((database: DatabaseSync) => void);

/** In the order in which they came to be; what was released is never edited, only followed. */
const MIGRATIONS: readonly Migration[] = [records, withheld, taughtWords, closedAndAnchors, earlierReadings];

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings the archive to the newest schema, forward only. SQLite's `user_version`
 * counts the migrations done; all that are missing run in one transaction, and a
 * second process that opens the archive at the same time finds nothing left to do.
 * @throws KkrError `archive-newer` where a newer version of the program wrote it,
 * `archive-unavailable` where it is a database of some other program.
 */
export function migrate(database: DatabaseSync): void {
  // Before anything is written: what is not ours stays as it is.
  const found = versionOf(database);
  if (found === SCHEMA_VERSION && pragma(database, 'application_id') === APPLICATION) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of MIGRATIONS.slice(versionOf(database))) {
      if (typeof migration === 'string') database.exec(migration);
      else migration(database);
    }
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; PRAGMA application_id = ${APPLICATION}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Which schema the archive has; 0 where it is to be made. */
function versionOf(database: DatabaseSync): number {
  const version = pragma(database, 'user_version');
  refuseOthers(database, version);
  if (version <= SCHEMA_VERSION) return version;
  throw new KkrError(
    'archive-newer',
    `The archive has schema ${version}, this program knows ${SCHEMA_VERSION}. Update kkr-arkiv to open it.`,
  );
}

/** "KKRa" in ASCII, in the head of the file, where `file` and SQLite's own tools find it. */
const APPLICATION = 0x4b4b5261;

/** Archives from before the mark was set are known by their tables. */
function refuseOthers(database: DatabaseSync, version: number): void {
  const application = pragma(database, 'application_id');
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const isEmpty = tables.length === 0;
  const hasOurs = version > 0 && tables.some(({ name }) => name === 'page_sketch');
  if (application === APPLICATION || (application === 0 && (isEmpty || hasOurs))) return;
  throw new KkrError('archive-unavailable', 'The file archive.sqlite is no archive of kkr-arkiv.');
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
}
