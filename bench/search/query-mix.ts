import type { SearchQuery } from '../../core/search-index.ts';
import { seeded } from '../../fixtures/damage/random.ts';
import type { Generator } from './generate.ts';
import { fictionalSentences } from './vocabulary.ts';

/** What readers ask, in shares of twenty; 200 queries. */
export const MIX =
  'Of twenty queries two are a word of a third or more of all records, four are two common words, six one rarer word, three a common and a rare one, and one each is a case number, a phrase of three words, a misspelt word, a filtered search and one sorted by date; all with all facets. Twenty are asked before the clock starts.';

export function queryMix(generator: Generator, seed: number): SearchQuery[] {
  const random = seeded(seed + 2);
  const rare = () => generator.word(300 + random.below(20_000));
  const common = () =>
    random.pick(['kommunerne', 'indstilling', 'borgere', 'mødet', 'regionen', 'tilbud', 'sagen', 'år']);
  const phrases = fictionalSentences()
    .filter((words) => words.length > 5)
    .map((words) => `"${words.slice(2, 5).join(' ')}"`);
  const plain = { filters: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
  const ask = (text: string): SearchQuery => ({ ...plain, text });
  const ofTwenty = (): SearchQuery[] => [
    ...Array.from({ length: 2 }, () => ask(random.pick(['kommuner', 'KKR']))),
    ...Array.from({ length: 4 }, () => ask(`${common()} ${common()}`)),
    ...Array.from({ length: 6 }, () => ask(rare())),
    ...Array.from({ length: 3 }, () => ask(`${common()} ${rare()}`)),
    ask(`SAG-${2010 + random.below(15)}-${String(random.below(3_000)).padStart(5, '0')}`),
    ask(phrases[random.below(phrases.length)] ?? ''),
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
