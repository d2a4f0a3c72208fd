import type { Settings } from 'meilisearch';

const SEARCHED = ['titleTerms', 'decisionTerms', 'textTerms', 'extraTerms', 'partTerms'];

/**
 * How Meilisearch keeps records. What matches is decided by `terms`, the terms
 * of our own analysis, as a filter; the searchable attributes hold the same
 * terms in order, for phrases and for the order among very many records.
 * Therefore Meilisearch's own ideas of typos, prefixes, stop words and synonyms
 * are off: they are part of the analysis that both engines share.
 */
export const RECORD_SETTINGS = {
  searchableAttributes: SEARCHED,
  displayedAttributes: ['id', 'key', 'written', 'record', 'facts', ...SEARCHED],
  filterableAttributes: [
    {
      attributePatterns: ['terms', 'document', 'group', 'key'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['body', 'kind', 'type', 'case', 'outcome', 'municipality'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['date', 'year', 'written'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['date'],
  rankingRules: ['sort', 'words', 'proximity', 'attribute', 'exactness', 'date:desc'],
  proximityPrecision: 'byWord',
  typoTolerance: { enabled: false, disableOnNumbers: true },
  prefixSearch: 'disabled',
  stopWords: [],
  synonyms: {},
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['dan'] }],
  // Where there are more values than that, the commonest are the ones to show.
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 10_000_000 },
  facetSearch: false,
} satisfies Settings;

/** The words of all records, for spelling; looked up by their letters, never searched. */
export const WORD_SETTINGS = {
  searchableAttributes: ['folded'],
  displayedAttributes: ['folded', 'term', 'shown'],
  filterableAttributes: ['folded', 'bare'],
  rankingRules: ['words'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  pagination: { maxTotalHits: 10_000_000 },
  facetSearch: false,
} satisfies Settings;
