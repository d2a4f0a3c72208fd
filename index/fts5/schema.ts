import type { DatabaseSync } from 'node:sqlite';

/** Counts up with every change of the tables or of the analysis: an index of another version is made anew. */
export const INDEX_VERSION = 8;

/** The columns of terms; `parts` holds what stands within words, and the terms for numbers and dates. */
export const TERM_COLUMNS = ['title', 'decision', 'text', 'extra', 'parts'] as const;

/**
 * Records are kept compressed, for snippets and ranking; their terms stand in
 * an FTS5 table without text of its own, analysed by us. What is filtered and
 * counted by stands in `facts`, narrow enough to be held in memory. Rows are
 * never changed, only added and deleted, and their numbers never used again;
 * `removal` lists the deleted ones, for readers that hold them in memory. A
 * document's `changed` counts up over all documents with each replacement.
 */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE record (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL,
    facts TEXT NOT NULL,
    packed BLOB NOT NULL
  );
  CREATE TABLE removal (number INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL);
  CREATE INDEX record_document ON record (document);
  CREATE TABLE document (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL, changed INTEGER NOT NULL);
  CREATE INDEX document_changed ON document (changed);
  CREATE VIRTUAL TABLE terms USING fts5(${TERM_COLUMNS.join(', ')}, content='', contentless_delete=1, tokenize='ascii');
  CREATE TABLE term (term TEXT PRIMARY KEY, records INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE word (folded TEXT PRIMARY KEY, term TEXT NOT NULL, bare TEXT, shown TEXT) WITHOUT ROWID;
  CREATE INDEX word_bare ON word (bare) WHERE bare IS NOT NULL;
`;

export function createTables(db: DatabaseSync): void {
  db.exec(TABLES);
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('version', String(INDEX_VERSION));
}

/** While a file is filled its terms are written in large pieces, and joined once at the end. */
export function startFilling(db: DatabaseSync): void {
  setOption(db, 'hashsize', 32 * 2 ** 20);
  setOption(db, 'automerge', 0);
  setOption(db, 'crisismerge', 1_900);
}

/** Back to FTS5's own settings, which are for small changes. */
export function stopFilling(db: DatabaseSync): void {
  db.exec("INSERT INTO terms(terms) VALUES ('optimize')");
  setOption(db, 'hashsize', 2 ** 20);
  setOption(db, 'automerge', 4);
  setOption(db, 'crisismerge', 16);
}

function setOption(db: DatabaseSync, name: 'hashsize' | 'automerge' | 'crisismerge', value: number): void {
  db.exec(`INSERT INTO terms(terms, rank) VALUES ('${name}', ${value})`);
}
