import type { Analyser } from '../analysis/analyser.ts';
import { edits, forgivenEdits } from '../analysis/edits.ts';
import { bare } from '../analysis/fold.ts';
import type { Vocabulary, VocabularyWord } from '../engine.ts';
import { compoundsWith, partsInArchive } from './archive-compounds.ts';
import { synonymsOf } from './synonyms.ts';

/** One way of finding a word: all of these terms. */
export interface Alternative {
  readonly terms: readonly string[];
  /** 1 for the word itself, less for what may not be meant. */
  readonly grade: number;
  /** How many records have it, where that was looked up. */
  readonly count?: number;
}

interface Found {
  readonly alternatives: readonly Alternative[];
  readonly corrected: string | null;
}

const GRADES = { synonym: 0.9, parts: 0.8, begins: 0.8, within: 0.6, bare: 0.5, misspelt: 0.4 };
const MOST_BEGINNINGS = 40;
const MOST_CORRECTIONS = 3;
/** Below this a word is rare enough to ask whether another was meant. */
const LITTLE_FOUND = 2;

/**
 * All that counts as finding a typed word: itself in any inflection; compounds that
 * it was written apart from; synonyms;
 * words with the letters that the typist's keyboard lacks; and only where the
 * archive has nothing of that, its parts or words of nearly the same letters.
 */
export async function wordAlternatives(
  word: { readonly written: string; readonly prefix: boolean },
  own: readonly Alternative[],
  joined: readonly Alternative[],
  counts: ReadonlyMap<string, number>,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<Found> {
  const { folded } = analyser.word(word.written);
  const numeric = /\d/.test(folded);
  if (word.prefix) {
    const begun = await vocabulary.wordsFrom(folded, MOST_BEGINNINGS);
    return { alternatives: [...own, ...fromWords(begun, GRADES.begins, own)], corrected: null };
  }
  const synonyms = synonymsOf(folded).map((other) => ({
    terms: other.split(' ').map((part) => analyser.word(part).term),
    grade: GRADES.synonym,
  }));
  const spelled = numeric
    ? []
    : (await otherSpellings(folded, vocabulary)).filter((other) => other.folded !== folded);
  const within = numeric ? [] : await compoundsWith(folded, analyser, vocabulary);
  const alternatives = [
    ...own,
    ...joined,
    ...synonyms,
    ...fromWords(within, GRADES.within, own),
    ...fromWords(spelled, GRADES.bare, own),
    ...misread(folded, analyser),
  ];
  const found =
    own.some(({ terms }) => terms.every((term) => (counts.get(term) ?? 0) > 0)) ||
    joined.length + spelled.length + within.length > 0;
  if (found || numeric) return { alternatives, corrected: null };
  const near = await nearest(folded, vocabulary, 1);
  return {
    alternatives: [
      ...alternatives,
      ...(await knownParts(word.written, analyser, vocabulary)),
      ...fromWords(near, GRADES.misspelt, own),
    ],
    corrected: near[0]?.shown ?? null,
  };
}

/** The parts of a compound that the archive has only apart, or within other compounds. */
async function knownParts(
  written: string,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<Alternative[]> {
  const byDictionary = analyser.outerParts(written);
  const parts =
    byDictionary.length > 1
      ? byDictionary
      : await partsInArchive(analyser.word(written).folded, analyser, vocabulary);
  if (parts.length < 2) return [];
  const known = await vocabulary.counts(parts);
  if (!parts.every((part) => known.has(part))) return [];
  return [{ terms: parts, grade: GRADES.parts, count: Math.min(...known.values()) }];
}

/** Words that a typist without æ, ø and å may have meant. */
async function otherSpellings(folded: string, vocabulary: Vocabulary): Promise<readonly VocabularyWord[]> {
  return bare(folded) === folded ? vocabulary.bareWords(folded) : [];
}

/** Shorter words without their æ, ø and å are mostly others: "før" and "for". */
const SHORTEST_BARE = 6;

/** How a scanner that knows no Danish has read the word, unless that is another word: "stojhandtering". */
function misread(folded: string, analyser: Analyser): Alternative[] {
  const without = bare(folded);
  if (without === folded || without.length < SHORTEST_BARE || analyser.isWord(without)) return [];
  return [{ terms: [analyser.word(without).term], grade: GRADES.bare }];
}

/** A much commoner word of nearly the same letters, for "Mente du …?". */
export async function commonerSpelling(
  folded: string,
  count: number,
  vocabulary: Vocabulary,
): Promise<string | null> {
  if (count > LITTLE_FOUND) return null;
  const [first] = await nearest(folded, vocabulary, 10 * (count + 1));
  return first?.shown ?? null;
}

/** The words with fewest edits, the commonest first. */
async function nearest(folded: string, vocabulary: Vocabulary, atLeast: number): Promise<VocabularyWord[]> {
  const forgiven = forgivenEdits(folded);
  if (forgiven === 0) return [];
  const near = (await vocabulary.nearWords(folded, forgiven))
    .filter((word) => word.folded !== folded && word.count >= atLeast)
    .map((word) => ({ word, distance: edits(folded, word.folded, forgiven) }))
    .filter(({ distance }) => distance <= forgiven);
  const least = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === least)
    .map(({ word }) => word)
    .sort((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1))
    .slice(0, MOST_CORRECTIONS);
}

function fromWords(
  words: readonly VocabularyWord[],
  grade: number,
  own: readonly Alternative[],
): Alternative[] {
  const taken = new Set(own.flatMap((alternative) => alternative.terms));
  const alternatives: Alternative[] = [];
  for (const word of words) {
    if (taken.has(word.term)) continue;
    taken.add(word.term);
    alternatives.push({ terms: [word.term], grade, count: word.count });
  }
  return alternatives;
}
