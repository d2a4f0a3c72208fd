import type { DatabaseSync } from 'node:sqlite';
import type { SearchQuery, SearchResult } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import { NOTHING } from '../nothing.ts';
import { search } from '../search.ts';
import { Fts5Engine } from './engine.ts';
import { currentFile, isCurrentVersion, openForReading } from './files.ts';

/** Answers queries from whatever file serves at the moment. */
export class ReadSide {
  readonly #dataDir: string;
  readonly #analyser: Analyser;
  #open: { name: string; db: DatabaseSync; engine: Fts5Engine } | null = null;

  constructor(dataDir: string, analyser: Analyser) {
    this.#dataDir = dataDir;
    this.#analyser = analyser;
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const engine = this.#engine();
    return engine ? search(engine, this.#analyser, query) : NOTHING;
  }

  async size(): Promise<number> {
    return (await this.#engine()?.size()) ?? 0;
  }

  close(): void {
    this.#open?.db.close();
    this.#open = null;
  }

  #engine(): Fts5Engine | null {
    const name = currentFile(this.#dataDir);
    if (name === this.#open?.name) return this.#open.engine;
    this.close();
    if (name === null) return null;
    const db = openForReading(this.#dataDir, name);
    if (!isCurrentVersion(db)) {
      // A newer program's index, or an older one's that is yet to be made anew.
      db.close();
      return null;
    }
    this.#open = { name, db, engine: new Fts5Engine(db) };
    return this.#open.engine;
  }
}
