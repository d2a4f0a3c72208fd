import type { Capitals } from './candidates.ts';

/** A word that may have stood where another is read. */
export interface Candidate {
  /** As it would be written in that place. */
  readonly text: string;
  /** In lower case, as the word model knows it. */
  readonly word: string;
  /** Log probability of the word by itself. */
  readonly price: number;
  /** Negative log probability of reading what was read. */
  readonly cost: number;
  /** In the dictionary, in the model, or a compound; false for the reading kept as a stranger. */
  readonly known: boolean;
  /** Written with a capital wherever it stands: a name, or something unknown. */
  readonly name: boolean;
}

/** Farther than this from what was read no word of the length is looked for. */
export const limitFor = (length: number): number => Math.min(13, 8.7 + 0.4 * length);

/** @param form as the dictionary writes it, to be capitalised as what was read. */
export function candidateOf(form: string, capitals: Capitals, price: number, cost: number): Candidate {
  const text =
    capitals === 'all'
      ? form.toUpperCase()
      : capitals === 'first'
        ? form.charAt(0).toUpperCase() + form.slice(1)
        : form;
  const word = form.toLowerCase();
  return { text, word, price, cost, known: true, name: form !== word };
}
