import { createChannel } from './candidates.ts';
import type { RepairModel } from './model.ts';
import type { Speller } from './speller.ts';

/** A word taken as it stands, as the word model sees it. */
export interface ReadWord {
  readonly id: number;
  /** Log probability of the word by itself. */
  readonly price: number;
  /** In the dictionary, in the model, or a compound. */
  readonly known: boolean;
}

/** How likely words are in a row, for deciding where one ends and the next begins. */
export interface RunningText {
  read(text: string): ReadWord;
  /** Log probability of words after `before`, of which the last two count. */
  price(before: readonly ReadWord[], words: readonly ReadWord[]): number;
  /** What stands before the first word of a sentence. */
  readonly start: ReadWord;
}

/** Nothing is damaged: every word is what it looks like. */
const PLAIN = createChannel({ name: 'plain', confusions: [], evidence: 0, kept: () => 0 });
/** Words of the dictionary that the model never met: their neighbours tell nothing. */
const NEVER_MET = -1;
const STRAY = -13;

export function createRunningText(model: RepairModel, speller: Speller): RunningText {
  const { words } = model;
  const start = { id: words.boundary, price: 0, known: true };
  const total = words.counts.unigrams.reduce((sum, count) => sum + count, 0);
  const unknownPrice = Math.log((words.counts.unigrams[words.unknown] ?? 1) / total);
  const read = (text: string): ReadWord => {
    const word = { start: 0, end: text.length, text, first: true, hyphen: false, fixed: false };
    const [kept] = speller.candidates(word, PLAIN);
    if (/^\p{N}+$/u.test(text)) return { id: words.number, price: kept?.price ?? unknownPrice, known: true };
    // Texts have stray letters as well, but they are no words.
    if (/^\p{L}$/u.test(text) && !/^[iåø]$/iu.test(text))
      return { id: words.unknown, price: STRAY, known: false };
    const { price = unknownPrice, known = false, name = true } = kept ?? {};
    const id = words.id(text.toLowerCase());
    return { id: id === words.unknown && known && !name ? NEVER_MET : id, price, known };
  };
  return {
    read,
    start,
    price(before, row) {
      let [a, b] = [before.at(-2) ?? start, before.at(-1) ?? start];
      let sum = 0;
      for (const word of row) {
        // What the model never saw shares the place of the unknown.
        sum +=
          word.id === words.unknown
            ? words.logProbability(a.id, b.id, word.id, Math.exp(unknownPrice)) + word.price - unknownPrice
            : words.logProbability(a.id, b.id, word.id, Math.exp(word.price));
        [a, b] = [b, word];
      }
      return sum;
    },
  };
}
