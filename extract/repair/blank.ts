import type { Repair } from '../../core/document.ts';
import type { Word } from '../../danish/words.ts';
import type { Candidate } from './candidate.ts';
import type { Channel } from './candidates.ts';
import type { ReadWord, RunningText } from './running-text.ts';
import type { Speller } from './speller.ts';

/**
 * Blanks where æ, ø and å stood: "b rn", "p  skolen", " konomi". Pieces and the
 * blanks between them are put together in every way, each blank as the letter
 * that the placeholder channel would take a sign for; the likeliest row of words
 * wins (Viterbi with a beam, the word model as context).
 */
export function blankForLetter(
  text: string,
  paragraphs: readonly (readonly Word[])[],
  prose: RunningText,
  speller: Speller,
  placeholder: Channel,
): Repair[] {
  if (!mayLackLetters(paragraphs)) return [];
  const wide = /\S {2}\S/u.test(text);
  const parts = paragraphs.map((words) => readAnew(text, words, wide, prose, speller, placeholder));
  const gain = parts.reduce((sum, part) => sum + Math.max(0, part.gain), 0);
  const edits = parts.flatMap((part) => (part.gain > 0 ? part.edits : [])).sort((a, b) => a.start - b.start);
  const all = paragraphs.reduce((sum, words) => sum + words.length, 0);
  if (gain < EVIDENCE || edits.length < FEWEST || edits.length < all * FEWEST_SHARE) return [];
  // Where letters left nothing at all, it is not this damage.
  const traces = edits.filter(({ before }) => before.includes(' ')).length;
  return traces < edits.length * TRACED ? [] : edits;
}

/** In nats, for the page: some four words that only make sense with a letter for a blank. */
const EVIDENCE = 20;
const FEWEST = 3;
/** One Danish word in seven has such a letter; where fewer are found, the page lost its letters in another way. */
const FEWEST_SHARE = 0.05;
/** Of the letters, how many at least left a blank of their own: all those inside words do. */
const TRACED = 0.5;
/** Danish has one of these letters in twenty-five; such damage leaves next to none. */
const MOST_LETTERS_LEFT = 1 / 300;
const MIN_PIECES = 4;

function mayLackLetters(paragraphs: readonly (readonly Word[])[]): boolean {
  let [letters, left, words] = [0, 0, 0];
  for (const { text } of paragraphs.flat()) {
    letters += text.length;
    // A letter that became a sign left no blank.
    left += text.match(/[æøå?\ufffd□¿]/giu)?.length ?? 0;
    words++;
  }
  return words >= MIN_PIECES && left <= letters * MOST_LETTERS_LEFT;
}

/** A word that stood over some of the pieces, with what its letters cost. */
interface Reading {
  readonly from: number;
  readonly to: number;
  /** It takes a blank in front, or behind. */
  readonly head: boolean;
  readonly tail: boolean;
  readonly text: string;
  readonly word: ReadWord;
  readonly cost: number;
  /** Its share among the words that may stand over these pieces, neighbours aside. */
  readonly share: number;
}

interface Path {
  readonly readings: readonly Reading[];
  readonly score: number;
}

const BEAM = 5;
const MOST_PIECES = 4;
const MOST_CANDIDATES = 4;
/** A letter for a blank is what this damage does; a wide gap in which none was lost is rare. */
const LOST = 0.5;
/** Where gaps were narrowed, a letter at a word's edge leaves no blank of its own. */
const LOST_WITHOUT_TRACE = 2;
const WIDE_GAP = 3;
const IMPOSSIBLE = 8;
/** A piece that is a word by itself is mostly that word. */
const WORD_LOST_MORE = 1.5;

function readAnew(
  text: string,
  words: readonly Word[],
  wide: boolean,
  prose: RunningText,
  speller: Speller,
  placeholder: Channel,
): { edits: Repair[]; gain: number } {
  const edge = wide ? IMPOSSIBLE : LOST_WITHOUT_TRACE;
  const best: Path[][] = Array.from({ length: words.length + 1 }, () => []);
  best[0] = [{ readings: [], score: 0 }];
  for (let from = 0; from < words.length; from++) {
    const paths = prune(best[from] ?? []);
    for (const reading of readingsFrom(from, text, words, edge, prose, speller, placeholder)) {
      for (const path of paths) {
        const last = path.readings.at(-1);
        const gap = last ? gapBetween(text, words[from - 1], words[from]) : Number.POSITIVE_INFINITY;
        const taken = Number(last?.tail ?? false) + Number(reading.head);
        // One blank has to part the words.
        if (wide && taken > 0 && gap - taken < 1) continue;
        const unused = gap !== Number.POSITIVE_INFINITY && gap - taken > 1 ? WIDE_GAP : 0;
        const before = words[from]?.first ? [] : path.readings.slice(-2).map(({ word }) => word);
        const score = path.score + prose.price(before, [reading.word]) - reading.cost - unused;
        best[reading.to + 1]?.push({ readings: [...path.readings, reading], score });
      }
    }
  }
  const [winner] = prune(best[words.length] ?? []);
  if (!winner) return { edits: [], gain: 0 };
  let plain = 0;
  words.forEach((word, at) => {
    const before = word.first ? [] : words.slice(Math.max(0, at - 2), at).map((one) => prose.read(one.text));
    plain += prose.price(before, [prose.read(word.text)]);
    if (at > 0 && gapBetween(text, words[at - 1], word) > 1) plain -= wide ? 0 : WIDE_GAP;
  });
  return {
    edits: winner.readings.flatMap((reading) => editOf(reading, text, words)),
    gain: winner.score - plain,
  };
}

