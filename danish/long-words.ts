/** What a UTF-16 unit is to words; words may hold digits and hyphens. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const HYPHEN = 3;

function kindOf(unit: string): number {
  if (/\p{L}/u.test(unit)) return LETTER;
  if (/\p{N}/u.test(unit)) return DIGIT;
  return unit === '-' ? HYPHEN : OTHER;
}

/** Of all units of the Latin scripts: pages are read sign by sign, and hardly one is beyond them. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, unit) => kindOf(String.fromCharCode(unit)));

const kindAt = (text: string, at: number): number => LATIN[text.charCodeAt(at)] ?? kindOf(text.charAt(at));

const FEWEST_LETTERS = 4;

/**
 * The words of four letters and more, in their order, that hold letters only: not
 * "2024", "EU-midler" or "A4-ark", of which no dictionary tells anything.
 */
export function longWords(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  let whole = true;
  for (let at = 0; at <= text.length; at++) {
    const kind = at === text.length ? OTHER : kindAt(text, at);
    if (kind !== OTHER) {
      if (kind !== LETTER) whole = false;
      continue;
    }
    if (whole && at - start >= FEWEST_LETTERS) words.push(text.slice(start, at));
    start = at + 1;
    whole = true;
  }
  return words;
}

/** How many letters and digits a text has. */
export function countLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === LETTER || kind === DIGIT) count += 1;
  }
  return count;
}

/** At most `most` of the words, as evenly apart as they stand. */
export function sampleOf(words: readonly string[], most: number): readonly string[] {
  if (words.length <= most) return words;
  const step = Math.ceil(words.length / most);
  return words.filter((_, index) => index % step === 0);
}
