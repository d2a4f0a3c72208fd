import type { Meilisearch, Settings } from 'meilisearch';
import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import { batches } from '../batches.ts';
import { done, orNullWithoutIndex } from './client.ts';
import { type RecordDocument, toDocument, type WordDocument } from './documents.ts';
import { equals } from './filter.ts';
import { RECORD_SETTINGS, WORD_SETTINGS } from './settings.ts';
import type { IndexNames } from './vocabulary.ts';

/** Records sent at a time in a rebuild, and how many such batches Meilisearch may have before it. */
const BATCH = 1_000;
const AHEAD = 3;
/** More records than any one document has. */
const MOST_RECORDS = 100_000;
const Stored = z.object({ id: z.string() });

/** Writes records and words, and waits until Meilisearch has taken them in. */
export class MeiliWriter {
  readonly #client: Meilisearch;
  readonly #names: IndexNames;
  readonly #analyser: Analyser;
  /** By index of words: those sent by us. */
  readonly #sent = new Map<string, Set<string>>();
  #prepared: Promise<void> | null = null;

  constructor(client: Meilisearch, names: IndexNames, analyser: Analyser) {
    this.#client = client;
    this.#names = names;
    this.#analyser = analyser;
  }

  /**
   * New records go in with one task and only then stale ones are deleted, so that
   * a search in between misses nothing. A rebuild under way gets them too.
   */
  async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    this.#prepared ??= this.#prepare(this.#names);
    await this.#prepared.catch((error) => {
      this.#prepared = null;
      throw error;
    });
    const building = buildNames(this.#names);
    const isBuilding = await orNullWithoutIndex(() => this.#client.getRawIndex(building.records));
    for (const names of isBuilding ? [this.#names, building] : [this.#names]) {
      const before = await this.#idsOf(names, document);
      const kept = await this.#send(names, records);
      const stale = before.filter((id) => !kept.has(id));
      if (stale.length > 0) await done(this.#client.index(names.records).deleteDocuments(stale));
    }
  }

  async rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    const names = buildNames(this.#names);
    await this.#drop(names);
    await this.#prepare(names);
    const ahead: Promise<unknown>[] = [];
    try {
      for await (const batch of batches(records, BATCH)) {
        ahead.push(this.#send(names, batch));
        if (ahead.length >= AHEAD) await ahead.shift();
      }
      await Promise.all(ahead);
      await this.#prepare(this.#names);
      await done(
        this.#client.swapIndexes([
          { indexes: [names.records, this.#names.records], rename: false },
          { indexes: [names.words, this.#names.words], rename: false },
        ]),
      );
      // What was known of the old words says nothing of the new ones.
      this.#sent.clear();
    } finally {
      await Promise.allSettled(ahead);
      await this.#drop(names);
    }
  }

  async #send(names: IndexNames, records: readonly SearchRecord[]): Promise<Set<string>> {
    const documents: RecordDocument[] = [];
    const words: WordDocument[] = [];
    const sent = this.#sent.get(names.words) ?? new Set();
    this.#sent.set(names.words, sent);
    for (const record of records) {
      const { document, words: own } = toDocument(record, this.#analyser);
      documents.push(document);
      words.push(...own.filter((word) => !sent.has(word.folded)));
      for (const word of own) sent.add(word.folded);
    }
    const { records: recordIndex, words: wordIndex } = names;
    try {
      await Promise.all([
        ...(documents.length > 0 ? [done(this.#client.index(recordIndex).addDocuments(documents))] : []),
        ...(words.length > 0 ? [done(this.#client.index(wordIndex).addDocuments(words))] : []),
      ]);
    } catch (error) {
      sent.clear();
      throw error;
    }
    return new Set(documents.map((document) => document.id));
  }

  async #idsOf(names: IndexNames, document: string): Promise<string[]> {
    const { results } = await this.#client.index(names.records).getDocuments({
      filter: equals('document', document),
      fields: ['id'],
      limit: MOST_RECORDS,
    });
    return results.map((stored) => Stored.parse(stored).id);
  }

  /** Makes the indexes where they are missing, with their settings, which cost nothing where they are the same. */
  async #prepare(names: IndexNames): Promise<void> {
    await this.#prepareOne(names.records, RECORD_SETTINGS);
    await this.#prepareOne(names.words, WORD_SETTINGS);
  }

  async #prepareOne(uid: string, settings: Settings): Promise<void> {
    const known = await orNullWithoutIndex(() => this.#client.getRawIndex(uid));
    if (!known) await done(this.#client.createIndex(uid, { primaryKey: 'id' }));
    await done(this.#client.index(uid).updateSettings(settings));
  }

  async #drop(names: IndexNames): Promise<void> {
    this.#sent.delete(names.words);
    for (const uid of [names.records, names.words]) {
      const known = await orNullWithoutIndex(() => this.#client.getRawIndex(uid));
      if (known) await done(this.#client.deleteIndex(uid));
    }
  }
}

function buildNames({ records, words }: IndexNames): IndexNames {
  return { records: `${records}-building`, words: `${words}-building` };
}
