import type { Repair } from '../../core/document.ts';
import type { Word } from '../../danish/words.ts';
import type { ReadWord, RunningText } from './running-text.ts';

/** What is known of words, for deciding where one ends and the next begins. */
export interface RunTogetherKnowledge {
  /** A word that texts really use: seen by the model, or whole in the dictionary. */
  isWord(word: string): boolean;
  /** A word, or a compound that the lexicon can explain. */
  knows(word: string): boolean;
  /** How often the model has seen a word. */
  count(word: string): number;
}

/**
 * Words that lost the blank between them: "ogkommunerne", "medat". Danish makes
 * one word of two all the time, and authors do so where the dictionary does not
 * ("idag"), so a single case says nothing: only where a page has many that fell
 * together with the small words of the language are its words taken apart, each
 * at the rate that the page shows.
 */
export function runTogether(
  paragraphs: readonly (readonly Word[])[],
  prose: RunningText,
  knowledge: RunTogetherKnowledge,
): Repair[] {
  const places = paragraphs.flatMap((words) =>
    words.flatMap((word, at) => (mayBeSeveral(word, knowledge) ? [{ words, at, word }] : [])),
  );
  const all = paragraphs.reduce((sum, words) => sum + words.length, 0);
  if (places.length < FEW) return [];
  const splits = places.flatMap(({ words, at, word }) => {
    const split = bestSplit(words, at, word, prose, knowledge);
    return split ? [split] : [];
  });
  const clear = splits.filter(({ parts }) => parts.some((part) => knowledge.count(part) >= COMMON));
  const evidence = clear.map(({ gain, parts }) => gain + (parts.length - 1) * Math.log(RARELY));
  const found = evidence.filter((gain) => gain > 0).length;
  const sum = evidence.reduce((total, gain) => total + Math.min(Math.max(gain, 0), MOST_FROM_ONE), 0);
  if (sum < EVIDENCE || found < FEW || found < all * SHARE) return [];
  const rate = Math.min(OFTEN, found / all);
  return splits.flatMap(({ word, parts, gain }) => {
    const odds = gain + (parts.length - 1) * Math.log(rate / (1 - rate));
    const confidence = 1 / (1 + Math.exp(-odds));
    // A compound stays one word, and so does a place of its own (Roskildevej), unless small words show where it ends.
    const small = parts.some((part) => knowledge.count(part) >= COMMON);
    if (word.text.length < SHORTEST && !parts.every((part) => knowledge.count(part) >= COMMON)) return [];
    if (confidence < (small ? CERTAIN : CERTAIN_OF_COMPOUND)) return [];
    if (!small && (knowledge.knows(word.text) || /^\p{Lu}\p{Ll}+$/u.test(word.text))) return [];
    let end = word.start;
    return parts.slice(0, -1).map((part) => {
      end += part.length;
      const rounded = Math.floor(confidence * 1000) / 1000;
      return { start: end, end, before: '', after: ' ', rule: 'run-together', confidence: rounded };
    });
  });
}

/** Of the blanks, how many are lost: on a page that shows nothing of the kind, and at most. */
const RARELY = 1e-3;
const OFTEN = 0.1;
/** Fewer words than this may be slips, or names of firms. */
const FEW = 3;
const SHARE = 0.005;
/** In nats, and how much of it a single word may bring. */
const EVIDENCE = 10;
const MOST_FROM_ONE = 8;
/** Seen this often, a word is one of the small ones. */
const COMMON = 200;
const CERTAIN = 0.8;
const CERTAIN_OF_COMPOUND = 0.95;
const MOST_PARTS = 4;
/** Shorter ones are initials more often. */
const SHORTEST = 5;
const SHORTEST_COMPOUND = 8;
const LONGEST = 40;

interface Split {
  readonly word: Word;
  readonly parts: readonly string[];
  /** How much likelier the sentence is with the parts, in nats. */
  readonly gain: number;
}

/** What authors write as one though the dictionary does not: no damage, and no sign of it. */
const WRITTEN_AS_ONE = new Set(
  `idag igår imorgen iaften inat iår ialt iøvrigt ihvertfald iforhold iforbindelse istedet istedetfor istand
  igang igen ihvert isted isåfald ikraft påny tilstede tilbunds tilgode tilrette tilsidst tilfælles
  forsåvidt forneden foroven ovenpå indenfor udenfor overfor ligesålidt ligeså såvidt sålænge såsnart nårsomhelst
  hvorsomhelst hvadsomhelst etellerandet enhver udfra henad indtil udover henover medmindre alligevel`.split(
    /\s+/u,
  ),
);

function mayBeSeveral(word: Word, knowledge: RunTogetherKnowledge): boolean {
  const { text } = word;
  if (word.fixed || word.hyphen || text.length < 4 || text.length > LONGEST) return false;
  if (WRITTEN_AS_ONE.has(text.toLowerCase())) return false;
  return /^\p{L}+$/u.test(text) && !/^\p{Lu}{2,5}$/u.test(text) && !knowledge.isWord(text);
}

function bestSplit(
  words: readonly Word[],
  at: number,
  word: Word,
  prose: RunningText,
  knowledge: RunTogetherKnowledge,
): Split | null {
  const before: ReadWord[] = [];
  for (let back = at - 1; back >= Math.max(0, at - 2) && !words[back + 1]?.first; back--) {
    before.unshift(prose.read(words[back]?.text ?? ''));
  }
  const next = words[at + 1];
  const after = next && !next.first ? [prose.read(next.text)] : [];
  const whole = prose.price(before, [prose.read(word.text), ...after]);
  let best: Split | null = null;
  for (const parts of splitsOf(word.text, knowledge)) {
    const gain = prose.price(before, [...parts.map((part) => prose.read(part)), ...after]) - whole;
    if (!best || gain > best.gain) best = { word, parts, gain };
  }
  return best;
}

/** All ways to cut a word into words, the fewest parts first, up to a bound. */
function splitsOf(text: string, knowledge: RunTogetherKnowledge): string[][] {
  const found: string[][] = [];
  const cut = (from: number, parts: readonly string[]): void => {
    for (let end = text.length; end > from; end--) {
      const part = text.slice(from, end);
      if (from === 0 && end === text.length) continue;
      if (end < text.length && parts.length + 1 >= MOST_PARTS) continue;
      if (!isPart(part, from > 0 ? text.charAt(from - 1) : '', knowledge)) continue;
      if (end === text.length) found.push([...parts, part]);
      else if (found.length < MOST_SPLITS) cut(end, [...parts, part]);
    }
  };
  cut(0, []);
  return found;
}

const MOST_SPLITS = 60;

function isPart(part: string, before: string, knowledge: RunTogetherKnowledge): boolean {
  if (part.length === 1) return /^[iåø]$/u.test(part);
  // Words begin small behind small letters, or with a capital; KKR before Sjælland, but no capital left over.
  if (!/^(?:\p{Lu}?\p{Ll}+|\p{Lu}{2,5})$/u.test(part)) return false;
  if (/^\p{Ll}/u.test(part) && /\p{Lu}/u.test(before)) return false;
  if (/^\p{Lu}{2,5}$/u.test(part)) return knowledge.count(part) > 0;
  return part.length >= SHORTEST_COMPOUND ? knowledge.knows(part) : knowledge.isWord(part);
}
