import type { Word } from './clauses.ts';
import { STRANGERS } from './verbs.ts';

const COUNCIL =
  /^(?:kkr|kkr's|kontaktråd\S*|kommunekontaktråd\S*|rådet|mødet|man|medlemmerne|forsamlingen|flertal|flertallet)$/;
const ADVERB =
  /^(?:og|samt|men|herudover|endvidere|desuden|herefter|derudover|endelig|også|enstemmigt|ligeledes|samtidig|dog|derfor)$/;

/** The council under any of the names that minutes give it. */
export function isCouncil(word: string): boolean {
  return COUNCIL.test(word) || word.startsWith('kkr-');
}

/**
 * Whether the verb at `at` has another subject than the council: the words
 * before it, or the word after it where an adverb comes first ("Herefter
 * besluttede regionen"). Two capitalised words that do not name the council are
 * a person or a municipality.
 */
export function isStrangers(words: readonly Word[], at: number): boolean {
  const head = words.slice(0, at);
  const subject = head.filter((word) => !ADVERB.test(word.text));
  if (subject.some((word) => isCouncil(word.text))) return false;
  if (subject.some((word) => STRANGERS.test(word.text))) return true;
  if (subject.length >= 2 && subject[0]?.capital === true && subject[1]?.capital === true) return true;
  const after = words[at + 1]?.text ?? '';
  const inverted = subject.length === 0 && head.length > 0 && !/^(?:og|samt|men)$/.test(head[0]?.text ?? '');
  return inverted && STRANGERS.test(after);
}
