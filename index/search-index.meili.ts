import type { SearchIndex, SearchQuery, SearchRecord, SearchResult } from '../core/search-index.ts';
import type { Analyser } from './analysis/analyser.ts';
import { openClient, orNullWithoutIndex, orUnavailable } from './meili/client.ts';
import { MeiliEngine } from './meili/engine.ts';
import type { IndexNames } from './meili/vocabulary.ts';
import { MeiliWriter } from './meili/writer.ts';
import { NOTHING } from './nothing.ts';
import { search } from './search.ts';

export interface MeiliOptions {
  readonly url: string;
  readonly key?: string | undefined;
  /** To search with in place of `key`; it needs the rights `search`, `stats.get` and `documents.get`. */
  readonly searchKey?: string | undefined;
  /** Beginning of the names of this archive's indexes, where several share a server. */
  readonly name?: string;
}

/**
 * The engine for many hosts: a Meilisearch server. Records and their words lie
 * in two indexes, which a rebuild fills anew under other names and swaps.
 */
export class MeiliSearchIndex implements SearchIndex {
  readonly #engine: MeiliEngine;
  readonly #writer: MeiliWriter;
  readonly #analyser: Analyser;

  constructor({ url, key, searchKey = key, name = 'kkr' }: MeiliOptions, analyser: Analyser) {
    const names: IndexNames = { records: `${name}-records`, words: `${name}-words` };
    this.#analyser = analyser;
    this.#engine = new MeiliEngine(openClient(url, searchKey), names);
    this.#writer = new MeiliWriter(openClient(url, key), names, analyser);
  }

  async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    await orUnavailable(() => this.#writer.replace(document, records));
  }

  async rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    await orUnavailable(() => this.#writer.rebuild(records));
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const result = await orUnavailable(() =>
      orNullWithoutIndex(() => search(this.#engine, this.#analyser, query)),
    );
    return result ?? NOTHING;
  }

  async stats(): Promise<{ engine: string; records: number }> {
    const records = await orUnavailable(() => orNullWithoutIndex(() => this.#engine.size()));
    return { engine: 'Meilisearch', records: records ?? 0 };
  }

  async close(): Promise<void> {}
}
