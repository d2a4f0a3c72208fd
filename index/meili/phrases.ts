import type { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import type { Selection } from '../engine.ts';
import { equals, filterOf, oneOf, phraseQuery } from './filter.ts';

/** Meilisearch looks at no more words of a query. */
export const MOST_WORDS = 10;
/** Records looked through for one long phrase: few have all of its words. */
const MOST_RECORDS = 20_000;

const FIELDS = ['titleTerms', 'decisionTerms', 'textTerms', 'extraTerms', 'partTerms'] as const;
const TermsHit = z.object({
  key: z.string(),
  titleTerms: z.string(),
  decisionTerms: z.string(),
  textTerms: z.string(),
  extraTerms: z.string(),
  partTerms: z.string(),
});

/**
 * A selection as Meilisearch is asked for it: phrases as a query, unless they
 * have more words than it looks at; then the records that have them are found
 * here, among those that have all their words, and filtered by.
 */
export async function asked(
  client: Meilisearch,
  indexUid: string,
  selection: Selection,
): Promise<{ q: string; filter: string[] }> {
  const filter = filterOf(selection);
  const unwanted = selection.without.filter((terms) => terms.length > 1);
  if ([...selection.phrases, ...unwanted].flat().length <= MOST_WORDS) {
    return { q: phraseQuery(selection), filter };
  }
  const holders = async (terms: readonly string[]): Promise<string[]> => {
    const { results } = await client.multiSearch({
      queries: [
        {
          indexUid,
          filter: [...filter, ...[...new Set(terms)].map((term) => equals('terms', term))],
          limit: MOST_RECORDS,
          attributesToRetrieve: ['key', ...FIELDS],
        },
      ],
    });
    const phrase = ` ${terms.join(' ')} `;
    return (results[0]?.hits ?? [])
      .map((hit) => TermsHit.parse(hit))
      .filter((hit) => FIELDS.some((field) => ` ${hit[field]} `.includes(phrase)))
      .map((hit) => hit.key);
  };
  const wanted = await Promise.all(selection.phrases.map(holders));
  const refused = await Promise.all(unwanted.map(holders));
  return {
    q: '',
    filter: [
      ...filter,
      ...wanted.map((keys) => oneOf('key', keys)),
      ...refused.filter((keys) => keys.length > 0).map((keys) => `NOT ${oneOf('key', keys)}`),
    ],
  };
}
