import { availableParallelism } from 'node:os';
import type { SearchIndex, SearchQuery, SearchRecord, SearchResult } from '../core/search-index.ts';
import { batches } from './batches.ts';
import { Thread } from './fts5/thread.ts';

/** Records sent to a thread at a time: enough for FTS5 to write large pieces, few enough to hold several in memory. */
const BATCH = 1_000;
/** Threads that analyse what a rebuild writes. */
const PREPARING = Math.min(3, Math.max(1, availableParallelism() - 1));

/**
 * The embedded engine: SQLite FTS5 in a file beside the archive, read and
 * written by threads of its own, so that neither a long query nor a rebuild
 * holds up whoever calls. Any number of processes may use one folder.
 */
export class Fts5SearchIndex implements SearchIndex {
  readonly #dataDir: string;
  readonly #readers: Thread[] = [];
  readonly #mostReaders: number;
  #writer: Thread | null = null;
  #rebuilding: Promise<void> = Promise.resolve();

  constructor(dataDir: string, readers = Math.min(4, Math.max(1, availableParallelism() - 1))) {
    this.#dataDir = dataDir;
    this.#mostReaders = readers;
  }

  async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    await this.#writing().call('replace', { document, records });
  }

  async rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    const turn = this.#rebuilding.then(() => this.#rebuild(records));
    this.#rebuilding = turn.catch(() => undefined);
    await turn;
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    return this.#reading().call('search', query);
  }

  async stats(): Promise<{ engine: string; records: number }> {
    return { engine: 'SQLite FTS5', records: await this.#reading().call('size', null) };
  }

  async close(): Promise<void> {
    await Promise.all(
      [...this.#readers, ...(this.#writer ? [this.#writer] : [])].map((thread) => thread.close()),
    );
    this.#readers.length = 0;
    this.#writer = null;
  }

  /**
   * Analysing a record costs twice as much as writing it, so threads of their
   * own analyse the next batches while one is written and another is read.
   */
  async #rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    const writer = this.#writing();
    const preparing = Array.from({ length: PREPARING }, () => new Thread(this.#dataDir));
    await writer.call('startRebuild', null);
    let written: Promise<unknown> = Promise.resolve();
    const ahead: Promise<unknown>[] = [];
    try {
      let turn = 0;
      for await (const batch of batches(records, BATCH)) {
        const prepared = preparing[turn++ % PREPARING]?.call('prepare', batch) ?? [];
        written = Promise.all([prepared, written]).then(([ready]) => writer.call('addToRebuild', ready));
        // A failure comes out where the writing is waited for.
        written.catch(() => undefined);
        ahead.push(written);
        if (ahead.length > PREPARING + 1) await ahead.shift();
      }
      await written;
      await writer.call('finishRebuild', null);
    } catch (error) {
      await Promise.allSettled(ahead);
      await writer.call('abandonRebuild', null);
      throw error;
    } finally {
      await Promise.all(preparing.map((thread) => thread.close()));
    }
  }

  #writing(): Thread {
    this.#writer ??= new Thread(this.#dataDir);
    return this.#writer;
  }

  /** The reader with least to do; one more where all are busy and another may start. */
  #reading(): Thread {
    const [idlest] = this.#readers.toSorted((a, b) => a.pending - b.pending);
    if (idlest && (idlest.pending === 0 || this.#readers.length >= this.#mostReaders)) return idlest;
    const reader = new Thread(this.#dataDir);
    this.#readers.push(reader);
    return reader;
  }
}
