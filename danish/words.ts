/**
 * Words in a text as the repair of damaged Danish sees them: letters together
 * with the signs that a damaged letter may have become ("p&", "m@de", "K?benhavn").
 */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Stands at the start of a sentence, a heading, or an entry of a list. */
  readonly first: boolean;
  /** A hyphen follows. */
  readonly hyphen: boolean;
  /** Address on the net, file name, number, piece of an abbreviation: never touched. */
  readonly fixed: boolean;
}

const SIGN = String.raw`[\p{L}\p{M}\p{N}@&¢£¥€$§|{}\\\ufffd□¿]`;
/** A question mark stands for a letter inside a word, in front of one, and behind one where the sentence goes on; no question is a single letter. */
const WORD = new RegExp(
  String.raw`(?:(?<!\S)\?(?=\p{L}))?${SIGN}+(?:\?+${SIGN}+)*(?:\?(?=[,;)]|\.(?!\.)|\s\??\p{Ll})|(?<=(?<!\S)\p{Ll})\?(?=\s))?`,
  'gu',
);
/** Begun at the start of a run and bounded, so that endless ones take no longer than their length. */
const ADDRESS =
  /https?:\/\/\S+|www\.\S+|(?<![^\s@])[^\s@]{1,200}@[^\s@]{1,200}\.\p{L}{2,}|(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{1,200}(?:[./][\p{L}\p{N}_-]{1,200}){0,16}\.(?:dk|com|org|eu|net|no|se|de|pdf|docx?|xlsx?|pptx?|html?)\b\S*|\p{L}:\\\S+/giu;
const ENDS_SENTENCE = /[.!?:;•·*]\s*["”»)]*\s+["“«(]*$|\n\s*\n\s*$|(?:^|\s)[-–—•]\s+$/u;

export function wordsOf(text: string): Word[] {
  const fixed = [...text.matchAll(ADDRESS)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const words: Word[] = [];
  let at = 0;
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    while ((fixed[at]?.[1] ?? Number.POSITIVE_INFINITY) <= start) at++;
    const span = fixed[at];
    const word = match[0];
    words.push({
      start,
      end: start + word.length,
      text: word,
      first: end === 0 || ENDS_SENTENCE.test(text.slice(Math.max(end, start - 12), start)),
      hyphen: text.charAt(start + word.length) === '-',
      fixed: (span !== undefined && span[0] <= start) || isCode(word) || isAbbreviated(word, text, start),
    });
    end = start + word.length;
  }
  return words;
}

/** Pieces of "F.eks." and "bl.a.", the ending of "SMV'erne", and letters that stand for something: "S-tog", "(F)". */
function isAbbreviated(word: string, text: string, start: number): boolean {
  if (!/^\p{L}{1,4}$/u.test(word)) return false;
  const behind = text.slice(start + word.length, start + word.length + 2);
  if (word.length === 1 && /^(?:-\p{L}|\))/u.test(behind)) return true;
  return /^\.\p{Ll}/u.test(behind) || /\p{L}[.'’]$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** K17, DK2020, 2a, 10kV: letters and digits of a code. One digit inside a word may be a damaged letter, as 0 and | may. */
function isCode(word: string): boolean {
  if (!/\p{L}/u.test(word)) return word !== '|';
  const digits = word.replaceAll(/\P{N}/gu, '').length;
  return digits >= 2 || (digits === 1 && word.length <= 2 && !word.startsWith('0'));
}
