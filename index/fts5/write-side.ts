import type { DatabaseSync } from 'node:sqlite';
import { KkrError } from '../../core/errors.ts';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import * as files from './files.ts';
import { PACKED, packedRow, unpack } from './packing.ts';
import type { PreparedRecord } from './prepare.ts';
import { Writer } from './writer.ts';

interface OpenFile {
  readonly name: string;
  readonly db: DatabaseSync;
  readonly writer: Writer;
}

/** Changes the file that serves, and fills new ones. */
export class WriteSide {
  readonly #dataDir: string;
  readonly #analyser: Analyser;
  #open: OpenFile | null = null;
  /** `from` served when the rebuild began, and had seen `since` changes. */
  #building: (OpenFile & { from: string; since: number }) | null = null;

  constructor(dataDir: string, analyser: Analyser) {
    this.#dataDir = dataDir;
    this.#analyser = analyser;
  }

  replace(document: string, records: readonly SearchRecord[]): void {
    for (;;) {
      const { writer, name } = this.#current();
      let moved = false;
      writer.transaction(() => {
        // Checked under the lock: a rebuild in another process changes the name while it holds the same lock.
        moved = files.currentFile(this.#dataDir) !== name;
        if (moved) return;
        writer.removeDocument(document);
        for (const record of records) writer.add(record);
      });
      if (!moved) return;
    }
  }

  startRebuild(): void {
    this.abandonRebuild();
    const current = this.#currentOrNew();
    const name = files.newFile();
    const db = files.createForFilling(this.#dataDir, name);
    const since = lastChange(current.db);
    this.#building = { name, db, writer: new Writer(db, this.#analyser, false), from: current.name, since };
  }

  addToRebuild(records: readonly PreparedRecord[]): void {
    const { writer } = this.#underConstruction();
    writer.transaction(() => {
      for (const record of records) writer.addPrepared(record);
    });
  }

  /**
   * Brings over what was replaced meanwhile, and lets the new file serve; unless
   * another rebuild finished first, whose file is as new as this one.
   */
  finishRebuild(): void {
    const building = this.#underConstruction();
    building.writer.startCounting();
    files.endFilling(building.db);
    if (files.isThere(this.#dataDir, building.name)) files.settle(this.#dataDir, building.name);
    const old = this.#current();
    let serves = false;
    old.writer.transaction(() => {
      // Checked under the lock that every rebuild of this folder takes before it changes the name.
      serves =
        old.name === building.from &&
        files.currentFile(this.#dataDir) === building.from &&
        files.isThere(this.#dataDir, building.name);
      if (!serves) return;
      this.#bringOver(old, building);
      files.pointTo(this.#dataDir, building.name);
    });
    if (!serves) {
      this.abandonRebuild();
      return;
    }
    old.db.close();
    building.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#open = { name: building.name, db: building.db, writer: building.writer };
    this.#building = null;
    files.removeFile(this.#dataDir, old.name);
    files.removeLeftovers(this.#dataDir, building.name);
  }

  /** Copies the documents that were replaced in the old file since the rebuild began. */
  #bringOver(old: OpenFile, building: OpenFile & { since: number }): void {
    const changed = old.db.prepare('SELECT sha256 FROM document WHERE changed > ?').all(building.since);
    const kept = old.db.prepare(`SELECT ${PACKED} WHERE sha256 = ? ORDER BY record.row`);
    building.writer.transaction(() => {
      for (const { sha256 } of changed) {
        building.writer.removeDocument(String(sha256));
        for (const row of kept.iterate(String(sha256))) building.writer.add(unpack(packedRow(row)));
      }
    });
  }

  abandonRebuild(): void {
    if (!this.#building) return;
    this.#building.db.close();
    files.removeFile(this.#dataDir, this.#building.name);
    this.#building = null;
  }

  close(): void {
    this.abandonRebuild();
    this.#open?.db.close();
    this.#open = null;
  }

  #underConstruction(): OpenFile & { from: string; since: number } {
    if (!this.#building) throw new Error('No rebuild was started');
    return this.#building;
  }

  /** The file that serves, made where there is none or an older program's. */
  #current(): OpenFile {
    const name = files.currentFile(this.#dataDir);
    if (this.#open && this.#open.name === name) return this.#open;
    this.#open?.db.close();
    this.#open = null;
    this.#open = (name !== null && this.#openExisting(name)) || this.#create(name);
    return this.#open;
  }

  /** For a rebuild, which is the way out of a damaged index too: an empty one takes its place. */
  #currentOrNew(): OpenFile {
    try {
      return this.#current();
    } catch {
      this.#open = this.#create(files.currentFile(this.#dataDir));
      return this.#open;
    }
  }

  #openExisting(name: string): OpenFile | null {
    const db = files.openForWriting(this.#dataDir, name);
    if (files.isCurrentVersion(db)) return { name, db, writer: new Writer(db, this.#analyser) };
    db.close();
    return null;
  }

  /** Makes an empty index; where another process was quicker, its index is taken. */
  #create(previous: string | null): OpenFile {
    const name = files.newFile();
    const db = files.createFile(this.#dataDir, name);
    if (files.pointFirst(this.#dataDir, name, previous)) {
      return { name, db, writer: new Writer(db, this.#analyser) };
    }
    db.close();
    files.removeFile(this.#dataDir, name);
    const theirs = files.currentFile(this.#dataDir);
    const open = theirs === null ? null : this.#openExisting(theirs);
    if (!open) throw new KkrError('search-unavailable', `No search index could be made in ${this.#dataDir}`);
    return open;
  }
}

function lastChange(db: DatabaseSync): number {
  return Number(db.prepare('SELECT coalesce(max(changed), 0) AS last FROM document').get()?.last ?? 0);
}
