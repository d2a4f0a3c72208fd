import type { Analyser } from '../analysis/analyser.ts';
import { stem } from '../analysis/stem.ts';
import type { Vocabulary, VocabularyWord } from '../engine.ts';

/** Shorter ends of words are endings and chance: "plan" in "planet". */
const SHORTEST_PART = 4;
const MOST_COMPOUNDS = 20;
/** What may stand between the words of a compound. */
export const LINKS = ['', 's', 'e'];

/**
 * Compounds that no dictionary can take apart, since a name or a new word is in
 * them, and the archive can: each part is a word of its texts or of the
 * dictionary. The analysis knows only the dictionary, as a text is analysed
 * when the archive has yet to see most of its words.
 */

/**
 * Words of the archive that have a name or new word as their first or last part:
 * "Femernforbindelsen" for "Femern", "Gudenåkomitéen" for "Gudenåen". A name of the
 * dictionary is no part of another one: "Syddanmark" is no kind of "Danmark".
 */
export async function compoundsWith(
  folded: string,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<VocabularyWord[]> {
  const isName = analyser.isName(folded);
  if (folded.length < SHORTEST_PART || (analyser.isWord(folded) && !isName)) return [];
  const stemmed = stem(folded);
  const beginnings = stemmed.length >= SHORTEST_PART ? [...new Set([folded, stemmed])] : [folded];
  const begun = await Promise.all(
    beginnings.map(async (beginning) => {
      const words = await vocabulary.wordsFrom(beginning, MOST_COMPOUNDS);
      return words.map((word) => ({
        word,
        rests: LINKS.flatMap((link) => afterwards(word.folded, beginning + link)),
      }));
    }),
  );
  const own = analyser.word(folded).term;
  const others = [
    ...begun.flat(),
    ...(await vocabulary.wordsTo(folded, MOST_COMPOUNDS)).map((word) => ({
      word,
      rests: LINKS.flatMap((link) => beforehand(word.folded, link + folded)),
    })),
  ]
    .filter(({ word }) => !isName || !analyser.isWord(word.folded))
    .filter(({ word }) => word.term !== own && !analyser.word(word.folded).parts.includes(own));
  const rests = [...new Set(others.flatMap((other) => other.rests))];
  const terms = new Map(rests.map((rest) => [rest, analyser.word(rest).term]));
  const known = await vocabulary.counts([...new Set(terms.values())]);
  const isKnown = (rest: string) => analyser.isWord(rest) || known.has(terms.get(rest) ?? '');
  return [
    ...new Map(
      others.filter((other) => other.rests.some(isKnown)).map(({ word }) => [word.folded, word]),
    ).values(),
  ];
}

/**
 * The two parts of a typed compound that the archive knows apart, as terms;
 * where it may be cut in several places, the longer first part. Empty for none,
 * and where both are in the dictionary, which then had its reasons not to cut.
 */
export async function partsInArchive(
  folded: string,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<string[]> {
  const cuts: { first: string; second: string }[] = [];
  for (let at = folded.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const second = analyser.word(folded.slice(at)).term;
    for (const link of LINKS) {
      const first = folded.slice(0, at - link.length);
      if (first.length < SHORTEST_PART || folded.slice(first.length, at) !== link) continue;
      if (isPlainWord(first, analyser) && isPlainWord(folded.slice(at), analyser)) continue;
      cuts.push({ first: analyser.word(first).term, second });
    }
  }
  const terms = [...new Set(cuts.flatMap(({ first, second }) => [first, second]))];
  const known = await vocabulary.counts(terms);
  const found = cuts.find(({ first, second }) => known.has(first) && known.has(second));
  return found ? [found.first, found.second] : [];
}

/** What the dictionary would have cut at, had it wanted to. */
function isPlainWord(word: string, analyser: Analyser): boolean {
  return analyser.isWord(word) && !analyser.isName(word);
}

function afterwards(word: string, beginning: string): string[] {
  const rest = word.slice(beginning.length);
  return word.startsWith(beginning) && rest.length >= SHORTEST_PART ? [rest] : [];
}

function beforehand(word: string, end: string): string[] {
  const rest = word.slice(0, word.length - end.length);
  return word.endsWith(end) && rest.length >= SHORTEST_PART ? [rest] : [];
}
