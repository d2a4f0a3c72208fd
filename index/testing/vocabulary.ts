import type { Analyser } from '../analysis/analyser.ts';
import type { Vocabulary, VocabularyWord } from '../engine.ts';

/** The vocabulary of an archive in which each of these words, or terms, stands once. */
export function vocabularyOf(analyser: Analyser, ...words: string[]): Vocabulary {
  const all = words.map((word): VocabularyWord => {
    const { shown, folded, term } = analyser.word(word);
    return { shown, folded, term, count: 1 };
  });
  const having = (test: (word: VocabularyWord) => boolean) => Promise.resolve(all.filter(test));
  return {
    counts: (terms) =>
      Promise.resolve(new Map(all.filter((word) => terms.includes(word.term)).map((word) => [word.term, 1]))),
    size: () => Promise.resolve(10),
    bareWords: () => having(() => false),
    nearWords: () => having(() => false),
    wordsFrom: (prefix) => having((word) => word.folded.startsWith(prefix)),
    wordsTo: (suffix) => having((word) => word.folded.endsWith(suffix)),
  };
}
