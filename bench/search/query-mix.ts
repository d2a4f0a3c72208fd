import type { SearchQuery } from '../../core/search-index.ts';
import { seeded } from '../../fixtures/damage/random.ts';
import type { Generator } from './generate.ts';

/**
 * What readers ask, in shares of twenty: two times a very common word with all
 * facets, four times two common words, six times one rarer word, three times a
 * common and a rare one, and one each of a case number, a phrase, a misspelt
 * word, a filtered search and one sorted by date. 200 queries, none twice in a
 * row; nothing is kept between them.
 */
export function queryMix(generator: Generator, seed: number): SearchQuery[] {
  const random = seeded(seed + 2);
  const rare = () => generator.word(300 + random.below(20_000));
  const common = () =>
    random.pick(['kommunerne', 'indstilling', 'borgere', 'mødet', 'regionen', 'tilbud', 'sagen', 'år']);
  const plain = { filters: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
  const ask = (text: string): SearchQuery => ({ ...plain, text });
  const ofTwenty = (): SearchQuery[] => [
    ...Array.from({ length: 2 }, () => ask(random.pick(['kommuner', 'KKR']))),
    ...Array.from({ length: 4 }, () => ask(`${common()} ${common()}`)),
    ...Array.from({ length: 6 }, () => ask(rare())),
    ...Array.from({ length: 3 }, () => ask(`${common()} ${rare()}`)),
    ask(`SAG-${2010 + random.below(15)}-${String(random.below(3_000)).padStart(5, '0')}`),
    ask('"taget til efterretning"'),
    ask(misspelt(rare(), random.next())),
    { ...ask(common()), filters: { body: 'KKR Sjælland', year: 2015 + random.below(10) } },
    { ...ask(common()), sort: 'newest' },
  ];
  return Array.from({ length: 10 }, ofTwenty).flat();
}

/** Two letters in the middle change places. */
function misspelt(word: string, place: number): string {
  const at = 1 + Math.floor(place * Math.max(1, word.length - 3));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
