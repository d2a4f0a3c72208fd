import type { Repair } from '../../core/document.ts';
import type { Span } from './edits.ts';

/**
 * Blanks where none belong: letter-spaced headings and words that kerning
 * tore apart. And the opposite, words that grew together.
 */
export interface SpaceKnowledge {
  /** A word that texts really use: seen by the model, or whole in the dictionary. */
  isWord(word: string): boolean;
  /** A word, or a compound that the lexicon can explain. */
  knows(word: string): boolean;
  /** How often the model has seen a word. */
  count(word: string): number;
  /** A name of a place or person that has no other use. */
  isName(word: string): boolean;
  /** A form that is at home in front of a compound: "hørings", "beslutnings". */
  isLinkingForm(word: string): boolean;
}

const SPACED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{1,2}|\p{N})(?:[ \u00a0]{1,4}(?:\p{Lu}{1,2}|\p{N}))+(?![\p{L}\p{N}])/gu;

/** Fewer pieces than this may be initials or a list: "A B C". */
const MIN_PIECES = 4;

/** `within` are the Danish stretches of the text; letter-spacing knows no language. */
export function unspace(text: string, within: readonly Span[], knowledge: SpaceKnowledge): Repair[] {
  const edits = letterSpaced(text, knowledge);
  for (const [start, end] of within) {
    const stretch = text.slice(start, end);
    for (const edit of [...torn(stretch, knowledge), ...glued(stretch, knowledge)]) {
      edits.push({ ...edit, start: edit.start + start, end: edit.end + start });
    }
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.filter((edit, at) => at === 0 || edit.start >= (edits[at - 1]?.end ?? 0));
}

/** "K K R  S J Æ L L A N D" and "D AG S O R D E N 2 0 1 5". */
function letterSpaced(text: string, knowledge: SpaceKnowledge): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(SPACED)) {
    const before = match[0];
    const pieces = before.split(/[ \u00a0]+/);
    if (pieces.length < MIN_PIECES) continue;
    const single = pieces.filter((piece) => piece.length === 1).length;
    if (single < pieces.length / 2 || pieces.filter((piece) => /\p{Lu}/u.test(piece)).length < 3) continue;
    const words = wordsOf(before, knowledge);
    if (!words) continue;
    const start = match.index;
    edits.push({
      start,
      end: start + before.length,
      before,
      after: words.join(' '),
      rule: 'letter-spaced',
      confidence: 0.97,
    });
  }
  return edits;
}

/** Wide gaps part words for certain; inside a stretch the lexicon does. Null where it finds no words. */
function wordsOf(spaced: string, knowledge: SpaceKnowledge): string[] | null {
  const stretches = spaced.split(/[ \u00a0]{2,}/).map((stretch) => stretch.replaceAll(/[ \u00a0]/g, ''));
  const words = stretches.map((stretch) => segment(stretch, knowledge));
  // Where every gap is wide, the gaps say nothing.
  if (words.every((found) => found !== null)) return words.flat();
  return segment(stretches.join(''), knowledge);
}

/** Cuts letters without blanks into the fewest words; runs of digits are words. */
function segment(letters: string, knowledge: SpaceKnowledge): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = 0; start < end; start++) {
      const soFar = best[start];
      const piece = letters.slice(start, end);
      if (!soFar || (best[end]?.length ?? Number.POSITIVE_INFINITY) <= soFar.length + 1) continue;
      const digits = /^\p{N}+$/u.test(piece);
      if (
        digits
          ? /\p{N}/u.test(letters[end] ?? '') || /\p{N}/u.test(letters[start - 1] ?? '')
          : piece.length < 2
      ) {
        continue;
      }
      const known = digits || (piece.length <= 3 ? knowledge.count(piece) > 0 : knowledge.knows(piece));
      if (known) best[end] = [...soFar, piece];
    }
  }
  return best[letters.length] ?? null;
}

