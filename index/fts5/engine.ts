import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Engine, FindRequest, Found, Selection } from '../engine.ts';
import { Candidates } from './candidates.ts';
import { Columns } from './columns.ts';
import { countFacets, countGroups } from './facet-counts.ts';
import { Postings } from './postings.ts';
import { rowsIn, sizeOf } from './row-set.ts';
import { filterOf, selectRows } from './select.ts';
import { UnpackedRecords } from './unpacked-records.ts';
import { Fts5Vocabulary } from './vocabulary.ts';

/** Finds records in one open FTS5 file. Sees each change of the file as a whole. */
export class Fts5Engine extends Fts5Vocabulary implements Engine {
  readonly #db: DatabaseSync;
  readonly #columns = new Columns();
  readonly #postings: Postings;
  readonly #candidates: Candidates;
  readonly #version: StatementSync;
  readonly #unpacked: UnpackedRecords;
  #seen = -1;

  constructor(db: DatabaseSync) {
    super(db);
    this.#db = db;
    this.#postings = new Postings(db);
    this.#candidates = new Candidates(db, this.#columns, this.#postings);
    this.#version = db.prepare('PRAGMA data_version');
    this.#unpacked = new UnpackedRecords(db);
  }

  async size(): Promise<number> {
    this.#refresh();
    return sizeOf(this.#columns.live);
  }

  async find({ selection, ...wanted }: FindRequest): Promise<Found> {
    // One reading of the file for all of it, so that a writer in between is not half seen.
    this.#db.exec('BEGIN');
    try {
      this.#refresh();
      const rows = this.#select(selection);
      return {
        total: countGroups(rows, this.#columns),
        facets: countFacets(rows, this.#columns),
        facetsExact: true,
        records: this.#records(this.#candidates.rows({ ...wanted, selection, rows })),
      };
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  #refresh(): void {
    const version = Number(this.#version.get()?.data_version ?? 0);
    if (version === this.#seen) return;
    this.#columns.catchUp(this.#db);
    this.#seen = version;
  }

  #select(selection: Selection): Uint32Array {
    const rows = rowsIn(selectRows(selection, this.#postings, this.#columns));
    const passes = filterOf(selection.filters, this.#columns);
    return passes ? rows.filter(passes) : rows;
  }

  #records(rows: Uint32Array): SearchRecord[] {
    return [...rows].flatMap((row) => this.#unpacked.get(row) ?? []);
  }
}
