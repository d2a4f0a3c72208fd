import { MATTER } from './subjects.ts';

/** A word of a clause, with its place in the sentence. */
export interface Word {
  /** In lower case. */
  readonly text: string;
  readonly capital: boolean;
  readonly start: number;
}

export interface Clause {
  readonly words: readonly Word[];
  /** From the clause's beginning to the sentence's end: what a verb needs may stand further on. */
  readonly text: string;
  readonly start: number;
  /** It tells, asks or explains, and so states no act of its own. */
  readonly subordinate: boolean;
}

/** Conjunctions and question words that open a subordinate clause. */
export const SUBORDINATOR =
  /^(?:at|som|hvis|såfremt|idet|da|fordi|når|hvor|hvilket|hvilke|hvorefter|hvorved|hvorfor|mens|selvom|selv|inden|før|efter|siden|eftersom|hvordan|hvorvidt|om)$/;
/** The few that may open a decision's first clause and still make it subordinate: "At …", "Som …". */
const SUBORDINATOR_AT_START = /^(?:at|som|hvis|såfremt)$/;
const OFFICE =
  /^(?:ny|medlem\S*|suppleant\S*|formand|næstformand|repræsentant\S*|stedfortræder\S*|observatør\S*)$/;
const COORDINATOR = /^(?:og|men|samt|eller|ligesom)$/;

/** Cuts a sentence at commas, colons and dashes. */
export function cutClauses(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const { index: end } of sentence.matchAll(/[,:–](?=\s)|$/g)) {
    const words = wordsOf(sentence.slice(from, end), from);
    if (words.length > 0) {
      const before = clauses.at(-1)?.words.at(-1)?.text ?? '';
      const subordinate = isSubordinate(words, clauses.length === 0) && !actsOnMatter(words, before);
      clauses.push({ words, text: sentence.slice(from), start: from, subordinate });
    }
    from = end + 1;
  }
  return clauses;
}

function isSubordinate(words: readonly Word[], first: boolean): boolean {
  const lead = words.slice(0, 3).map((word) => word.text);
  const opening = lead.find((word) => !COORDINATOR.test(word)) ?? '';
  // "Som formand valgtes …" names an office.
  if (opening === 'som' && OFFICE.test(lead[1] ?? '')) return false;
  if (first) return SUBORDINATOR_AT_START.test(opening);
  // "der" is a relative pronoun after a comma, a formal subject after "og".
  return SUBORDINATOR.test(opening) || lead[0] === 'der';
}

/** "…til referatet, der blev godkendt" does what it says; "…planen, der blev godkendt i 2015" tells. */
function actsOnMatter(words: readonly Word[], before: string): boolean {
  const [relative, auxiliary] = words.map((word) => word.text);
  return (
    /^(?:der|som)$/.test(relative ?? '') &&
    /^(?:blev|bliver|herefter|dermed|hermed)$/.test(auxiliary ?? '') &&
    MATTER.test(before) &&
    words.length <= 5 &&
    !words.some((word) => /^(?:tidligere|\d+)$/.test(word.text))
  );
}

function wordsOf(text: string, offset: number): Word[] {
  return [...text.matchAll(/[\p{L}\d'’-]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    capital: /^\p{Lu}/u.test(match[0]),
    start: offset + match.index,
  }));
}
