import { BOUNDARY, ID_LIMIT, NUMBER, pairKey, tripleKey, UNKNOWN, type WordCounts } from './word-model.ts';
import { type Word, wordsOf } from './words.ts';

export function emptyCounts(): WordCounts {
  return { words: [BOUNDARY, NUMBER, UNKNOWN], unigrams: [0, 0, 0], bigrams: new Map(), trigrams: new Map() };
}

/**
 * Adds the words of a text and their neighbours. `admits` says which words may
 * enter the vocabulary; the others count as unknown, so that a name learnt by
 * chance cannot be told from the model.
 */
export function countText(
  counts: WordCounts,
  ids: Map<string, number>,
  text: string,
  admits: (word: Word) => boolean,
): void {
  const add = (word: string): number => {
    let id = ids.get(word);
    if (id === undefined) {
      id = counts.words.length;
      if (id >= ID_LIMIT) return 2;
      ids.set(word, id);
      counts.words.push(word);
      counts.unigrams.push(0);
    }
    counts.unigrams[id] = (counts.unigrams[id] ?? 0) + 1;
    return id;
  };
  let [a, b] = [0, 0];
  for (const word of wordsOf(text)) {
    if (word.first) {
      add(BOUNDARY);
      [a, b] = [0, 0];
    }
    const lower = word.text.toLowerCase();
    const c = /^\p{N}+$/u.test(lower) ? add(NUMBER) : add(!word.fixed && admits(word) ? lower : UNKNOWN);
    const pair = pairKey(b, c);
    counts.bigrams.set(pair, (counts.bigrams.get(pair) ?? 0) + 1);
    const triple = tripleKey(a, b, c);
    counts.trigrams.set(triple, (counts.trigrams.get(triple) ?? 0) + 1);
    [a, b] = [b, c];
  }
}

/** A vocabulary's ids, as `countText` goes on with them. */
export function idsOf(counts: WordCounts): Map<string, number> {
  return new Map(counts.words.map((word, at) => [word, at] as const));
}
