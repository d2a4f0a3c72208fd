import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import { distinctTerms, termsOf } from '../terms.ts';
import { PACKED, packedRow, unpack } from './packing.ts';
import { type PreparedRecord, Preparer, preparedTerms } from './prepare.ts';
import { TERM_COLUMNS } from './schema.ts';

/** Writes records into one open index. Callers hold the transaction. */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #preparer: Preparer;
  readonly #statements: Statements;
  #counting: boolean;
  /** By how much the number of records of each term changed since it was written down. */
  readonly #changes = new Map<string, number>();

  /** Of the record written last. */
  #document: { sha256: string; number: number } | null = null;

  /** @param counting false to fill a new index faster: see startCounting. */
  constructor(db: DatabaseSync, analyser: Analyser, counting = true) {
    this.#counting = counting;
    this.#db = db;
    this.#analyser = analyser;
    this.#preparer = new Preparer(analyser);
    this.#statements = prepare(db);
  }

  /** Counts the records of all terms anew and from now on keeps them counted; before, nothing is counted. */
  startCounting(): void {
    this.transaction(() => {
      this.#db.exec(COUNT_ALL);
    });
    this.#counting = true;
  }

  /** Runs a change of the index as a whole or not at all. */
  transaction(change: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      change();
      this.#flushCounts();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#changes.clear();
      this.#preparer.startAnew();
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
    this.addPrepared(this.#preparer.prepare(record));
  }

  addPrepared(record: PreparedRecord): void {
    const before = this.#statements.byId.get(record.id);
    if (before) this.#remove(before);
    const { id, facts, packed, columns } = record;
    const { lastInsertRowid: row } = this.#statements.addRecord.run(
      id,
      this.#documentNumber(record),
      facts,
      packed,
    );
    this.#statements.addTerms.run(row, ...columns);
    if (this.#counting) this.#count(preparedTerms(record), 1);
    for (const word of record.words) {
      this.#statements.addWord.run(word.folded, word.term, word.bare, word.shown);
    }
  }

  #remove(row: Record<string, SQLOutputValue>): void {
    const record = unpack(packedRow(row));
    if (this.#counting) this.#count(distinctTerms(termsOf(record, this.#analyser)), -1);
    this.#statements.removeTerms.run(Number(row.row));
    this.#statements.removeRecord.run(Number(row.row));
    this.#statements.noteRemoval.run(Number(row.row));
  }

  #documentNumber({ document: sha256, source }: Pick<PreparedRecord, 'document' | 'source'>): number {
    if (this.#document?.sha256 !== sha256) {
      this.#statements.addDocument.run(sha256, source);
      this.#document = { sha256, number: Number(this.#statements.numberOf.get(sha256)?.number) };
    }
    return this.#document.number;
  }

  #count(terms: Iterable<string>, by: number): void {
    for (const term of terms) this.#changes.set(term, (this.#changes.get(term) ?? 0) + by);
  }

  #flushCounts(): void {
    for (const [term, by] of this.#changes) if (by !== 0) this.#statements.count.run(term, by);
    this.#changes.clear();
  }
}

/** FTS5's own list of terms tells the number of rows of each. */
const COUNT_ALL = `
  CREATE VIRTUAL TABLE temp.terms_counted USING fts5vocab('main', 'terms', 'row');
  DELETE FROM term;
  INSERT INTO term SELECT term, doc FROM terms_counted;
  DROP TABLE temp.terms_counted;
`;

type Statements = Readonly<Record<keyof typeof SQL, StatementSync>>;

const SQL = {
  ofDocument: `SELECT ${PACKED} WHERE sha256 = ?`,
  byId: `SELECT ${PACKED} WHERE id = ?`,
  addDocument: `INSERT INTO document (sha256, source, changed) VALUES (?, ?, 0)
    ON CONFLICT (sha256) DO UPDATE SET source = excluded.source`,
  numberOf: 'SELECT number FROM document WHERE sha256 = ?',
  addRecord: 'INSERT INTO record (id, document, facts, packed) VALUES (?, ?, ?, ?)',
  addTerms: `INSERT INTO terms (rowid, ${TERM_COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
  removeTerms: 'DELETE FROM terms WHERE rowid = ?',
  removeRecord: 'DELETE FROM record WHERE row = ?',
  noteRemoval: 'INSERT INTO removal (row) VALUES (?)',
  addWord: 'INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?)',
  count: 'INSERT INTO term VALUES (?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records',
  noteChange: `INSERT INTO document (sha256, source, changed) VALUES (?, '', (SELECT coalesce(max(changed), 0) + 1 FROM document))
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
    noteRemoval: db.prepare(SQL.noteRemoval),
    addWord: db.prepare(SQL.addWord),
    count: db.prepare(SQL.count),
    noteChange: db.prepare(SQL.noteChange),
  };
}
