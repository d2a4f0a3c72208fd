import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTables, INDEX_VERSION, startFilling, stopFilling } from './schema.ts';

/**
 * An index is one file, search-<generation>.sqlite; the file search.current
 * names the one that serves. A rebuild fills a new file and then changes that
 * name, so that readers of other processes go over to it with their next search.
 */
const POINTER = 'search.current';
const FILE = /^search-(\d+)-[0-9a-z]+\.sqlite$/;

/** Writers of several processes wait for each other up to this long, in milliseconds. */
const PATIENCE = 30_000;

export function currentFile(dataDir: string): string | null {
  try {
    const name = readFileSync(join(dataDir, POINTER), 'utf8').trim();
    return FILE.test(name) ? name : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A name that no other rebuild takes; later ones sort behind earlier ones. */
export function newFile(): string {
  return `search-${Date.now()}-${Math.random().toString(36).slice(2, 8)}.sqlite`;
}

export function createFile(dataDir: string, name: string): DatabaseSync {
  const db = startFile(dataDir, name);
  prepareForWriting(db);
  makeTables(db);
  return db;
}

/**
 * A file to be filled before it serves: a crash leaves a file that nobody
 * misses, so that nothing is written twice or waited for until `endFilling`.
 */
export function createForFilling(dataDir: string, name: string): DatabaseSync {
  const db = startFile(dataDir, name);
  db.exec(
    'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY',
  );
  makeTables(db);
  startFilling(db);
  return db;
}

/** What was filled becomes a file like others; see `settle`. */
export function endFilling(db: DatabaseSync): void {
  stopFilling(db);
  db.exec('PRAGMA incremental_vacuum; PRAGMA optimize');
  prepareForWriting(db);
}

/** Returns when all of a filled file is on the disk, so that it may serve. */
export function settle(dataDir: string, name: string): void {
  const file = openSync(join(dataDir, name), 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function startFile(dataDir: string, name: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, name), { timeout: PATIENCE });
  // Records fill pages of this size better than smaller ones; both must precede the first table.
  db.exec('PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL');
  return db;
}

function makeTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  createTables(db);
  db.exec('COMMIT');
}

export function openForWriting(dataDir: string, name: string): DatabaseSync {
  const db = new DatabaseSync(join(dataDir, name), { timeout: PATIENCE });
  prepareForWriting(db);
  return db;
}

function prepareForWriting(db: DatabaseSync): void {
  // A crash of the machine may cost the last changes, never the file; and the archive knows them.
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY',
  );
}

export function openForReading(dataDir: string, name: string): DatabaseSync {
  const db = new DatabaseSync(join(dataDir, name), { timeout: PATIENCE, readOnly: true });
  db.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 2000000000; PRAGMA temp_store = MEMORY');
  return db;
}

/** Whether a file was made by this version of the program. */
export function isCurrentVersion(db: DatabaseSync): boolean {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'version'").get();
  return row?.value === String(INDEX_VERSION);
}

/** Makes a file the one that serves, in one step. */
export function pointTo(dataDir: string, name: string): void {
  const draft = join(dataDir, `${POINTER}.${process.pid}`);
  writeFileSync(draft, `${name}\n`);
  renameSync(draft, join(dataDir, POINTER));
}

/**
 * Makes a file the one that serves unless another process was quicker.
 * @param previous what served before; null for the first file of all.
 */
export function pointFirst(dataDir: string, name: string, previous: string | null): boolean {
  if (previous !== null) {
    if (currentFile(dataDir) !== previous) return false;
    pointTo(dataDir, name);
    return true;
  }
  try {
    writeFileSync(join(dataDir, POINTER), `${name}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

export function isThere(dataDir: string, name: string): boolean {
  return existsSync(join(dataDir, name));
}

/** No rebuild takes longer; what was begun before and does not serve was left behind. In milliseconds. */
const LONGEST_REBUILD = 7 * 24 * 60 * 60_000;

/** Removes rebuilds that nobody can be at any more; younger ones may be being filled by someone else. */
export function removeLeftovers(dataDir: string, keep: string): void {
  for (const name of readdirSync(dataDir)) {
    const base = name.replace(/-(?:wal|shm)$/, '');
    const made = FILE.exec(base)?.[1];
    if (base === keep || made === undefined || Date.now() - Number(made) < LONGEST_REBUILD) continue;
    rmSync(join(dataDir, name), { force: true });
  }
}

/** Whoever still reads the file keeps it until it closes it. */
export function removeFile(dataDir: string, name: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, name + suffix), { force: true });
}
