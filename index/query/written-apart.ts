import type { Analyser } from '../analysis/analyser.ts';
import { STOP_WORDS } from '../analysis/stop-words.ts';
import type { Vocabulary } from '../engine.ts';
import type { Alternative } from './alternatives.ts';
import { LINKS } from './archive-compounds.ts';
import type { SettledWord } from './settle.ts';

/** Nearly the word itself: "køle skabet" asks for a køleskab. */
const GRADE = 0.8;
/** Of how many words a compound is put together: "arbejds markeds råd". */
const MOST_WORDS = 3;
/** "i dag" and "til syn" are no compounds that someone took apart. */
const SHORTEST = 3;

/**
 * Compounds of the archive that a query has written as words of their own, as
 * English has it; by the place of each word of the query. The dictionary is not asked,
 * as it takes apart only what it has a reason to: "køleskab" is no kind of "skab"
 * to it, and "midtvejsregulering" no word at all.
 */
export async function writtenApart(
  words: readonly SettledWord[],
  analyser: Analyser,
  vocabulary: Pick<Vocabulary, 'counts'>,
): Promise<ReadonlyMap<number, readonly Alternative[]>> {
  const candidates = [...windows(words)].flatMap(({ from, written }) =>
    joined(written).map((compound) => ({ from, length: written.length, term: analyser.word(compound).term })),
  );
  const counts = await vocabulary.counts([...new Set(candidates.map(({ term }) => term))]);
  const found = new Map<number, Alternative[]>();
  for (const { from, length, term } of candidates) {
    const count = counts.get(term) ?? 0;
    if (count === 0) continue;
    for (let at = from; at < from + length; at++) {
      const others = found.get(at) ?? [];
      if (others.some(({ terms }) => terms[0] === term)) continue;
      found.set(at, [...others, { terms: [term], grade: GRADE, count }]);
    }
  }
  return found;
}

/** Two or three words that follow each other and may be parts of one. */
function* windows(words: readonly SettledWord[]): Generator<{ from: number; written: string[] }> {
  for (const from of words.keys()) {
    const written: string[] = [];
    for (const word of words.slice(from, from + MOST_WORDS)) {
      if (!mayBePart(word)) break;
      written.push(word.written);
      if (written.length > 1) yield { from, written: [...written] };
    }
  }
}

function mayBePart(word: SettledWord): word is Extract<SettledWord, { kind: 'word' }> {
  if (word.kind !== 'word' || word.prefix || word.written.length < SHORTEST) return false;
  return /^\p{L}+$/u.test(word.written) && !STOP_WORDS.has(word.written.toLowerCase());
}

/** The words as one, with and without what may link them. */
function joined(written: readonly string[]): string[] {
  return written.reduce<string[]>(
    (beginnings, word) =>
      beginnings.length === 0
        ? [word.toLowerCase()]
        : beginnings.flatMap((beginning) => LINKS.map((link) => beginning + link + word.toLowerCase())),
    [],
  );
}
