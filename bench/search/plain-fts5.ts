import { DatabaseSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Ranking } from './ranking.ts';

/**
 * FTS5 as one would use it without a thought for Danish: its own tokenizer,
 * bm25, all words first and any word where none has all.
 */
export function openPlainFts5(records: readonly SearchRecord[]): Ranking {
  const db = new DatabaseSync(':memory:');
  db.exec(
    'CREATE VIRTUAL TABLE plain USING fts5(title, decision, recommendation, text, extra, number, casenumber, date)',
  );
  const add = db.prepare(
    'INSERT INTO plain (rowid, title, decision, recommendation, text, extra, number, casenumber, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [row, record] of records.entries()) {
    const { title, decision, recommendation, text, extra, number, caseNumber, date } = record;
    add.run(row, title, decision, recommendation, text, extra, number, caseNumber, date);
  }
  const find = db.prepare('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 100');
  return {
    search: async (query) => {
      const words = query.match(/"[^"]+"|[\p{L}\p{N}]+/gu) ?? [];
      const quoted = words.map((word) => (word.startsWith('"') ? word : `"${word}"`));
      const all = find.all(quoted.join(' '));
      const rows = all.length > 0 ? all : find.all(quoted.join(' OR '));
      return rows.flatMap(({ rowid }) => records[Number(rowid)] ?? []);
    },
    close: async () => db.close(),
  };
}
