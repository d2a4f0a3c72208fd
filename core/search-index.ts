import type { BodyName, DocumentKind, Outcome } from './vocabulary.ts';

/**
 * What can be found. An index holds nothing of its own: it is filled from the
 * archive and can be thrown away.
 *
 * Promised by every engine: the same records and the same query give the same
 * hits in nearly the same order (index/search-index.contract.ts says how near),
 * the same totals and the same facet counts; a search sees whole documents, as
 * `replace` is atomic for one document; case numbers match exactly whatever
 * their notation.
 */
export interface SearchIndex {
  /** Puts a document's records in place of those it had before; none removes it. */
  replace(document: string, records: readonly SearchRecord[]): Promise<void>;
  /** Fills a new index from `records` while the old one serves, then swaps. */
  rebuild(records: AsyncIterable<SearchRecord>): Promise<void>;
  /** Throws `search-unavailable`. */
  search(query: SearchQuery): Promise<SearchResult>;
  stats(): Promise<{ engine: string; records: number }>;
  close(): Promise<void>;
}

/** One item, or one page of an appendix or of a document without items. */
export interface SearchRecord {
  /** Item id, or attachment or page id with the page number: unique in the index. */
  readonly id: string;
  /** Id of the page to open: item, appendix or document. */
  readonly target: string;
  /**
   * Records of one group are shown as one hit and counted once: the pages of one
   * appendix with the item they belong to, and near-identical texts.
   */
  readonly group: string;
  /** SHA-256 of the document the text was read from. */
  readonly document: string;
  /** That document's file name. */
  readonly source: string;
  readonly kind: DocumentKind;
  readonly body: BodyName | null;
  readonly date: string | null;
  readonly meetingId: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly type: string | null;
  readonly caseNumber: string | null;
  readonly outcomes: readonly Outcome[];
  readonly municipalities: readonly string[];
  readonly recommendation: string;
  readonly decision: string;
  /** Sections other than recommendation and decision, or the page's text. */
  readonly text: string;
  /** Titles of attachments, names of caseworkers. */
  readonly extra: string;
  /** Words as they stood before repair, so that both spellings are found. */
  readonly unrepaired: string;
  /** Page to open in the original: the first. */
  readonly page: number;
  /** Where in its texts further pages begin, in order. */
  readonly pageStarts: readonly PageStart[];
  /** 1 for a text layer, below that for OCR: of two copies the more legible one is shown. */
  readonly legibility: number;
}

/** From `start` on, an offset in UTF-16 code units, `field` stands on `page`. */
export interface PageStart {
  readonly field: 'recommendation' | 'decision' | 'text';
  readonly start: number;
  readonly page: number;
}

export interface SearchFilters {
  readonly body?: BodyName;
  readonly year?: number;
  readonly kind?: DocumentKind;
  readonly type?: string;
  readonly outcome?: Outcome;
  readonly municipality?: string;
  /** Any notation. */
  readonly case?: string;
  /** ISO dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

export interface SearchQuery {
  /** As typed. Empty finds everything that the filters let through. */
  readonly text: string;
  readonly filters: SearchFilters;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly offset: number;
  readonly limit: number;
}

export interface SearchResult {
  /** Groups found, as are the counts of the facets. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** False where the counts of facets are at least as given: an engine need not count great results one by one. */
  readonly facetsExact: boolean;
  /** "Mente du …?", where little was found. */
  readonly suggestion: string | null;
}

export type FacetName = 'body' | 'year' | 'kind' | 'type' | 'outcome' | 'municipality' | 'case';

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchHit
  extends Pick<
    SearchRecord,
    | 'source'
    | 'document'
    | 'kind'
    | 'body'
    | 'date'
    | 'meetingId'
    | 'number'
    | 'title'
    | 'type'
    | 'caseNumber'
    | 'outcomes'
  > {
  /** Id of what to open: `SearchRecord.target`. */
  readonly id: string;
  /** Page of the original on which the match stands. */
  readonly page: number;
  /** Original text around the match, in pieces so that no markup is pasted into text. */
  readonly snippet: readonly SnippetPiece[];
  /** Where the match stands. */
  readonly foundIn: 'title' | 'recommendation' | 'decision' | 'text' | 'attachments' | 'case' | null;
  /** Greater is better; comparable within one result only. */
  readonly score: number;
  /** Further pages of the same document in this hit's group that the query found, ascending. */
  readonly morePages: readonly number[];
  /** Records of other documents in this hit's group that the query found. */
  readonly duplicates: readonly { id: string; source: string; page: number }[];
}

export interface SnippetPiece {
  readonly text: string;
  readonly match: boolean;
}
