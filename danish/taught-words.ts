import { createHash } from 'node:crypto';
import type { TaughtWords } from '../core/taught-words.ts';
import { BOUNDARY, NUMBER, pairKey, UNKNOWN, type WordCounts } from './word-model.ts';
import { encodeCounts } from './word-model-file.ts';
import { wordsOf } from './words.ts';

/** Clean text of one meeting's documents; a document without a meeting stands for itself. */
export interface CleanText {
  readonly meeting: string;
  readonly pages: readonly string[];
}

/** A word or a pair counts as the domain's once so many meetings have it, so that no slip is taken for a word. */
const MEETINGS = 2;
/** Of the commonest, so that what is kept stays small however large the archive. */
const MOST_WORDS = 20_000;
const MOST_PAIRS = 60_000;
/** Words of running text that are listened to; in memory that is some 100 MB while it lasts. */
const MOST_TEXT = 3_000_000;

interface Tally {
  count: number;
  meetings: number;
  /** The last that had it: texts of one meeting may come one after the other only. */
  last: string;
}

/** Counts words and pairs of neighbours; answers with those that several meetings share. */
export interface Listener {
  /** False once enough was heard: what follows would count for nothing. */
  hear(text: CleanText): boolean;
  learnt(): TaughtWords;
}

export function createListener(): Listener {
  const words = new Map<string, Tally>();
  const pairs = new Map<string, Map<string, Tally>>();
  let documents = 0;
  let length = 0;
  return {
    hear({ meeting, pages }) {
      if (length >= MOST_TEXT) return false;
      documents++;
      for (const page of pages) {
        let before = BOUNDARY;
        for (const word of wordsOf(page)) {
          if (word.first) {
            before = BOUNDARY;
            note(words, BOUNDARY, meeting);
          }
          const name = nameOf(word.text, word.fixed);
          note(words, name, meeting);
          const after = pairs.get(before) ?? new Map<string, Tally>();
          pairs.set(before, after);
          note(after, name, meeting);
          before = name;
          length++;
        }
      }
      return true;
    },
    learnt() {
      const counts = shared(words, pairs);
      const bytes = new Uint8Array(encodeCounts(counts));
      return {
        version: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
        counts: bytes,
        documents,
        words: counts.words.length - SIGNS.length,
        pairs: counts.bigrams.size,
      };
    },
  };
}

const SIGNS = [BOUNDARY, NUMBER, UNKNOWN];

/** In lower case; what is no word of letters is a number or unknown. */
function nameOf(text: string, fixed: boolean): string {
  if (/^\p{N}+$/u.test(text)) return NUMBER;
  return !fixed && /^\p{L}{2,}$|^[iåøIÅØ]$/u.test(text) ? text.toLowerCase() : UNKNOWN;
}

function note(tallies: Map<string, Tally>, name: string, meeting: string): void {
  const tally = tallies.get(name);
  if (!tally) tallies.set(name, { count: 1, meetings: 1, last: meeting });
  else {
    tally.count++;
    if (tally.last !== meeting) tally.meetings++;
    tally.last = meeting;
  }
}

function shared(
  words: ReadonlyMap<string, Tally>,
  pairs: ReadonlyMap<string, ReadonlyMap<string, Tally>>,
): WordCounts {
  const kept = commonest(
    [...words].filter(([name, { meetings }]) => meetings >= MEETINGS && !SIGNS.includes(name)),
    MOST_WORDS,
  );
  const names = [...SIGNS, ...kept.map(([name]) => name).sort()];
  const ids = new Map(names.map((name, at) => [name, at] as const));
  const found = [...pairs].flatMap(([a, after]) =>
    [...after].flatMap(([b, tally]) => {
      const [from, to] = [ids.get(a), ids.get(b)];
      return from === undefined || to === undefined || tally.meetings < MEETINGS
        ? []
        : [[pairKey(from, to), tally] as const];
    }),
  );
  return {
    words: names,
    unigrams: names.map((name) => words.get(name)?.count ?? 0),
    bigrams: new Map(commonest(found, MOST_PAIRS).map(([key, { count }]) => [key, count])),
    trigrams: new Map(),
  };
}

/** Ties are broken by name, so that the same texts teach the same in any order. */
function commonest<Name extends string | number>(
  entries: readonly (readonly [Name, Tally])[],
  most: number,
): (readonly [Name, Tally])[] {
  return entries
    .toSorted(([a, x], [b, y]) => y.meetings - x.meetings || y.count - x.count || (a < b ? -1 : 1))
    .slice(0, most);
}
