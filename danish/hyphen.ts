import type { Lexicon } from './lexicon.ts';

/** What is known of words by whoever asks about a hyphen at a line's end. */
export interface HyphenKnowledge {
  /** A word of the dictionary, or one that the document has elsewhere; hyphenated words too. */
  seen(word: string): boolean;
  /** Such a word, or a compound of words. */
  knows(word: string): boolean;
  /** A word of the dictionary that stands by itself. */
  isWord(word: string): boolean;
  /** Whether compounds of the language end in the word. */
  endsCompounds(word: string): boolean;
}

/**
 * `join`: the line's end divided a word. `keep`: the hyphen is the word's own.
 * `suspend`: it stands for a left-out part, as in "børne- og ungeområdet".
 */
export type HyphenDecision = 'join' | 'keep' | 'suspend';

const CONNECTIVES = new Set('og eller samt såvel ikke m mv mfl hhv henholdsvis och und oder'.split(' '));
/** They end words as well: "opmærk-som", "der-til", "sam-men", "grå-and". */
const ENDINGS = new Set(['men', 'til', 'som', 'and']);
const POINTS = /^(?:nord|syd|sønder|øst|vest)/u;

/** @param left what stands before the hyphen, earlier hyphens of the same word included. */
export function decideHyphen(left: string, right: string, knowledge: HyphenKnowledge): HyphenDecision {
  const { seen, knows, isWord } = knowledge;
  const last = left.slice(left.lastIndexOf('-') + 1);
  const whole = last + right;
  if (CONNECTIVES.has(right)) return 'suspend';
  if (ENDINGS.has(right)) return seen(whole) ? 'join' : 'suspend';
  const capitals = last.length > 1 && whole === whole.toUpperCase();
  if (capitals && knows(whole)) return 'join';
  // "KKR-mødet", "18-årige", "Ikast-Brande".
  if (/^(?:\p{Lu}+s?|.*\p{N})$/u.test(last) || /^\p{Lu}/u.test(right)) return 'keep';
  const own = last.length === 1 || isWord(last);
  if (own && seen(`${last}-${right}`)) return 'keep';
  if (seen(whole)) return 'join';
  // No syllable is one letter in print, and none lacks a vowel: "a-kasse", "tv-avis", "ph-lampe".
  if (last.length === 1 || (last.length < 4 && !/[aeiouyæøåéäöü]/iu.test(last))) return 'keep';
  return own && isWord(right) && !isCompound(last, right, knowledge) ? 'keep' : 'join';
}

/** Of two whole words whose compound nobody has seen: whether they are one all the same. */
function isCompound(left: string, right: string, { knows, isWord, endsCompounds }: HyphenKnowledge): boolean {
  // "it-system" is none that the dictionary explains; "Mikkelborg" is none either, but a name.
  if (!knows(left + right)) return /^\p{Lu}/u.test(left) && left.length > 2;
  if (POINTS.test(left) && POINTS.test(right)) return false;
  // Two adjectives side by side, "dansk-svenske", "teknisk-administrativt", take a hyphen.
  if (isAdjective(left, isWord) && isAdjective(right, isWord)) return false;
  // The linking s is there for compounds only.
  return /[^s]s$/u.test(left) || endsCompounds(right);
}

/** Told by the forms that the word has: svensk, svenske; administrativ, -e, -t. */
function isAdjective(word: string, isWord: (word: string) => boolean): boolean {
  const lower = word.toLowerCase();
  return [lower, lower.replace(/[et]$/u, '')].some(
    (base) => isWord(base) && isWord(`${base}e`) && (/(?:sk|t)$/u.test(base) || isWord(`${base}t`)),
  );
}

/** What the dictionary knows; `also` are further words, of a model or a document. */
export function hyphenKnowledge(
  lexicon: Lexicon,
  also: (word: string) => boolean = () => false,
): HyphenKnowledge {
  const { automaton } = lexicon;
  const ends = (form: string): boolean => {
    const number = automaton.find(form.toLowerCase());
    return number >= 0 && automaton.asLast(number) > 0;
  };
  const seen = (word: string): boolean => lexicon.has(word) || also(word);
  return {
    seen,
    knows: (word) => seen(word) || lexicon.knows(word),
    isWord: lexicon.has,
    endsCompounds: (word) => ends(word) || ends(lexicon.splitCompound(word, { even: true })?.at(-1) ?? ''),
  };
}

/** Words of one document, asked for in lower case. */
export type DocumentWords = Pick<ReadonlySet<string>, 'has'>;

/** The same with the words of one document. */
export function withWords(knowledge: HyphenKnowledge, words: DocumentWords): HyphenKnowledge {
  const { seen, knows } = knowledge;
  const has = (word: string): boolean => words.has(word.toLowerCase());
  return { ...knowledge, seen: (word) => has(word) || seen(word), knows: (word) => has(word) || knows(word) };
}

/** For text that repair has seen before: what still ends in a hyphen there is told by its letters alone. */
export const NO_WORDS: HyphenKnowledge = {
  seen: () => false,
  knows: () => false,
  isWord: () => false,
  endsCompounds: () => false,
};

/**
 * Words that stand within lines: at a line's end or start may be half a word. They
 * are gathered when first asked for, as most documents have no word that is in doubt.
 */
export function wordsWithinLines(lines: readonly string[]): DocumentWords {
  let gathered: ReadonlySet<string> | null = null;
  return {
    has: (word) => {
      gathered ??= gather(lines);
      return gathered.has(word);
    },
  };
}

function gather(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/(?<=[\s(])\p{L}+(?:-\p{L}+)*(?=[\s.,;:)])/gu)) {
      if (word.length >= 4) words.add(word.toLowerCase());
    }
  }
  return words;
}
