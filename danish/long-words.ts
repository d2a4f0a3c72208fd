/** What a UTF-16 unit is to words: a letter, a digit or hyphen that a word may hold, or neither. */
const OTHER = 0;
const LETTER = 1;
const JOINT = 2;

function kindOf(unit: string): number {
  if (/\p{L}/u.test(unit)) return LETTER;
  return /[\p{N}-]/u.test(unit) ? JOINT : OTHER;
}

/** Of all units of the Latin scripts: pages are read sign by sign, and hardly one is beyond them. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, unit) => kindOf(String.fromCharCode(unit)));
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
    const unit = text.charCodeAt(at);
    const kind = at === text.length ? OTHER : (LATIN[unit] ?? kindOf(text.charAt(at)));
    if (kind === LETTER) continue;
    if (kind === JOINT) {
      whole = false;
      continue;
    }
    if (whole && at - start >= FEWEST_LETTERS) words.push(text.slice(start, at));
    start = at + 1;
    whole = true;
  }
  return words;
}

/** At most `most` of the words, as evenly apart as they stand. */
export function sampleOf(words: readonly string[], most: number): readonly string[] {
  if (words.length <= most) return words;
  const step = Math.ceil(words.length / most);
  return words.filter((_, index) => index % step === 0);
}
