import { type Automaton, NONE } from '../../danish/automaton.ts';
import type { Confusion } from './confusions.ts';

/**
 * A way in which letters were lost, with its price for every reading. `kept`
 * is what it costs that a letter came through as it is.
 */
export interface Channel {
  readonly name: string;
  /** Readings by their first sign; those that leave no sign stand under "". */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** What a page has to show, in nats, before it is believed to be damaged in this way. */
  readonly evidence: number;
  /** The writer's, and so of the whole page: paragraphs that are right speak against the others. */
  readonly ofAll?: boolean;
  /** Knows readings as well that are no proof of damage; left out where all are. */
  readonly respellWith?: Channel;
  kept(letter: string): number;
}

/** A confusion made ready for the search. */
interface Reading extends Confusion {
  /** The true letters in lower case. */
  readonly letters: string;
  readonly capital: boolean;
}

export function createChannel(
  parts: Omit<Channel, 'readings'> & { readonly confusions: readonly Confusion[] },
): Channel {
  const { confusions, ...rest } = parts;
  const readings = new Map<string, Reading[]>();
  // The cheapest first, so that a search can stop at the first that is too dear.
  for (const { read, truth, cost } of [...confusions].sort((a, b) => a.cost - b.cost)) {
    const reading = { read, truth, cost, letters: truth.toLowerCase(), capital: isCapital(truth) };
    readings.set(read.charAt(0), [...(readings.get(read.charAt(0)) ?? []), reading]);
  }
  return { ...rest, readings };
}

export interface Found {
  /** As the lexicon writes it. */
  readonly form: string;
  readonly number: number;
  /** Where the reading of it ends. */
  readonly end: number;
  readonly cost: number;
}

/** Which letters of a word are capitals: none, the first, or all. */
export type Capitals = 'none' | 'first' | 'all';

/**
 * All forms of the lexicon that may have been read as the signs from `start`
 * on, at no more than `limit`; only those that reach the end unless `partly`.
 */
export function findForms(
  automaton: Automaton,
  channel: Channel,
  read: string,
  start: number,
  capitals: Capitals,
  limit: number,
  partly: boolean,
): Found[] {
  const found = new Map<number, Found>();
  const loses = channel.readings.has('');
  const report = (form: string, number: number, end: number, cost: number): void => {
    const key = number * 64 + end;
    const known = found.get(key);
    if (!known || cost < known.cost) found.set(key, { form, number, end, cost });
  };

  /** Follows true letters from a node; a form may be a name, so its first letter may be a capital. */
  const follow = (
    node: number,
    number: number,
    form: string,
    truth: string,
    place: number,
    at: number,
    cost: number,
  ): void => {
    const letter = truth.charAt(place);
    for (const variant of form === '' ? [letter, letter.toUpperCase()] : [letter]) {
      const edge = automaton.edge(node, variant.charCodeAt(0));
      if (edge === NONE) continue;
      const longer = form + variant;
      if (place + 1 < truth.length) {
        follow(automaton.target(edge), number + automaton.through(edge), longer, truth, place + 1, at, cost);
        continue;
      }
      if (automaton.ends(edge) && (partly || at === read.length)) {
        report(longer, number + automaton.before(edge), at, cost);
      }
      walk(automaton.target(edge), number + automaton.through(edge), longer, at, cost);
    }
  };

  const walk = (node: number, number: number, form: string, at: number, cost: number): void => {
    if (node === NONE || cost > limit) return;
    const capital = capitals === 'all' || (capitals === 'first' && form === '' && start === 0);
    const sign = read.charAt(at);
    if (sign !== '') {
      const price =
        cost + channel.kept(sign) + (isCapital(sign) && !capital ? (at === 0 ? 99 : CASE_SLIP) : 0);
      if (price <= limit && /\p{L}|['.-]/u.test(sign)) {
        follow(node, number, form, sign.toLowerCase(), 0, at + 1, price);
      }
    }
    if (sign === '' && !loses) return;
    for (const first of sign !== '' && loses ? [sign, ''] : [sign]) {
      for (const reading of channel.readings.get(first) ?? []) {
        const price = cost + reading.cost;
        if (price > limit) break;
        if (reading.capital !== capital || !read.startsWith(reading.read, at)) continue;
        follow(node, number, form, reading.letters, 0, at + reading.read.length, price);
      }
    }
  };

  walk(automaton.root, 0, '', start, 0);
  return [...found.values()];
}

/** A capital in the middle of a word, as a reader takes k for K. */
const CASE_SLIP = 4;

const isCapital = (truth: string): boolean => truth.charAt(0) !== truth.charAt(0).toLowerCase();
