import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import { bare } from '../analysis/fold.ts';
import { factsOf } from '../facts.ts';
import { distinctTerms, termsOf } from '../terms.ts';
import { PACKED, pack, packedRow, unpack } from './packing.ts';
import { TERM_COLUMNS } from './schema.ts';

/** Writes records into one open index. Callers hold the transaction. */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #statements: Statements;
  /** Words that the index is known to hold: far fewer are new than are met. */
  readonly #knownWords = new Set<string>();
  /** By how much the number of records of each term changed since it was written down. */
  readonly #changes = new Map<string, number>();

  /** Of the record written last. */
  #document: { sha256: string; number: number } | null = null;

  constructor(db: DatabaseSync, analyser: Analyser) {
    this.#db = db;
    this.#analyser = analyser;
    this.#statements = prepare(db);
  }

  /**
   * Runs a change of the index as a whole or not at all.
   * @param counting whether to bring the counts of terms up to date too, or leave it to a later transaction.
   */
  transaction(change: () => void, counting = true): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      change();
      if (counting) this.#flushCounts();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#changes.clear();
      this.#knownWords.clear();
      this.#document = null;
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Removes what the index holds of a document. */
  removeDocument(document: string): void {
    for (const row of this.#statements.ofDocument.all(document)) this.#remove(row);
    this.#statements.noteChange.run(document);
  }

  add(record: SearchRecord): void {
    const before = this.#statements.byId.get(record.id);
    if (before) this.#remove(before);
    const terms = termsOf(record, this.#analyser);
    const { lastInsertRowid: row } = this.#statements.addRecord.run(
      record.id,
      this.#documentNumber(record.document),
      JSON.stringify(factsOf(record)),
      pack(record),
    );
    this.#statements.addTerms.run(row, ...TERM_COLUMNS.map((column) => terms[column].join(' ')));
    this.#count(distinctTerms(terms), 1);
    for (const [folded, term] of terms.words) this.#note(folded, term);
  }

  #remove(row: Record<string, SQLOutputValue>): void {
    const record = unpack(packedRow(row));
    this.#count(distinctTerms(termsOf(record, this.#analyser)), -1);
    this.#statements.removeTerms.run(Number(row.row));
    this.#statements.removeRecord.run(Number(row.row));
  }

  #documentNumber(sha256: string): number {
    if (this.#document?.sha256 !== sha256) {
      this.#statements.addDocument.run(sha256);
      this.#document = { sha256, number: Number(this.#statements.numberOf.get(sha256)?.number) };
    }
    return this.#document.number;
  }

  #count(terms: Iterable<string>, by: number): void {
    for (const term of terms) this.#changes.set(term, (this.#changes.get(term) ?? 0) + by);
  }

  #note(folded: string, term: string): void {
    if (this.#knownWords.has(folded)) return;
    this.#knownWords.add(folded);
    const without = bare(folded);
    this.#statements.addWord.run(folded, term, without === folded ? null : without);
  }

  #flushCounts(): void {
    for (const [term, by] of this.#changes) if (by !== 0) this.#statements.count.run(term, by);
    this.#changes.clear();
  }
}

type Statements = Readonly<Record<keyof typeof SQL, StatementSync>>;

const SQL = {
  ofDocument: `SELECT ${PACKED} WHERE sha256 = ?`,
  byId: `SELECT ${PACKED} WHERE id = ?`,
  addDocument: 'INSERT OR IGNORE INTO document (sha256, changed) VALUES (?, 0)',
  numberOf: 'SELECT number FROM document WHERE sha256 = ?',
  addRecord: 'INSERT INTO record (id, document, facts, packed) VALUES (?, ?, ?, ?)',
  addTerms: `INSERT INTO terms (rowid, ${TERM_COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
  removeTerms: 'DELETE FROM terms WHERE rowid = ?',
  removeRecord: 'DELETE FROM record WHERE row = ?',
  addWord: 'INSERT OR IGNORE INTO word VALUES (?, ?, ?)',
  count: 'INSERT INTO term VALUES (?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records',
  noteChange: `INSERT INTO document (sha256, changed) VALUES (?, (SELECT coalesce(max(changed), 0) + 1 FROM document))
    ON CONFLICT (sha256) DO UPDATE SET changed = excluded.changed`,
} as const;

function prepare(db: DatabaseSync): Statements {
  return {
    ofDocument: db.prepare(SQL.ofDocument),
    byId: db.prepare(SQL.byId),
    addDocument: db.prepare(SQL.addDocument),
    numberOf: db.prepare(SQL.numberOf),
    addRecord: db.prepare(SQL.addRecord),
    addTerms: db.prepare(SQL.addTerms),
    removeTerms: db.prepare(SQL.removeTerms),
    removeRecord: db.prepare(SQL.removeRecord),
    addWord: db.prepare(SQL.addWord),
    count: db.prepare(SQL.count),
    noteChange: db.prepare(SQL.noteChange),
  };
}
