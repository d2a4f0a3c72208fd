import type {
  FacetCount,
  FacetName,
  SearchFilters,
  SearchQuery,
  SearchRecord,
} from '../core/search-index.ts';

/**
 * What an engine does for index/search.ts: keep records under their terms and
 * find them again. The analysis of texts and queries, the order of hits and
 * their snippets are ours, so that engines differ in scale only.
 */
export interface Engine extends Vocabulary {
  find(request: FindRequest): Promise<Found>;
}

/** Which records are meant: terms that a record has or has not, wherever in it. */
export type Match =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Match[] };

export interface Selection {
  /** Null: every record. */
  readonly match: Match | null;
  /** Terms that follow each other within one field. */
  readonly phrases: readonly (readonly string[])[];
  /** Terms, or phrases, that a record must not have. */
  readonly without: readonly (readonly string[])[];
  readonly filters: RecordFilters;
}

/** Filters as a record answers to them: a case in the forms in which the archive keeps its number. */
export interface RecordFilters extends Omit<SearchFilters, 'case'> {
  readonly cases?: readonly string[];
}

export interface FindRequest {
  readonly selection: Selection;
  readonly sort: SearchQuery['sort'];
  /**
   * Groups to hand over at most: by relevance the likeliest ones, by date exactly the
   * first ones. With a greater limit the same come first, and more follow.
   */
  readonly limit: number;
  /** What to prefer where more is found than `limit`, most telling first. */
  readonly terms: readonly string[];
}

export interface Found {
  /** Groups that have a record in the selection. */
  readonly total: number;
  /** Groups that have a record of that value in the selection. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Whether the facets are counted group by group, and not at least so many. */
  readonly facetsExact: boolean;
  /** Records of the selection, group by group, of each group up to `mostOfGroup`. */
  readonly records: readonly SearchRecord[];
}

/** Records of one group to hand over at most: a long appendix has its word on every page. */
export function mostOfGroup(groups: number): number {
  return Math.max(4, Math.min(40, Math.floor(400 / Math.max(1, groups))));
}

/** The words and terms of all records. */
export interface Vocabulary {
  /** How many records have each term; absent where none has. */
  counts(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  size(): Promise<number>;
  /** Words of which nothing else is left without æ, ø and å. */
  bareWords(bare: string): Promise<readonly VocabularyWord[]>;
  /** Words at most that many edits away. */
  nearWords(folded: string, edits: number): Promise<readonly VocabularyWord[]>;
  /** Words that begin so, the commonest first. */
  wordsFrom(prefix: string, limit: number): Promise<readonly VocabularyWord[]>;
  /** Longer words that end so, the commonest first. */
  wordsTo(suffix: string, limit: number): Promise<readonly VocabularyWord[]>;
}

export interface VocabularyWord {
  /** As the archive writes it, in lower case. */
  readonly shown: string;
  readonly folded: string;
  readonly term: string;
  /** Records that have it; may lag behind. */
  readonly count: number;
}
