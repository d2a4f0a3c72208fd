import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import type { AnalysedWord, Analyser } from '../analysis/analyser.ts';
import { bare } from '../analysis/fold.ts';
import { distinctTerms, termsOf } from '../terms.ts';
import { PACKED, pack, packedRow, packFacts, unpack } from './packing.ts';
import { TERM_COLUMNS } from './schema.ts';

/** Writes records into one open index. Callers hold the transaction. */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #analyser: Analyser;
  readonly #statements: Statements;
  #counting: boolean;
  /** Words that the index is known to hold: far fewer are new than are met. */
  #knownWords = new WeakSet<AnalysedWord>();
  /** By how much the number of records of each term changed since it was written down. */
  readonly #changes = new Map<string, number>();

  /** Of the record written last. */
  #document: { sha256: string; number: number } | null = null;

  /** @param counting false to fill a new index faster: see startCounting. */
  constructor(db: DatabaseSync, analyser: Analyser, counting = true) {
    this.#counting = counting;
    this.#db = db;
    this.#analyser = analyser;
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
      this.#knownWords = new WeakSet();
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
      this.#documentNumber(record),
      packFacts(record),
      pack(record),
    );
    this.#statements.addTerms.run(row, ...TERM_COLUMNS.map((column) => terms[column].join(' ')));
    if (this.#counting) this.#count(distinctTerms(terms), 1);
    for (const word of terms.words) if (word.spelled && !this.#knownWords.has(word)) this.#note(word);
  }

  #remove(row: Record<string, SQLOutputValue>): void {
    const record = unpack(packedRow(row));
    if (this.#counting) this.#count(distinctTerms(termsOf(record, this.#analyser)), -1);
    this.#statements.removeTerms.run(Number(row.row));
    this.#statements.removeRecord.run(Number(row.row));
  }

  #documentNumber({ document: sha256, source }: SearchRecord): number {
    if (this.#document?.sha256 !== sha256) {
      this.#statements.addDocument.run(sha256, source);
      this.#document = { sha256, number: Number(this.#statements.numberOf.get(sha256)?.number) };
    }
    return this.#document.number;
  }

  #count(terms: Iterable<string>, by: number): void {
    for (const term of terms) this.#changes.set(term, (this.#changes.get(term) ?? 0) + by);
  }

  #note(word: AnalysedWord): void {
    this.#knownWords.add(word);
    const without = bare(word.folded);
    this.#statements.addWord.run(word.folded, word.term, without === word.folded ? null : without);
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
  addWord: 'INSERT OR IGNORE INTO word VALUES (?, ?, ?)',
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
    addWord: db.prepare(SQL.addWord),
    count: db.prepare(SQL.count),
    noteChange: db.prepare(SQL.noteChange),
  };
}
