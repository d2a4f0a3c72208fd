import type { Meilisearch } from 'meilisearch';
import type { Vocabulary, VocabularyWord } from '../engine.ts';
import { SpellingList } from '../spelling-list.ts';
import { WordHit } from './documents.ts';
import { equals, oneOf } from './filter.ts';

export interface IndexNames {
  readonly records: string;
  readonly words: string;
}

const PAGE = 20_000;

/** The words of a Meilisearch index, kept in a second index of their own. */
export class MeiliVocabulary implements Vocabulary {
  readonly client: Meilisearch;
  readonly names: IndexNames;
  #spelling: SpellingList | null = null;
  #sorted: string[] = [];
  #spellingWords = 0;

  constructor(client: Meilisearch, names: IndexNames) {
    this.client = client;
    this.names = names;
  }

  async counts(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    if (terms.length === 0) return counts;
    const queries = terms.map((term) => ({
      indexUid: this.names.records,
      filter: equals('terms', term),
      page: 1,
      hitsPerPage: 0,
    }));
    const { results } = await this.client.multiSearch({ queries });
    for (const [index, term] of terms.entries()) {
      const count = results[index]?.totalHits ?? 0;
      if (count > 0) counts.set(term, count);
    }
    return counts;
  }

  async size(): Promise<number> {
    return (await this.client.index(this.names.records).getStats()).numberOfDocuments;
  }

  async bareWords(bare: string): Promise<VocabularyWord[]> {
    return this.#words(equals('bare', bare), 10);
  }

  async wordsFrom(prefix: string, limit: number): Promise<VocabularyWord[]> {
    await this.#spellings();
    const begun = this.#sorted.slice(
      lowerBound(this.#sorted, prefix),
      lowerBound(this.#sorted, `${prefix}\u{ffff}`),
    );
    return begun.length === 0 ? [] : this.#words(oneOf('folded', begun.slice(0, 1_000)), limit);
  }

  async wordsTo(suffix: string, limit: number): Promise<VocabularyWord[]> {
    const ending = (await this.#spellings()).endingIn(suffix);
    return ending.length === 0 ? [] : this.#words(oneOf('folded', ending.slice(0, 1_000)), limit);
  }

  async nearWords(folded: string, edits: number): Promise<VocabularyWord[]> {
    const near = (await this.#spellings()).near(folded, edits);
    return near.length === 0 ? [] : this.#words(oneOf('folded', near), near.length);
  }

  async #words(filter: string, limit: number): Promise<VocabularyWord[]> {
    const { hits } = await this.client.index(this.names.words).search('', { filter, limit: 1_000 });
    const words = hits.map((hit) => WordHit.parse(hit));
    const counts = await this.counts([...new Set(words.map((word) => word.term))]);
    return words
      .map((word) => ({ ...word, count: counts.get(word.term) ?? 0 }))
      .filter((word) => word.count > 0)
      .sort((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1))
      .slice(0, limit);
  }

  /** All words in memory, fetched again when there are noticeably more. */
  async #spellings(): Promise<SpellingList> {
    const index = this.client.index(this.names.words);
    const words = (await index.getStats()).numberOfDocuments;
    if (this.#spelling && words >= this.#spellingWords && words <= this.#spellingWords * 1.01 + 20)
      return this.#spelling;
    const all: string[] = [];
    for (let offset = 0; offset < words; offset += PAGE) {
      const { results } = await index.getDocuments({
        offset,
        limit: PAGE,
        fields: ['folded', 'term', 'shown'],
      });
      for (const word of results) all.push(WordHit.parse(word).folded);
    }
    this.#sorted = all.sort();
    this.#spelling = new SpellingList(all);
    this.#spellingWords = words;
    return this.#spelling;
  }
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
