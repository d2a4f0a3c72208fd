import { align } from './align.ts';

/**
 * What a repair did to each word: of the words that were damaged, how many are
 * right now; of the words that were right, how many are wrong now. A repair
 * that changes nothing has a perfect second figure, one that guesses wildly may
 * have a fine first one: only both together say something.
 */
export interface RepairScore {
  readonly words: number;
  readonly damaged: number;
  /** Damaged words that are right after the repair. */
  readonly mended: number;
  /** Words that were right before the repair and are wrong after it. */
  readonly spoilt: number;
  readonly kinds: ReadonlyMap<string, { readonly damaged: number; readonly mended: number }>;
  readonly misses: readonly RepairMiss[];
}

interface RepairMiss {
  /** The true word. */
  readonly word: string;
  readonly damaged: string;
  readonly repaired: string;
  readonly what: 'not-mended' | 'spoilt';
  readonly kind: string;
}

export type KindOfDamage = (word: string, damaged: string) => string;

/** Texts of page size: the alignment's memory grows with length times damage. */
export function scoreRepair(
  clean: string,
  damaged: string,
  repaired: string,
  kindOf: KindOfDamage = kindOfDamage,
): RepairScore {
  const before = images(clean, damaged);
  const after = images(clean, repaired);
  const kinds = new Map<string, { damaged: number; mended: number }>();
  const misses: RepairMiss[] = [];
  let damagedCount = 0;
  let mended = 0;
  before.forEach(({ word, image }, index) => {
    const result = after[index]?.image ?? '';
    const wasRight = image === word;
    if (wasRight && result !== word) {
      misses.push({ word, damaged: image, repaired: result, what: 'spoilt', kind: 'right' });
    }
    if (wasRight) return;
    const kind = kindOf(word, image);
    const counts = kinds.get(kind) ?? { damaged: 0, mended: 0 };
    const isMended = result === word;
    kinds.set(kind, { damaged: counts.damaged + 1, mended: counts.mended + (isMended ? 1 : 0) });
    damagedCount += 1;
    if (isMended) mended += 1;
    else misses.push({ word, damaged: image, repaired: result, what: 'not-mended', kind });
  });
  const spoilt = misses.filter((miss) => miss.what === 'spoilt').length;
  return { words: before.length, damaged: damagedCount, mended, spoilt, kinds, misses };
}

export function sumRepairs(scores: readonly RepairScore[]): RepairScore {
  const kinds = new Map<string, { damaged: number; mended: number }>();
  for (const [kind, counts] of scores.flatMap((score) => [...score.kinds])) {
    const sum = kinds.get(kind) ?? { damaged: 0, mended: 0 };
    kinds.set(kind, { damaged: sum.damaged + counts.damaged, mended: sum.mended + counts.mended });
  }
  const sum = (value: (score: RepairScore) => number) => scores.reduce((all, score) => all + value(score), 0);
  return {
    words: sum((score) => score.words),
    damaged: sum((score) => score.damaged),
    mended: sum((score) => score.mended),
    spoilt: sum((score) => score.spoilt),
    kinds,
    misses: scores.flatMap((score) => score.misses),
  };
}

/** Share of damaged words made right; 1 where none was damaged. */
export function mendedRate(score: Pick<RepairScore, 'damaged' | 'mended'>): number {
  return score.damaged === 0 ? 1 : score.mended / score.damaged;
}

/** Share of right words made wrong. */
export function spoiltRate(score: RepairScore): number {
  const right = score.words - score.damaged;
  return right === 0 ? 0 : score.spoilt / right;
}

/**
 * What each word of the clean text became in the other: the whole tokens that
 * its letters were carried to, so that a word torn in two comes back as both
 * halves and two words run together as the one.
 */
function images(clean: string, other: string): { word: string; image: string }[] {
  const target = new Int32Array(clean.length).fill(-1);
  for (const step of align(clean, other).steps) {
    if ((step.kind === 'same' || step.kind === 'changed') && !isSpace(clean[step.from])) {
      target[step.from] = step.to;
    }
  }
  return [...clean.matchAll(/\S+/gu)].map((match) => {
    const end = match.index + match[0].length;
    const places = Array.from(target.subarray(match.index, end)).filter(
      (place) => place >= 0 && !isSpace(other[place]),
    );
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return { word: match[0], image: '' };
    let from = first;
    let to = last + 1;
    while (from > 0 && !isSpace(other[from - 1])) from -= 1;
    while (to < other.length && !isSpace(other[to])) to += 1;
    return { word: match[0], image: other.slice(from, to).replace(/\s+/gu, ' ') };
  });
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/u.test(character);
}

/** A name for the damage, from what can be seen of it; generators of damage pass a better one. */
function kindOfDamage(word: string, damaged: string): string {
  if (damaged === '') return 'word lost';
  const joined = damaged.replace(/ /gu, '');
  if (joined === word) return 'split';
  if (damaged.includes(word) && !damaged.includes(' ')) return 'run together';
  if (/[\ufffd\ue000-\uf8ff?\u25a1]/u.test(damaged) && !/[?]/u.test(word)) return 'placeholder';
  if (/[\u00c3\u00c2\u251c\u00e2\u0192]/u.test(damaged)) return 'mojibake';
  if (joined.replace(/-/gu, '') === word.replace(/-/gu, '')) return 'hyphen';
  if (joined.toLowerCase() === word.toLowerCase()) return 'case';
  if (joined.length < word.length && isSubsequence(joined, word)) return 'letters lost';
  const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/[æøåÆØÅ]/u.test(word) || folded(word) !== word.toLowerCase()) return 'æøå';
  return 'other letters';
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
