/**
 * How Danish a string of letters looks: a trigram model of letters, learnt from
 * a list of words. Tells names and rare words from what only noise can spell.
 */
export interface Spelling {
  /** Natural logarithm of the probability of the letters, the end included. */
  logProbability(word: string): number;
}

const EDGE = '\u0002';
/** Every sign is possible, at the price of a draw from this many. */
const SIGNS = 60;
const DISCOUNT = 0.5;

export function createSpelling(words: readonly string[]): Spelling {
  const tables = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const sums = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const kinds = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const bump = (map: Map<string, number> | undefined, key: string): number => {
    const count = (map?.get(key) ?? 0) + 1;
    map?.set(key, count);
    return count;
  };
  for (const word of words) {
    const padded = `${EDGE}${EDGE}${word.toLowerCase()}${EDGE}`;
    for (let at = 2; at < padded.length; at++) {
      for (let order = 0; order < 3; order++) {
        const context = padded.slice(at - order, at);
        if (bump(tables[order], context + padded.charAt(at)) === 1) bump(kinds[order], context);
        bump(sums[order], context);
      }
    }
  }
  return {
    logProbability(word) {
      const padded = `${EDGE}${EDGE}${word.toLowerCase()}${EDGE}`;
      let sum = 0;
      for (let at = 2; at < padded.length; at++) {
        let probability = 1 / SIGNS;
        for (let order = 0; order < 3; order++) {
          const context = padded.slice(at - order, at);
          const total = sums[order]?.get(context) ?? 0;
          if (total === 0) break;
          const count = tables[order]?.get(context + padded.charAt(at)) ?? 0;
          const spread = (DISCOUNT * (kinds[order]?.get(context) ?? 0)) / total;
          probability = Math.max(count - DISCOUNT, 0) / total + spread * probability;
        }
        sum += Math.log(probability);
      }
      return sum;
    },
  };
}
