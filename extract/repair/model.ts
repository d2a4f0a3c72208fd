import { Automaton } from '../../danish/automaton.ts';
import { buildAutomaton } from '../../danish/automaton-builder.ts';
import type { Lexicon } from '../../danish/lexicon.ts';
import { ALONE, COMPOUND_FIRST, GENERAL } from '../../danish/lexicon-format.ts';
import { createSpelling } from '../../danish/spelling.ts';
import { type UnseenShares, unseenClass } from '../../danish/unseen.ts';
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
  readonly unseen: UnseenShares;
  /** Log probability of a word by itself, in the form in which the dictionary has it; `number` is -1 for a term. */
  price(form: string, number: number): number;
  /** Log probability of a form of the dictionary as part of a compound: its last, or an earlier one. */
  partPrice(form: string, number: number, last: boolean): number;
  /** Log probability of a string that no dictionary has: a name, a slip, a piece of noise. */
  strangerPrice(word: string): number;
}

/** Of running text, what falls to words that the model has seen. */
const SEEN_SHARE = 0.93;
const STRANGER = -5;
export const COMPOUND_PRICE = -3.5;
/** All compounds of the dictionary, and what a form gets that is part of none. */
const COMPOUNDS = 400_000;
const NO_COMPOUND = 0.03;
/** Parts are drawn from the dictionary's compounds, or from running text. */
const FROM_TEXT = 0.3;

export type ModelParts = Pick<
  RepairModel,
  'version' | 'lexicon' | 'words' | 'confusions' | 'english' | 'unseen'
>;

export function createRepairModel(parts: ModelParts): RepairModel {
  const { lexicon, words } = parts;
  const { automaton } = lexicon;
  const terms = new Map<string, number>();
  for (const word of words.counts.words) {
    if (/^\p{L}{2,}$/u.test(word) && !lexicon.has(word)) terms.set(word, ALONE | GENERAL);
  }
  const spelling = createSpelling(words.counts.words);
  const unseen = (form: string, number: number): number => {
    const places = number < 0 ? 0 : automaton.places(number);
    if (!(places & (ALONE | COMPOUND_FIRST))) return 0;
    return parts.unseen.shares[unseenClass(form, places, automaton.productivity(number))] ?? 0;
  };
  const seen = (form: string): number => SEEN_SHARE * words.probability(words.id(form.toLowerCase()));
  return {
    ...parts,
    terms: new Automaton(buildAutomaton(terms)),
    price: (form, number) => Math.log(seen(form) + unseen(form, number)),
    partPrice: (form, number, last) => {
      const digits = last ? automaton.asLast(number) : automaton.asFirst(number);
      const types = digits === 0 ? NO_COMPOUND : 2 ** (digits - 1);
      return Math.log(
        (1 - FROM_TEXT) * (types / COMPOUNDS) + FROM_TEXT * (seen(form) + unseen(form, number)),
      );
    },
    strangerPrice: (word) => STRANGER + spelling.logProbability(word),
  };
}
