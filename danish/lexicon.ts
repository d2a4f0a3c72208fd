import { readFileSync } from 'node:fs';
import { Automaton } from './automaton.ts';
import { splitCompound } from './compound.ts';
import { ALONE } from './lexicon-format.ts';

/** What is known of Danish words. Made from Stavekontrolden's dictionary; see danish/data/README.md. */
export interface Lexicon {
  /** Whether a word is in the dictionary, as written or, where that is upper case, in lower or title case. */
  has(word: string): boolean;
  /**
   * The words that a compound is made of, linking s and e taken off:
   * "sundhedsklynger" is sundhed + klynger. Null where it is none that the
   * lexicon can explain, and for words that the lexicon has whole unless
   * `even` asks to look into them.
   */
  splitCompound(word: string, options?: { even?: boolean }): string[] | null;
  /** A word, or a compound of words. */
  knows(word: string): boolean;
  readonly automaton: Automaton;
}

export function createLexicon(bytes: Uint8Array): Lexicon {
  const automaton = new Automaton(bytes);
  const alone = (form: string): boolean => {
    const number = automaton.find(form);
    return number >= 0 && (automaton.places(number) & ALONE) !== 0;
  };
  const has = (word: string): boolean => {
    if (word === '') return false;
    if (alone(word)) return true;
    const lower = word.toLowerCase();
    if (lower === word) return false;
    const rest = word.slice(1);
    // "Kommunen" at the start of a sentence; "KOMMUNEN" and "SJÆLLAND" in a heading; never "kOmmunen".
    if (rest === lower.slice(1)) return alone(lower);
    return word === word.toUpperCase() && (alone(lower) || alone(word.charAt(0) + lower.slice(1)));
  };
  const split = (word: string, even: boolean): string[] | null =>
    !even && has(word) ? null : splitCompound(automaton, word.toLowerCase());
  return {
    automaton,
    has,
    splitCompound: (word, options) => split(word, options?.even ?? false),
    knows: (word) => has(word) || split(word, true) !== null,
  };
}

/** Reads the lexicon that comes with the package: some 30 ms, so once per process, by whoever composes it. */
export function loadLexicon(): Lexicon {
  return createLexicon(readFileSync(new URL('./data/lexicon.bin', import.meta.url)));
}
