import { stem } from '../../index/analysis/stem.ts';
import { likeness } from './likeness.ts';

/** What tells one matter from another: an item's title and what it says. */
export interface Matter {
  readonly title: string;
  readonly text: string;
}

export interface MatterLikeness {
  readonly title: number;
  readonly text: number;
}

/** Points of order come at every meeting and are no matter that goes on from one to the next. */
export function isFormality(title: string): boolean {
  return FORMALITY.test(title.trim());
}

const FORMALITY =
  /^(?:godkendelse af (?:\p{L}+ )?(?:dagsorden|referat)|eventuelt|konstituering|meddelelser|siden sidst|velkomst|(?:\p{L}*punkter|sager) til (?:det )?(?:næste|kommende) møde|(?:det )?næste møde|mødeplan|mødekalender|orientering fra (?:formand|sekretariat|medlemm)|nyt fra|gensidig orientering|bordet rundt|underskrift)/iu;

/**
 * Which of some matters, the items of one meeting, is the one that a text is
 * about: the most alike in title and words, if it is alike enough and stands out
 * from the rest. Words count by how few of the candidates use them.
 */
export function standsOut(
  about: Matter,
  candidates: readonly Matter[],
): { readonly index: number; readonly like: MatterLikeness } | null {
  const bags = candidates.map(bagOf);
  const rarity = rarityIn(bags);
  const own = bagOf(about);
  const ranked = candidates
    .map((candidate, index) => {
      const like = { title: likeness(about.title, candidate.title), text: cosine(own, bags[index], rarity) };
      return { index, like, score: like.title + like.text, formal: isFormality(candidate.title) };
    })
    .filter(({ formal }) => !formal)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || (best.like.title < LIKE_TITLE && best.like.text < LIKE_TEXT)) return null;
  if (second && best.score < second.score * MARGIN) return null;
  return { index: best.index, like: best.like };
}

const LIKE_TITLE = 0.45;
const LIKE_TEXT = 0.25;
const MARGIN = 1.25;

/** How alike two matters are, each measure from 0 to 1. */
export function matterLikeness(a: Matter, b: Matter): MatterLikeness {
  const bags = [bagOf(a), bagOf(b)];
  return { title: rounded(likeness(a.title, b.title)), text: rounded(cosine(bags[0], bags[1], () => 1)) };
}

/** To hundredths: more would feign a precision that the measure has not. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

type Bag = ReadonlyMap<string, number>;

/**
 * Words of five letters and more by how often they occur, their endings taken
 * off. The first pages of an item say what it is about; what follows would only
 * take time.
 */
function bagOf(matter: Matter): Bag {
  const known = BAGS.get(matter);
  if (known) return known;
  const { title, text } = matter;
  const bag = new Map<string, number>();
  const words = `${title} ${title} ${text.slice(0, READ_AT_MOST)}`.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  for (const word of words) {
    const bare = stem(word);
    bag.set(bare, (bag.get(bare) ?? 0) + 1);
  }
  BAGS.set(matter, bag);
  return bag;
}

/** One history compares the items of a meeting with many others. */
const BAGS = new WeakMap<Matter, Bag>();

const READ_AT_MOST = 6_000;

function rarityIn(bags: readonly Bag[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + bags.length / (holders.get(word) ?? 0.5));
}

function cosine(a: Bag | undefined, b: Bag | undefined, rarity: (word: string) => number): number {
  if (!a || !b) return 0;
  const weight = (bag: Bag, word: string) => Math.log1p(bag.get(word) ?? 0) * rarity(word);
  const norm = (bag: Bag) => Math.hypot(...[...bag.keys()].map((word) => weight(bag, word)));
  let dot = 0;
  for (const word of a.keys()) if (b.has(word)) dot += weight(a, word) * weight(b, word);
  const length = norm(a) * norm(b);
  return length === 0 ? 0 : dot / length;
}
