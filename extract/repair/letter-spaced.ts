import type { Repair } from '../../core/document.ts';
import type { RunningText } from './running-text.ts';

/** Single letters and digits with blanks between them; kerning may leave two capitals together. */
const SPACED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{1,2}|\p{L}|\p{N})(?:[ \u00a0]{1,4}(?:\p{Lu}{1,2}|\p{L}|\p{N}))+(?![\p{L}\p{N}])/gu;

/** Fewer pieces than this may be initials, a list, or words of one letter: "A B C", "i 5 ø". */
const MIN_PIECES = 4;
/** Headings are shorter; what goes on and on is a pattern. */
const MOST_PIECES = 200;

/**
 * Letters set apart for emphasis: "K K R  S J Æ L L A N D", "D AG S O R D E N
 * 2 0 1 5", "d a g s o r d e n". Needs no page to prove it, as nothing else
 * looks like that.
 */
export function letterSpaced(text: string, prose: RunningText): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(SPACED)) {
    const before = match[0];
    const pieces = before.split(/[ \u00a0]+/);
    const letters = pieces.filter((piece) => /\p{L}/u.test(piece)).length;
    const single = pieces.filter((piece) => piece.length === 1).length;
    if (
      pieces.length < MIN_PIECES ||
      pieces.length > MOST_PIECES ||
      letters < 3 ||
      single < pieces.length / 2
    )
      continue;
    if (isList(pieces)) continue;
    const words = wordsOf(before, prose);
    if (!words) continue;
    const start = match.index;
    const end = start + before.length;
    edits.push({ start, end, before, after: words.join(' '), rule: 'letter-spaced', confidence: 0.97 });
  }
  return edits;
}

/** Wide gaps part words for certain; inside a stretch the words do. Null where there are none. */
function wordsOf(spaced: string, prose: RunningText): string[] | null {
  const stretches = spaced.split(/[ \u00a0]{2,}/).map((stretch) => stretch.replaceAll(/[ \u00a0]/g, ''));
  const words = stretches.map((stretch) => segment(stretch, prose));
  if (words.every((found) => found !== null)) return words.flat();
  // Where every gap is wide, the gaps say nothing.
  return segment(stretches.join(''), prose);
}

interface Cut {
  readonly price: number;
  readonly words: readonly string[];
}

/** Cuts letters without blanks into the likeliest words; runs of digits are words. */
function segment(letters: string, prose: RunningText): string[] | null {
  const best: (Cut | null)[] = [{ price: 0, words: [] }];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const soFar = best[start];
      if (!soFar) continue;
      const piece = priceOf(letters, start, end, prose);
      if (piece === null) continue;
      const price = piece - (start > 0 ? BREAK : 0);
      if ((best[end]?.price ?? Number.NEGATIVE_INFINITY) >= soFar.price + price) continue;
      best[end] = { price: soFar.price + price, words: [...soFar.words, letters.slice(start, end)] };
    }
  }
  const whole = best[letters.length];
  return whole?.words.some((word) => TELLING.test(word)) ? [...whole.words] : null;
}

const LONGEST = 40;
/** "V A S C I" is a row of letters, though VAS and CI are words. */
const TELLING = /^\p{L}{4,}$/u;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzæøå';
/** Words have their letters in the alphabet's order as well, but short ones: "kort". */
const LONGEST_IN_ORDER = 4;

/** Columns, options or parties by their letters, in order: "A B C D i alt", "A B F I O V Ø". */
function isList(pieces: readonly string[]): boolean {
  const letters = pieces.join('').toLowerCase();
  const places = [...letters].map((letter) => ALPHABET.indexOf(letter));
  const inOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
  return ALPHABET.includes(letters) || (inOrder && pieces.length > LONGEST_IN_ORDER);
}
/** What it costs that the gap between two words is as narrow as that between two letters. */
const BREAK = 6;

/** Log probability of a piece as a word; null where it can be none. */
function priceOf(letters: string, start: number, end: number, prose: RunningText): number | null {
  const piece = letters.slice(start, end);
  if (/^\p{N}+$/u.test(piece)) {
    const cut = /\p{N}/u.test(letters.charAt(end)) || /\p{N}/u.test(letters.charAt(start - 1));
    return cut ? null : prose.read(piece).price;
  }
  // Capitals stand in front, or everywhere.
  if (!/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(piece) || (piece.length === 1 && !/[iåø]/iu.test(piece)))
    return null;
  const { known, price } = prose.read(piece);
  if (known) return price;
  // A name that no dictionary has: spelt as words are, and long enough to tell.
  const name = /^\p{Lu}(?:\p{Ll}{3}|\p{Lu}{5})/u.test(piece);
  return name && price / piece.length > STRANGE ? price : null;
}

/** Log probability a letter, below which letters are no word of any kind. */
const STRANGE = -3.4;
