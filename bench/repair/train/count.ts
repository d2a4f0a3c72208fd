import type { Lexicon } from '../../../danish/lexicon.ts';
import { COMPOUND_FIRST } from '../../../danish/lexicon-format.ts';
import { countText, emptyCounts, idsOf } from '../../../danish/word-counts.ts';
import type { WordCounts } from '../../../danish/word-model.ts';
import type { Word } from '../../../danish/words.ts';

/** Of the list's first words together about as many as a document has. */
const LIST_WEIGHT = 6000;

/** @param common words in the order of how often they are used */
export function countWords(
  texts: readonly string[],
  common: readonly string[],
  lexicon: Lexicon,
): WordCounts {
  const found = emptyCounts();
  const ids = idsOf(found);
  const listed = new Set(common);
  for (const text of texts)
    countText(found, ids, text, (word) => listed.has(word.text) || admits(lexicon, word));
  // The list is in the order of use: the n-th word gets the share that Zipf's law gives it.
  [...new Set(common.map((word) => word.toLowerCase()))].forEach((word, at) => {
    let id = ids.get(word);
    if (id === undefined) {
      id = found.words.push(word) - 1;
      found.unigrams.push(0);
      ids.set(word, id);
    }
    found.unigrams[id] = (found.unigrams[id] ?? 0) + Math.max(1, Math.round(LIST_WEIGHT / (at + 5)));
  });
  // What came together only once says little, and might be somebody's sentence.
  for (const [key, count] of found.trigrams) if (count < 2) found.trigrams.delete(key);
  return found;
}

/** Words of the language, abbreviations in capitals, halves of compounds: no names, no slips. */
function admits(known: Lexicon, word: Word): boolean {
  if (known.knows(word.text) || /^\p{Lu}{2,5}$/u.test(word.text)) return true;
  const number = word.hyphen ? known.automaton.find(word.text.toLowerCase()) : -1;
  return number >= 0 && (known.automaton.places(number) & COMPOUND_FIRST) !== 0;
}
