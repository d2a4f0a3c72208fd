import type { DatabaseSync } from 'node:sqlite';
import type { Vocabulary, VocabularyWord } from '../engine.ts';
import { SpellingList } from '../spelling-list.ts';

/** The words of an FTS5 index, kept in two tables of their own beside it. */
export class Fts5Vocabulary implements Omit<Vocabulary, 'size'> {
  readonly #db: DatabaseSync;
  #spelling: SpellingList | null = null;
  #spellingWords = 0;
  #spellingSeen = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async counts(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const find = this.#db.prepare('SELECT records FROM term WHERE term = ? AND records > 0');
    const counts = new Map<string, number>();
    for (const term of terms) {
      const row = find.get(term);
      if (row) counts.set(term, Number(row.records));
    }
    return counts;
  }

  async bareWords(bare: string): Promise<VocabularyWord[]> {
    return this.#words(
      `SELECT ${COLUMNS} WHERE bare = ? AND records > 0 ORDER BY records DESC LIMIT 10`,
      bare,
    );
  }

  async wordsFrom(prefix: string, limit: number): Promise<VocabularyWord[]> {
    const sql = `SELECT ${COLUMNS} WHERE folded >= ? AND folded < ? AND records > 0 ORDER BY records DESC, folded LIMIT ?`;
    return this.#words(sql, prefix, `${prefix}\u{ffff}`, limit);
  }

  async wordsTo(suffix: string, limit: number): Promise<VocabularyWord[]> {
    const words = this.#spellings()
      .endingIn(suffix)
      .flatMap((word) => this.#words(EXACTLY, word));
    return words.sort((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1)).slice(0, limit);
  }

  async nearWords(folded: string, edits: number): Promise<VocabularyWord[]> {
    const near = this.#spellings().near(folded, edits);
    return near.flatMap((word) => this.#words(EXACTLY, word));
  }

  /** All words in memory, read again when there are noticeably more; that is looked at every few seconds. */
  #spellings(): SpellingList {
    if (this.#spelling && performance.now() - this.#spellingSeen < SPELLING_LASTS) return this.#spelling;
    this.#spellingSeen = performance.now();
    const words = Number(this.#db.prepare('SELECT count(*) AS words FROM word').get()?.words ?? 0);
    if (!this.#spelling || words > this.#spellingWords * 1.01 + 20 || words < this.#spellingWords) {
      const rows = this.#db.prepare('SELECT folded FROM word').iterate();
      this.#spelling = new SpellingList(rows.map((row) => String(row.folded)));
      this.#spellingWords = words;
    }
    return this.#spelling;
  }

  #words(sql: string, ...parameters: (string | number)[]): VocabularyWord[] {
    const rows = this.#db.prepare(sql).all(...parameters);
    return rows.map((row) => ({
      folded: String(row.folded),
      shown: String(row.shown),
      term: String(row.term),
      count: Number(row.records),
    }));
  }
}

/** Counting the words takes longer than looking among them. Milliseconds. */
const SPELLING_LASTS = 5_000;
const COLUMNS = 'folded, term, coalesce(shown, folded) AS shown, records FROM word JOIN term USING (term)';
const EXACTLY = `SELECT ${COLUMNS} WHERE folded = ? AND records > 0`;
