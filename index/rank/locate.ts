import type { Analyser } from '../analysis/analyser.ts';
import { tokenAround } from '../analysis/tokens.ts';
import type { Slot } from '../query/plan.ts';

/** A place in a text where something asked for stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Which slot of the plan. */
  readonly slot: number;
  /** 1 for the word itself; less for other spellings, and for a part of a longer word. */
  readonly grade: number;
}

export type Locator = (text: string) => Place[];

/** A hit in a part of a compound counts less than one of the whole word. */
const PART = 0.6;
/** In one text; a word that comes up more often tells nothing new. Of phrases most are strays. */
const MOST_PLACES = 200;
const MOST_IN_PHRASES = 5_000;

/**
 * Finds the places of a plan's words in original texts, quickly: as a stem is
 * how its word begins, only words that hold a stem's letters are analysed.
 */
export function createLocator(slots: readonly Slot[], analyser: Analyser): Locator {
  const wanted = wantedTerms(slots);
  if (wanted.size === 0) return () => [];
  const letters = [...wanted.keys()].map(spellingsOf).sort((a, b) => b.length - a.length);
  // Letters only, and the word around them by hand: a pattern for whole words would try every word of the text.
  const candidate = new RegExp(letters.join('|'), 'gi');
  const phrases = phrasesAmong(slots);
  const most = phrases.length > 0 ? MOST_IN_PHRASES : MOST_PLACES;
  return (text) => {
    const places: Place[] = [];
    candidate.lastIndex = 0;
    for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
      const token = tokenAround(text, found.index);
      if (!token) continue;
      candidate.lastIndex = Math.max(token.end, found.index + 1);
      const word = analyser.word(token.value);
      const at = { start: token.start, end: token.end };
      for (const { slot, grade } of wanted.get(word.term) ?? []) places.push({ ...at, slot, grade });
      for (const part of word.parts) {
        for (const { slot, grade } of wanted.get(part) ?? [])
          places.push({ ...at, slot, grade: grade * PART });
      }
      if (places.length > most) break;
    }
    return phrases.length > 0 ? withoutStrays(text, places, phrases) : places;
  };
}

/** The slots of each phrase, in order. */
function phrasesAmong(slots: readonly Slot[]): number[][] {
  const phrases = new Map<number, number[]>();
  for (const [slot, { phrase }] of slots.entries()) {
    if (phrase !== undefined) phrases.set(phrase, [...(phrases.get(phrase) ?? []), slot]);
  }
  return [...phrases.values()];
}

/** Of the words of a phrase only those that stand side by side as in it. */
function withoutStrays(text: string, places: readonly Place[], phrases: readonly number[][]): Place[] {
  const inPhrase = new Set<Place>();
  for (const phrase of phrases) {
    for (const [at, first] of places.entries()) {
      if (first.slot !== phrase[0]) continue;
      const run = [first];
      for (const next of places.slice(at + 1, at + 1 + 8 * phrase.length)) {
        const last = run.at(-1) ?? first;
        if (
          next.slot === phrase[run.length] &&
          next.grade === 1 &&
          next.start >= last.end &&
          !/[\p{L}\d]/u.test(text.slice(last.end, next.start))
        )
          run.push(next);
        if (run.length === phrase.length) break;
      }
      if (run.length === phrase.length) for (const place of run) inPhrase.add(place);
    }
  }
  const words = new Set(phrases.flat());
  return places.filter((place) => inPhrase.has(place) || !words.has(place.slot));
}

interface Wanted {
  readonly slot: number;
  readonly grade: number;
}

function wantedTerms(slots: readonly Slot[]): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  for (const [slot, { alternatives, weight }] of slots.entries()) {
    if (weight === 0) continue;
    for (const { terms, grade } of alternatives) {
      for (const term of terms)
        wanted.set(term, [...(wanted.get(term) ?? []), { slot, grade: grade / terms.length }]);
    }
  }
  return wanted;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/aa/g, '(?:å|aa)'],
  [/ae/g, '(?:æ|ae|ä)'],
  [/oe/g, '(?:ø|oe|ö)'],
];

/** A pattern for how a term may be written at the beginning of, or within, a word. */
function spellingsOf(term: string): string {
  if (/^\d/.test(term)) {
    return term
      .replaceAll('p', '\\.')
      .replaceAll('c', ',')
      .replace(/\d(?=(?:\d{3})+$)/g, '$&\\.?');
  }
  return SPELLINGS.reduce((pattern, [found, spelled]) => pattern.replace(found, spelled), term);
}
