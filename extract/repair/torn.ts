import type { Repair } from '../../core/document.ts';
import type { Word } from '../../danish/words.ts';
import type { ReadWord, RunningText } from './running-text.ts';

/** What is known of words, for deciding which of them were torn apart. */
export interface TornKnowledge {
  /** A word that texts really use: seen by the model, or whole in the dictionary. */
  isWord(word: string): boolean;
  /** A word, or a compound that the lexicon can explain. */
  knows(word: string): boolean;
  /** A form that is at home in front of a compound: "hørings", "beslutnings". */
  isLinkingForm(word: string): boolean;
}

/**
 * Words that kerning tore in two or three: "ti l", "hørings svar". Pieces are
 * one word where that makes the sentence so much likelier that it outweighs how
 * rarely words are torn. A page is set in one way, so its clear cases tell how
 * often, and the others are judged by that.
 */
export function torn(
  text: string,
  paragraphs: readonly (readonly Word[])[],
  prose: RunningText,
  knowledge: TornKnowledge,
): Repair[] {
  const gaps = paragraphs.reduce((sum, words) => sum + words.length, 0);
  let found: Tear[] = [];
  let rate = RARELY;
  for (let round = 0; round < ROUNDS; round++) {
    const now = paragraphs.flatMap((words) => tearsIn(text, words, rate, prose, knowledge));
    const seen = now.reduce((sum, tear) => sum + tear.gaps.length, 0);
    const done = seen === found.reduce((sum, tear) => sum + tear.gaps.length, 0);
    found = now;
    // A few may be anything; only what recurs tells of the page.
    rate = Math.min(OFTEN, Math.max(RARELY, (seen - FEW) / Math.max(gaps, 1)));
    if (done) break;
  }
  return found
    .flatMap(({ gaps, confidence }) =>
      gaps.map((start) => ({ start, end: start + 1, before: ' ', after: '', rule: 'torn-word', confidence })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Of the gaps between words, how many tear one: on a page that shows nothing of the kind, and at most. */
const RARELY = 1e-4;
const OFTEN = 0.1;
/** Behind a form that asks for the rest of a compound. */
const LIKELY = 0.5;
const FEW = 2;
const ROUNDS = 3;
const CERTAIN = 0.9;
/** Pieces that are words by themselves are mostly those words. */
const CERTAIN_OF_WORDS = 0.98;
const MOST_PIECES = 3;

interface Tear {
  /** Places of the blanks that do not belong. */
  readonly gaps: readonly number[];
  readonly confidence: number;
}

function tearsIn(
  text: string,
  words: readonly Word[],
  rate: number,
  prose: RunningText,
  knowledge: TornKnowledge,
): Tear[] {
  const found: (Tear & { from: number; to: number; odds: number })[] = [];
  for (let from = 0; from + 1 < words.length; from++) {
    for (let to = from + 1; to < Math.min(words.length, from + MOST_PIECES); to++) {
      const pieces = words.slice(from, to + 1);
      if (!mayBeOne(text, pieces)) break;
      if (!isCandidate(text, pieces, knowledge)) continue;
      const gain = gainOf(words, from, to, prose);
      const expected = isLinked(text, pieces, knowledge) ? LIKELY : rate;
      const odds = gain + (pieces.length - 1) * Math.log(expected / (1 - expected));
      const confidence = 1 / (1 + Math.exp(-odds));
      const areWords = pieces.every((piece) => knowledge.isWord(piece.text));
      if (confidence < (areWords ? CERTAIN_OF_WORDS : CERTAIN)) continue;
      const gaps = pieces.slice(0, -1).map((piece) => piece.end);
      found.push({ gaps, confidence: Math.floor(confidence * 1000) / 1000, from, to, odds });
    }
  }
  // A piece belongs to one word only: the one that explains most.
  const taken = new Set<number>();
  return found
    .sort((a, b) => b.odds - a.odds || a.from - b.from)
    .filter(({ from, to }) => {
      const places = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      if (places.some((place) => taken.has(place))) return false;
      for (const place of places) taken.add(place);
      return true;
    });
}

/** Letters with a single blank between them, in one case; no part of an address, and no hyphen in between. */
function mayBeOne(text: string, pieces: readonly Word[]): boolean {
  const last = pieces.at(-1);
  const [first] = pieces;
  if (!first || !last) return false;
  return pieces.every((piece, at) => {
    const next = pieces[at + 1];
    if (piece.fixed || !/^\p{L}+$/u.test(piece.text)) return false;
    if (at > 0 && !/^(?:\p{Ll}+|\p{Lu}+)$/u.test(piece.text)) return false;
    if (/\p{Lu}/u.test(piece.text.slice(1)) !== /^\p{Lu}/u.test(last.text)) {
      if (piece.text.length > 1 || /^\p{Lu}/u.test(last.text)) return false;
    }
    return !next || (next.start === piece.end + 1 && text.charAt(piece.end) === ' ');
  });
}

/** What is worth weighing: words that are listed, and compounds of which a piece is no word by itself. */
function isCandidate(text: string, pieces: readonly Word[], knowledge: TornKnowledge): boolean {
  const whole = pieces.map((piece) => piece.text).join('');
  if (whole.length < 3 || pieces.some((piece) => isLetter(text, piece))) return false;
  // Columns and options go by single letters: "C D E".
  if (whole.length === pieces.length) return false;
  return knowledge.isWord(whole) || (knowledge.knows(whole) && !arePhrase(pieces, knowledge));
}

/** Words of one letter, and the letters of a list: "i", "a)", "b." */
function isLetter(text: string, { text: piece, end }: Word): boolean {
  return piece.length === 1 && (/[iåø]/iu.test(piece) || /[).]/u.test(text.charAt(end)));
}

/** Two words side by side, which no listed word is made of: "fire politikredse", and no "hørings svar". */
function arePhrase(pieces: readonly Word[], knowledge: TornKnowledge): boolean {
  for (let at = 1; at < pieces.length; at++) {
    const [left, right] = [pieces.slice(0, at), pieces.slice(at)].map((part) =>
      part.map(({ text }) => text).join(''),
    );
    if (!left || !right || !knowledge.knows(left) || !knowledge.knows(right)) continue;
    if (!isLinkingForm(left, knowledge)) return true;
  }
  return false;
}

/** "hørings svar"; but "en kommunes sag" is a genitive, and so may be what stands before no listed word. */
function isLinked(text: string, pieces: readonly Word[], knowledge: TornKnowledge): boolean {
  const [left, right] = pieces;
  if (!left || !right || pieces.length > 2 || right.text.length < 3) return false;
  if (!isLinkingForm(left.text, knowledge)) return false;
  return knowledge.isWord(left.text + right.text) || !LEAD_IN.test(text.slice(0, left.start));
}

function isLinkingForm(word: string, knowledge: TornKnowledge): boolean {
  return GENITIVE_IN_FRONT.test(word) && knowledge.isLinkingForm(word);
}

const LEAD_IN = /(?<!\S)(?:en|et|denne|dette|hver|hvert|ingen|enhver|nogen|sin|sit|vores|din|dit)\s+$/iu;

/** Nouns that take their bare genitive in front of a compound only, or after "en", "hver" and the like. */
const GENITIVE_IN_FRONT = /(?:nings|heds|tions|itets|skabs|doms|rings)$/u;

/** How much likelier the sentence is with one word in place of the pieces. */
function gainOf(words: readonly Word[], from: number, to: number, prose: RunningText): number {
  const pieces = words.slice(from, to + 1);
  const one = prose.read(pieces.map((piece) => piece.text).join(''));
  if (!one.known) return Number.NEGATIVE_INFINITY;
  const before: ReadWord[] = [];
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) {
    if (words[at + 1]?.first) break;
    before.unshift(prose.read(words[at]?.text ?? ''));
  }
  const after: ReadWord[] = [];
  for (let at = to + 1; at <= to + 2; at++) {
    const word = words[at];
    if (!word || word.first) break;
    after.push(prose.read(word.text));
  }
  const several = pieces.map((piece) => prose.read(piece.text));
  return prose.price(before, [one, ...after]) - prose.price(before, [...several, ...after]);
}