const PAIR =
  /(?<![\p{L}\p{N}\p{M}.@/_-])(?<left>\p{L}\p{Ll}*)(?<blank> )(?=(?<right>\p{Ll}+)(?![\p{L}\p{N}\p{M}@/_-]|\.\p{L})(?!(?<=\s\p{L})\.))/gu;

/** "ti l", "afvi ger", "hørings svar". */
function torn(text: string, knowledge: SpaceKnowledge): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(PAIR)) {
    const { left = '', right = '' } = match.groups ?? {};
    const start = match.index + left.length;
    const confidence = tornConfidence(left, right, text.slice(0, match.index), knowledge);
    if (confidence === null) continue;
    edits.push({ start, end: start + 1, before: ' ', after: '', rule: 'torn-word', confidence });
  }
  return edits;
}

/** So long a word is not put together by chance from a word and a piece of another. */
const LONG = 9;

const LEAD_IN = /(?:^|\s)(?:en|et|denne|dette|hver|hvert|ingen|enhver|nogen|sin|sit|vores|din|dit)\s+$/iu;

function tornConfidence(
  left: string,
  right: string,
  before: string,
  knowledge: SpaceKnowledge,
): number | null {
  const whole = left + right;
  if (whole.length < 3 || !knowledge.isWord(whole)) {
    // A compound that nobody listed, torn behind its linking s.
    return isLinked(left, right, knowledge) && knowledge.knows(whole) && !LEAD_IN.test(before) ? 0.9 : null;
  }
  const seen = knowledge.count(whole);
  const leftWord = knowledge.isWord(left);
  const rightWord = knowledge.isWord(right);
  // Single letters are words only where they are: "i", "ø", "å"; else they are pieces of "ti l".
  if (right.length === 1 && !/[iøå]/u.test(right)) return seen >= 3 && left.length >= 2 ? 0.97 : null;
  if (left.length === 1) return null;
  if (!leftWord && !rightWord) return 0.97;
  if (!rightWord && right.length >= 2) return seen >= 1 || whole.length >= LONG ? 0.93 : null;
  if (!leftWord && left.length >= 2 && !/^\p{Lu}/u.test(left))
    return seen >= 1 || whole.length >= LONG ? 0.93 : null;
  return isLinked(left, right, knowledge) ? 0.93 : null;
}

/** Seen this often, a word is one of the small ones that join sentences, not compounds. */
const COMMON = 300;

/**
 * "Beslutnings sag": nouns on -ning, -hed, -tion, -tet, -skab, -dom take their
 * bare genitive in front of a compound only, or after "en", "hver" and the like.
 */
function isLinked(left: string, right: string, knowledge: SpaceKnowledge): boolean {
  return (
    right.length >= 3 &&
    knowledge.count(right) < COMMON &&
    /(?:nings|heds|tions|itets|skabs|doms|rings)$/u.test(left) &&
    knowledge.isLinkingForm(left) &&
    knowledge.isWord(right)
  );
}

const GLUED = /(?<![\p{L}\p{N}@/._-])(?<left>\p{L}\p{Ll}+)(?<right>\p{Lu}\p{Ll}+)(?![\p{L}\p{N}@/_-])/gu;
const SMALL = /^(?:i|af|for|til|og|med|på|fra|om|ved|at|den|det|de)$/u;

/** "SocialtilsynØst", "ogKøbenhavn". Names that are written so ("KommuneKredit") have two common nouns. */
function glued(text: string, knowledge: SpaceKnowledge): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(GLUED)) {
    const { left = '', right = '' } = match.groups ?? {};
    const compass = /^(?:Øst|Vest|Nord|Syd|Midt)$/u.test(right) || knowledge.isName(right);
    const certain = SMALL.test(left)
      ? knowledge.isWord(right)
      : left.length >= 5 && compass && knowledge.knows(left);
    if (!certain) continue;
    const start = match.index + left.length;
    edits.push({ start, end: start, before: '', after: ' ', rule: 'glued-words', confidence: 0.92 });
  }
  return edits;
}
