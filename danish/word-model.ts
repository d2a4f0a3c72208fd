/**
 * How often words follow one another: a trigram model with absolute
 * discounting, interpolated down to single words (Ney, Essen and Kneser, 1994).
 * Counts come from texts; what a model has never seen is the caller's to price.
 */
export interface WordCounts {
  /** Words in lower case, in a fixed order. */
  readonly words: string[];
  readonly unigrams: number[];
  /** Keys are `pairKey` and `tripleKey` of places in `words`. */
  readonly bigrams: Map<number, number>;
  readonly trigrams: Map<number, number>;
}

export const BOUNDARY = '<s>';
export const NUMBER = '<n>';
/** Any word that the vocabulary lacks. */
export const UNKNOWN = '<u>';

/** Room for ids in keys: three of them fit a double exactly. */
export const ID_LIMIT = 131_072;

export const pairKey = (a: number, b: number): number => a * ID_LIMIT + b;
export const tripleKey = (a: number, b: number, c: number): number => (a * ID_LIMIT + b) * ID_LIMIT + c;

export interface WordModel {
  /** The word's id, or that of UNKNOWN. */
  id(word: string): number;
  readonly boundary: number;
  readonly number: number;
  readonly unknown: number;
  count(word: string): number;
  /** Natural logarithm of the probability of `c` after `a b`; `alone` is the probability of c to fall back on. */
  logProbability(a: number, b: number, c: number, alone: number): number;
  /** Probability of a word by itself among seen words; 0 for the unseen. */
  probability(id: number): number;
  readonly counts: WordCounts;
}

const DISCOUNT = 0.6;

interface Totals {
  readonly sum: number;
  readonly kinds: number;
}

export function createWordModel(counts: WordCounts): WordModel {
  const ids = new Map(counts.words.map((word, at) => [word, at] as const));
  const idOf = (word: string): number => ids.get(word) ?? -1;
  const [boundary, number, unknown] = [BOUNDARY, NUMBER, UNKNOWN].map(idOf);
  if (boundary === undefined || number === undefined || unknown === undefined) throw new Error('Not a model');
  const total = counts.unigrams.reduce((sum, count) => sum + count, 0);
  const afterOne = followers(counts.bigrams);
  const afterTwo = followers(counts.trigrams);

  const given = (count: number, before: Totals | undefined, lower: number): number =>
    before === undefined
      ? lower
      : Math.max(count - DISCOUNT, 0) / before.sum + ((DISCOUNT * before.kinds) / before.sum) * lower;

  return {
    counts,
    boundary,
    number,
    unknown,
    id: (word) => ids.get(word) ?? unknown,
    count: (word) => counts.unigrams[idOf(word)] ?? 0,
    probability: (id) => (id === unknown ? 0 : (counts.unigrams[id] ?? 0) / total),
    logProbability(a, b, c, alone) {
      const two = given(counts.bigrams.get(pairKey(b, c)) ?? 0, afterOne.get(b), alone);
      const three = given(counts.trigrams.get(tripleKey(a, b, c)) ?? 0, afterTwo.get(pairKey(a, b)), two);
      return Math.log(three);
    },
  };
}

/** How often each context was followed by anything, and by how many different words. */
function followers(table: ReadonlyMap<number, number>): Map<number, Totals> {
  const totals = new Map<number, { sum: number; kinds: number }>();
  for (const [key, count] of table) {
    const context = Math.floor(key / ID_LIMIT);
    const known = totals.get(context);
    if (known) {
      known.sum += count;
      known.kinds++;
    } else totals.set(context, { sum: count, kinds: 1 });
  }
  return totals;
}