const prune = (paths: Path[]): Path[] => paths.sort((a, b) => b.score - a.score).slice(0, BEAM);

/** Blanks between two pieces on one line; Infinity where something else stands there. */
function gapBetween(text: string, left: Word | undefined, right: Word | undefined): number {
  const gap = text.slice(left?.end ?? 0, right?.start ?? 0);
  return /^ +$/u.test(gap) ? gap.length : Number.POSITIVE_INFINITY;
}

function readingsFrom(
  from: number,
  text: string,
  words: readonly Word[],
  edge: number,
  prose: RunningText,
  speller: Speller,
  placeholder: Channel,
): Reading[] {
  const first = words[from];
  if (!first) return [];
  const asItIs = {
    from,
    to: from,
    head: false,
    tail: false,
    text: first.text,
    word: prose.read(first.text),
    cost: 0,
    share: 1,
  };
  // What follows an apostrophe or a hyphen belongs to what stands before it.
  if (first.fixed || /[\p{L}\p{N}]['’-]$/u.test(text.slice(Math.max(0, first.start - 2), first.start)))
    return [asItIs];
  const found: Reading[] = [asItIs];
  // A name, or a word that texts use, lacks no letter that nothing tells of: Mors is no Morsø.
  const isWhole = asItIs.word.known && asItIs.word.id >= 0;
  let joined = '';
  for (let to = from; to < Math.min(words.length, from + MOST_PIECES); to++) {
    const piece = words[to];
    if (!piece || piece.fixed || !/^\p{L}+$/u.test(piece.text)) break;
    if (to > from && gapBetween(text, words[to - 1], piece) !== 1) break;
    joined = to === from ? piece.text : `${joined}${LETTER}${piece.text}`;
    const [before, behind] = [blankBefore(text, first.start), blankBehind(text, piece.end)];
    // What stops at a full stop or a hyphen had no blank there to be narrowed: "F.eks.", "S-tog".
    const edges = [
      /^\s?$/u.test(text.charAt(first.start - 1)) ? edge : IMPOSSIBLE,
      /^\s?$/u.test(text.charAt(piece.end)) ? edge : IMPOSSIBLE,
    ] as const;
    for (const head of [false, true]) {
      for (const tail of [false, true]) {
        if (!head && !tail && to === from) continue;
        const [headEdge, tailEdge] = isWhole && to === from ? [IMPOSSIBLE, IMPOSSIBLE] : edges;
        const cost =
          (head ? (before ? LOST : headEdge) : 0) +
          (tail ? (behind ? LOST : tailEdge) : 0) +
          LOST * (to - from) +
          (to === from && asItIs.word.known ? WORD_LOST_MORE : 0);
        if (cost >= IMPOSSIBLE) continue;
        const sign = `${head ? LETTER : ''}${joined}${tail ? LETTER : ''}`;
        const word = { ...first, text: sign, hyphen: piece.hyphen };
        const wholes = inCase(speller.candidates(word, placeholder).slice(1), head, first);
        const sum = wholes.reduce((all, { price, cost }) => all + Math.exp(price - cost), 0);
        for (const { text: whole, price, cost: own } of wholes.slice(0, MOST_CANDIDATES)) {
          const share = Math.exp(price - own) / sum;
          found.push({ from, to, head, tail, text: whole, word: prose.read(whole), cost: cost + own, share });
        }
      }
    }
  }
  return found;
}

/** A blank does not tell whether its letter was a capital: the place in the sentence does, where both are words. */
function inCase(candidates: readonly Candidate[], head: boolean, { first }: Word): readonly Candidate[] {
  if (!head) return candidates;
  const texts = new Set(candidates.map(({ text }) => text));
  const other = (text: string): string => {
    const letter = text.charAt(0);
    return (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()) + text.slice(1);
  };
  const capital = (text: string): boolean => /^\p{Lu}/u.test(text);
  return candidates.filter(({ text }) => capital(text) === first || !texts.has(other(text)));
}

const LETTER = '\ufffd';

/** A blank of its own in front of a piece: the line's first sign, or one of two. */
function blankBefore(text: string, start: number): boolean {
  return text.charAt(start - 1) === ' ' && (start < 2 || /[\s("“»–-]/u.test(text.charAt(start - 2)));
}

function blankBehind(text: string, end: number): boolean {
  return text.charAt(end) === ' ' && (end + 1 >= text.length || /[\s.,;:!?)”«-]/u.test(text.charAt(end + 1)));
}

function editOf(
  { from, to, head, tail, text: after, share }: Reading,
  text: string,
  words: readonly Word[],
): Repair[] {
  const [first, last] = [words[from], words[to]];
  if (!first || !last || (from === to && !head && !tail)) return [];
  const start = first.start - (head && blankBefore(text, first.start) ? 1 : 0);
  const end = last.end + (tail && blankBehind(text, last.end) ? 1 : 0);
  return [
    {
      start,
      end,
      before: text.slice(start, end),
      after,
      rule: 'respell-blank',
      confidence: Math.floor(share * 1000) / 1000,
    },
  ];
}
