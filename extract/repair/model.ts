import { Automaton } from '../../danish/automaton.ts';
import { buildAutomaton } from '../../danish/automaton-builder.ts';
import type { Lexicon } from '../../danish/lexicon.ts';
import { ALONE, COMPOUND_FIRST, CORE, GENERAL } from '../../danish/lexicon-format.ts';
import { createSpelling } from '../../danish/spelling.ts';
import type { WordModel } from '../../danish/word-model.ts';
import type { Confusion } from './confusions.ts';

/** What repair knows, read from files or learnt from an archive's own texts. */
export interface RepairModel {
  /** Changes with every change of data, so that a repair can be told to be of an older model. */
  readonly version: string;
  readonly lexicon: Lexicon;
  readonly words: WordModel;
  /** Words of the model that the dictionary lacks: terms and abbreviations of the domain. */
  readonly terms: Automaton;
  readonly confusions: readonly Confusion[];
  /** Common words of English, which stands in Danish texts unannounced. */
  readonly english: ReadonlySet<string>;
  /** Log probability of a word by itself, in the form in which the dictionary has it. */
  price(form: string, places: number): number;
  /** Log probability of a form as part of a compound. */
  partPrice(form: string, places: number): number;
  /** Log probability of a string that no dictionary has: a name, a slip, a piece of noise. */
  strangerPrice(word: string): number;
}

/**
 * How much of running text falls to words that the model has not seen, shared
 * out among the dictionary's words by how general their use is. The shares are
 * those of a held-out agenda.
 */
const UNSEEN = [
  { bit: CORE, share: 0.03, forms: 92_000 },
  { bit: GENERAL, share: 0.015, forms: 147_000 },
  { bit: ALONE | COMPOUND_FIRST, share: 0.006, forms: 557_000 },
] as const;
const SEEN_SHARE = 0.93;
const STRANGER = -5;
export const COMPOUND_PRICE = -4.5;
/** A part is drawn from fewer words than a word is. */
const PART_BONUS = 1;

export interface ModelParts {
  readonly version: string;
  readonly lexicon: Lexicon;
  readonly words: WordModel;
  readonly confusions: readonly Confusion[];
  readonly english: ReadonlySet<string>;
}

export function createRepairModel(parts: ModelParts): RepairModel {
  const { lexicon, words } = parts;
  const terms = new Map<string, number>();
  for (const word of words.counts.words) {
    if (/^\p{L}{2,}$/u.test(word) && !lexicon.has(word)) terms.set(word, ALONE | GENERAL);
  }
  const spelling = createSpelling(words.counts.words);
  const unseen = (places: number): number => {
    const found = UNSEEN.find(({ bit }) => (places & bit) !== 0);
    return found ? found.share / found.forms : 0;
  };
  const price = (form: string, places: number): number =>
    Math.log(SEEN_SHARE * words.probability(words.id(form.toLowerCase())) + unseen(places));
  return {
    ...parts,
    terms: new Automaton(buildAutomaton(terms)),
    price,
    partPrice: (form, places) => {
      const stem = (places & COMPOUND_FIRST) !== 0 && form.endsWith('s') ? form.slice(0, -1) : form;
      return Math.max(price(form, places), price(stem, places)) + PART_BONUS;
    },
    strangerPrice: (word) => STRANGER + spelling.logProbability(word),
  };
}
