import { Automaton } from '../../danish/automaton.ts';
import { buildAutomaton } from '../../danish/automaton-builder.ts';
import type { Lexicon } from '../../danish/lexicon.ts';
import { ALONE, CORE, GENERAL } from '../../danish/lexicon-format.ts';
import { createSpelling } from '../../danish/spelling.ts';
import type { WordModel } from '../../danish/word-model.ts';
import type { Confusion } from './confusions.ts';

/** What repair knows, read from files. */
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
  /** Log probability of a form of the dictionary as part of a compound: its last, or an earlier one. */
  partPrice(form: string, number: number, last: boolean): number;
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
  { bit: ALONE, share: 0.006, forms: 557_000 },
] as const;
const SEEN_SHARE = 0.93;
const STRANGER = -5;
export const COMPOUND_PRICE = -3.5;
/** Names are dear to a reader: that share of running text, among so many of the dictionary. */
const NAME = 0.02 / 150_000;
/** All compounds of the dictionary, and what a form gets that is part of none. */
const COMPOUNDS = 400_000;
const NO_COMPOUND = 0.03;
/** Parts are drawn from the dictionary's compounds, or from running text. */
const FROM_TEXT = 0.3;

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
  const unseen = (form: string, places: number): number => {
    const found = UNSEEN.find(({ bit }) => (places & bit) !== 0) ?? (places ? UNSEEN.at(-1) : undefined);
    const share = found ? found.share / found.forms : 0;
    return places !== 0 && form !== form.toLowerCase() ? Math.max(share, NAME) : share;
  };
  const seen = (form: string): number => SEEN_SHARE * words.probability(words.id(form.toLowerCase()));
  const { automaton } = lexicon;
  return {
    ...parts,
    terms: new Automaton(buildAutomaton(terms)),
    price: (form, places) => Math.log(seen(form) + unseen(form, places)),
    partPrice: (form, number, last) => {
      const digits = last ? automaton.asLast(number) : automaton.asFirst(number);
      const types = digits === 0 ? NO_COMPOUND : 2 ** (digits - 1);
      return Math.log((1 - FROM_TEXT) * (types / COMPOUNDS) + FROM_TEXT * seen(form));
    },
    strangerPrice: (word) => STRANGER + spelling.logProbability(word),
  };
}
