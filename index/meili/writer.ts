import type { Meilisearch, Settings } from 'meilisearch';
import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import type { Analyser } from '../analysis/analyser.ts';
import { batches } from '../batches.ts';
import { type Build, buildsAmong, newBuild } from './builds.ts';
import { done, orNullWithoutIndex } from './client.ts';
import { keyOf, type RecordDocument, toDocument, type WordDocument } from './documents.ts';
import { equals, oneOf } from './filter.ts';
import { RECORD_SETTINGS, WORD_SETTINGS } from './settings.ts';
import type { IndexNames } from './vocabulary.ts';

/** Records sent at a time in a rebuild, and how many such batches Meilisearch may have before it. */
const BATCH = 1_000;
const AHEAD = 3;
/** More records than any one document has. */
const MOST_RECORDS = 100_000;
/** More records than are replaced while one rebuild runs. */
const MOST_REPLACED = 10_000_000;
const MOST_INDEXES = 10_000;
/** Records of an older version bear no time. */
const Written = z.object({ written: z.number().default(0) });
const Keyed = z.object({ key: z.string() });
const Replaced = z.object({ id: z.string() });

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
   * New records go in with one task and only then older ones are deleted, so that
   * a search in between misses nothing. A rebuild under way gets them too, and
   * first: if it is swapped in between, what follows goes to what serves then.
   */
  async replace(document: string, records: readonly SearchRecord[]): Promise<void> {
    this.#prepared ??= this.#prepare(this.#names);
    await this.#prepared.catch((error) => {
      this.#prepared = null;
      throw error;
    });
    for (const build of (await this.#builds()).underWay) await this.#replaceInBuild(build, document, records);
    await this.#replaceIn(this.#names, document, records);
  }

  async rebuild(records: AsyncIterable<SearchRecord>): Promise<void> {
    for (const build of (await this.#builds()).leftBehind) await this.#drop(build);
    const build = newBuild(this.#names);
    const ahead: Promise<unknown>[] = [];
    try {
      await this.#prepare(build);
      for await (const batch of batches(records, BATCH)) {
        ahead.push(this.#send(build, batch, build.started));
        if (ahead.length >= AHEAD) await ahead.shift();
      }
      await Promise.all(ahead);
      await this.#deleteOutdated(build);
      await this.#prepare(this.#names);
      await done(
        this.#client.swapIndexes([
          { indexes: [build.records, this.#names.records], rename: false },
          { indexes: [build.words, this.#names.words], rename: false },
        ]),
      );
      // What was known of the old words says nothing of the new ones.
      this.#sent.clear();
    } finally {
      await Promise.allSettled(ahead);
      await this.#drop(build);
    }
  }

  async #replaceIn(
    names: IndexNames,
    document: string,
    records: readonly SearchRecord[],
    after = 0,
  ): Promise<void> {
    // Ids of records may pass from one document to another.
    const same = [equals('document', document), oneOf('key', records.map(keyOf))].join(' OR ');
    const { results } = await this.#client.index(names.records).getDocuments({
      filter: same,
      fields: ['written'],
      limit: MOST_RECORDS,
    });
    // Newer than all that is there, though another host's clock may be ahead.
    const before = results.map((kept) => Written.parse(kept).written);
    const written = before.reduce(
      (latest, one) => Math.max(latest, one + 1),
      Math.max(Date.now(), after + 1),
    );
    await this.#send(names, records, written);
    if (results.length === 0) return;
    await done(
      this.#client
        .index(names.records)
        .deleteDocuments({ filter: `(${same}) AND NOT written >= ${written}` }),
    );
  }

  /** That a rebuild ends meanwhile is no failure. */
  async #replaceInBuild(build: Build, document: string, records: readonly SearchRecord[]): Promise<void> {
    if (!(await this.#isPrepared(build))) return;
    try {
      await done(this.#client.index(build.replaced).addDocuments([{ id: document }]));
      await this.#replaceIn(build, document, records, build.started);
    } catch (error) {
      if (await this.#isPrepared(build)) throw error;
      // Meilisearch makes an index anew for whoever writes to one that is gone.
      await this.#drop(build);
    }
  }

  /** Deletes what the rebuild had read of documents before they were replaced. */
  async #deleteOutdated(build: Build): Promise<void> {
    const all = { limit: MOST_REPLACED };
    const { results: replaced } = await this.#client.index(build.replaced).getDocuments(all);
    const { results: newer } = await this.#client
      .index(build.records)
      .getDocuments({ ...all, filter: `written > ${build.started}`, fields: ['key'] });
    const outdated = [
      ...slices(replaced).map((some) =>
        oneOf(
          'document',
          some.map((one) => Replaced.parse(one).id),
        ),
      ),
      ...slices(newer).map((some) =>
        oneOf(
          'key',
          some.map((one) => Keyed.parse(one).key),
        ),
      ),
    ];
    for (const some of outdated) {
      const filter = `${some} AND written = ${build.started}`;
      await done(this.#client.index(build.records).deleteDocuments({ filter }));
    }
  }

  async #builds(): Promise<ReturnType<typeof buildsAmong>> {
    const { results } = await this.#client.getRawIndexes({ limit: MOST_INDEXES });
    return buildsAmong(
      results.map((index) => index.uid),
      this.#names,
    );
  }

  async #send(names: IndexNames, records: readonly SearchRecord[], written: number): Promise<void> {
    const documents: RecordDocument[] = [];
    const words: WordDocument[] = [];
    const sent = this.#sent.get(names.words) ?? new Set();
    this.#sent.set(names.words, sent);
    for (const record of records) {
      const { document, words: own } = toDocument(record, this.#analyser, written);
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
  }

  /** Makes the indexes where they are missing, with their settings, which cost nothing where they are the same. */
  async #prepare(names: IndexNames | Build): Promise<void> {
    // Before the records' index, by which others see that a rebuild is under way.
    if ('replaced' in names) await this.#prepareOne(names.replaced, {});
    await this.#prepareOne(names.words, WORD_SETTINGS);
    await this.#prepareOne(names.records, RECORD_SETTINGS);
  }

  async #prepareOne(uid: string, settings: Settings): Promise<void> {
    const known = await orNullWithoutIndex(() => this.#client.getRawIndex(uid));
    if (!known) await done(this.#client.createIndex(uid, { primaryKey: 'id' }));
    await done(this.#client.index(uid).updateSettings(settings));
  }

  /** Whether a rebuild's indexes are there with their settings, and not only for having been written to. */
  async #isPrepared(build: Build): Promise<boolean> {
    const settings = await orNullWithoutIndex(() => this.#client.index(build.records).getSettings());
    return (settings?.filterableAttributes ?? []).length > 0;
  }

  async #drop(build: Build): Promise<void> {
    this.#sent.delete(build.words);
    for (const uid of [build.records, build.words, build.replaced]) {
      const known = await orNullWithoutIndex(() => this.#client.getRawIndex(uid));
      if (known) await done(this.#client.deleteIndex(uid));
    }
  }
}

function slices<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / BATCH);
  return Array.from({ length: count }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
}
