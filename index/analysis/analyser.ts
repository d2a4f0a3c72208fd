import { findCaseNumbers } from '../../core/case-number.ts';
import { type CompoundSplitter, compoundParts, isName, outerParts } from './compound-parts.ts';
import { findDates } from './dates.ts';
import { fold, toAscii } from './fold.ts';
import { stem } from './stem.ts';
import { isNumber, type Token, tokens } from './tokens.ts';

/** One word as it is searched for. `term` is what all its inflections share. */
export interface AnalysedWord {
  /** In lower case, as a suggestion shows it: "aabenraa". */
  readonly shown: string;
  /** Folded, not stemmed: what spelling is compared by. */
  readonly folded: string;
  readonly term: string;
  /** Terms of the words within a compound; empty for other words. */
  readonly parts: readonly string[];
  /** Whether it is a word that spelling may go by: no number, and not too short. */
  readonly spelled: boolean;
}

/** The terms of a text, as both engines keep them. */
export interface AnalysedText {
  /** One per word, in order. */
  readonly terms: readonly string[];
  /** Of words within words, and of case numbers and dates. */
  readonly parts: readonly string[];
  /** The different words; one object for one word, so that they can be told apart without reading them. */
  readonly words: ReadonlySet<AnalysedWord>;
}

const LONGEST_TERM = 60;
const CACHED_WORDS = 200_000;

/** The one analysis of Danish that texts and queries go through, whatever the engine. */
export class Analyser {
  readonly #splitter: CompoundSplitter;
  readonly #cache = new Map<string, AnalysedWord>();

  constructor(splitter: CompoundSplitter) {
    this.#splitter = splitter;
  }

  text(text: string): AnalysedText {
    const terms: string[] = [];
    const parts: string[] = [];
    const words = new Set<AnalysedWord>();
    for (const token of tokens(text)) {
      const word = this.word(token.value);
      terms.push(word.term);
      if (word.parts.length > 0) parts.push(...word.parts);
      words.add(word);
    }
    return { terms, parts: [...parts, ...specialTerms(text)], words };
  }

  /** @param written one token. */
  word(written: string): AnalysedWord {
    const known = this.#cache.get(written);
    if (known) return known;
    if (this.#cache.size >= CACHED_WORDS) this.#cache.clear();
    const word = this.#analyse(written);
    this.#cache.set(written, word);
    return word;
  }

  /** The words that a compound is directly made of, as terms; "VisitAarhus" shows them itself. */
  outerParts(written: string): string[] {
    const shown = shownParts(written);
    if (shown.length > 1) return shown.map(wordTerm);
    return isName(this.#splitter, written)
      ? []
      : outerParts(this.#splitter, written.toLowerCase()).map(wordTerm);
  }

  /** Whether the dictionary has it, as typed or as a name. */
  isWord(written: string): boolean {
    return this.#splitter.has(written) || isName(this.#splitter, written);
  }

  /** Whether the dictionary has it as a name and as nothing else; such words it takes no compound apart for. */
  isName(written: string): boolean {
    return isName(this.#splitter, written);
  }

  tokens(text: string): Token[] {
    return tokens(text);
  }

  #analyse(written: string): AnalysedWord {
    if (isNumber(written)) {
      return { shown: written, folded: written, term: numberTerm(written), parts: [], spelled: false };
    }
    const term = wordTerm(written);
    const parts = new Set(this.#partsOf(written).map(wordTerm));
    parts.delete(term);
    const folded = fold(written).slice(0, LONGEST_TERM).toWellFormed();
    const lower = written.toLowerCase().toWellFormed();
    // Most words are folded as they are; one string for both.
    const shown = lower === folded ? folded : lower;
    return { shown, folded, term, parts: [...parts], spelled: folded.length > 2 && !/\d/.test(folded) };
  }

  #partsOf(written: string): string[] {
    // "DK2020" and "SocialtilsynØst" show their parts themselves.
    const shown = shownParts(written);
    if (shown.length > 1) {
      const long = shown.filter((part) => part.length > 1);
      return [...long, ...long.flatMap((part) => compoundParts(this.#splitter, part.toLowerCase()))];
    }
    return isName(this.#splitter, written) ? [] : compoundParts(this.#splitter, written.toLowerCase());
  }
}

/** The parts of a word that capitals or figures set off, four at most; one or none where they do not. */
function shownParts(written: string): readonly string[] {
  const shown = written.match(/\d+|\p{Lu}+(?!\p{Ll})|\p{L}\p{Ll}*/gu) ?? [];
  return shown.length <= 4 ? shown : [];
}

function wordTerm(word: string): string {
  return toAscii(stem(fold(word))).slice(0, LONGEST_TERM);
}

/** "19.000" is 19000; "2.10" and "2,5" keep what parts their figures, as a letter. */
function numberTerm(written: string): string {
  const joined = /^\d{1,3}(?:\.\d{3})+$/.test(written) ? written.replaceAll('.', '') : written;
  return joined.replaceAll('.', 'p').replaceAll(',', 'c').slice(0, LONGEST_TERM);
}

/** What every case number holds, in whatever notation: most texts have none, and this is quickly seen. */
const MAY_HOLD_CASE = /(?:ag|mn|ok)(?:snr|snummer|en)?[\s\-–—_./]{0,3}[12][\dOoQ]|\d{3}[-–]\d{5}|\d\/\d{3}/i;

/** Terms for the case numbers and dates of a text, beside those of their words and figures. */
function specialTerms(text: string): string[] {
  const numbers = MAY_HOLD_CASE.test(text) ? findCaseNumbers(text) : [];
  return [
    ...numbers.map((number) => caseTerm(number.value)),
    ...findDates(text).flatMap((date) => dateTerms(date.value)),
  ];
}

/** @param caseNumber in normal form. */
export function caseTerm(caseNumber: string): string {
  return `case${toAscii(caseNumber.toLowerCase().replace(/[^\p{L}\d]/gu, 'x'))}`;
}

/** The term of an item's own number, which the same figures in a text are not. */
export function itemNumberTerm(number: string): string {
  return `item${toAscii(number.toLowerCase().replaceAll('.', 'p'))}`;
}

/** Of "2024-06-19" the day and the month, of "2024-06" the month. */
export function dateTerms(date: string): string[] {
  const month = `date${date.slice(0, 4)}m${date.slice(5, 7)}`;
  return date.length > 7 ? [`${month}d${date.slice(8, 10)}`, month] : [month];
}

/** The terms of a record's own date, which a date mentioned in a text is not. */
export function meetingDateTerms(date: string): string[] {
  return [`held${date.slice(0, 4)}`, ...dateTerms(date).map((term) => term.replace('date', 'held'))];
}
