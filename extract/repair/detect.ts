import type { Word } from '../../danish/words.ts';
import type { Channel } from './candidates.ts';
import type { RepairModel } from './model.ts';
import type { Speller } from './speller.ts';

/** A stretch of text that was damaged in one way: what to respell, and how. */
export interface Damage {
  readonly channel: Channel;
  readonly words: readonly Word[];
}

/**
 * Finds out for each of the Danish paragraphs whether and how letters were lost. For each way of
 * losing letters the words of the page are explained twice: as they stand, and
 * as a damaged reading of some other word. The gain, in nats, is the evidence:
 * every right æ, ø or å speaks against a reader that knows none, every
 * non-word that is one misreading away from a common word speaks for it.
 * `likely` names the channel that other pages of the document went through:
 * it takes little to believe that this one did too.
 */
export function detectDamage(
  all: readonly (readonly Word[])[],
  channels: readonly Channel[],
  model: RepairModel,
  speller: Speller,
  likely: string | null = null,
): Damage[] {
  const split = all.map((words) => {
    const open = words.filter((word) => !word.fixed);
    const { right = [], unknown = [] } = Object.groupBy(open, (word) =>
      isKnown(word.text, model) ? 'right' : 'unknown',
    );
    return { right, unknown };
  });
  const gainsOf = (channel: Channel, most: number): number[] =>
    split.map(({ right, unknown }) => gainOf(unknown.slice(0, most), right, channel, speller));
  let channel: Channel | null = null;
  let evidence = 0;
  for (const rival of channels) {
    // A paragraph of clean text among damaged ones mostly tells nothing about the others.
    const gains = gainsOf(rival, SAMPLE).filter((gain) => gain > 0 || rival.ofAll === true);
    const sum = gains.reduce((total, gain) => total + gain, 0);
    if (sum < (rival.name === likely ? EVIDENCE_OF_LIKELY : rival.evidence) || sum <= evidence) continue;
    channel = rival;
    evidence = sum;
  }
  if (!channel) return [];
  const gains = gainsOf(channel, Number.POSITIVE_INFINITY);
  const limit = gains.reduce((total, gain) => total + gain, 0) > 0 ? PARAGRAPH_DOUBT : channel.evidence;
  const found = channel.respellWith ?? channel;
  return all.flatMap((words, at) => ((gains[at] ?? 0) > limit ? [{ channel: found, words }] : []));
}

/** Unknown words of a paragraph that are looked at to choose between the ways in which it may be damaged. */
const SAMPLE = 40;

const EVIDENCE_OF_LIKELY = 2;

/** On a damaged page a paragraph is clean if its own evidence says so this clearly. */
const PARAGRAPH_DOUBT = -3;

function gainOf(
  unknown: readonly Word[],
  right: readonly Word[],
  channel: Channel,
  speller: Speller,
): number {
  let gain = 0;
  // A letter that should have been lost speaks against, in known words beyond doubt.
  for (const word of right) for (const sign of word.text) gain -= channel.kept(sign);
  if (gain + unknown.length * MOST_FROM_ONE <= CLEARLY_NOT) return gain;
  for (const word of unknown) gain += Math.min(explained(word, channel, speller), MOST_FROM_ONE);
  // A word may itself be a misreading of a much commoner one: pa, ogsa, made.
  // Not where letters leave nothing: any word may lack one, and the search is long.
  if (gain <= CLEARLY_NOT || channel.readings.has('')) return gain;
  const kinds = new Map(right.map((word) => [word.text, word] as const));
  for (const word of kinds.values()) {
    gain += Math.min(Math.max(0, explained(word, channel, speller)), MOST_FROM_WORD);
  }
  return gain;
}

/** How much better than by itself a word is explained as a damaged reading of another, in nats. */
function explained(word: Word, channel: Channel, speller: Speller): number {
  const [kept, ...others] = speller.candidates(word, channel);
  if (!kept) return 0;
  let best = kept.price - kept.cost;
  for (const other of others) best = Math.max(best, other.price - other.cost);
  return best - kept.price;
}

function isKnown(word: string, model: RepairModel): boolean {
  return model.words.count(word.toLowerCase()) > 0 || model.lexicon.knows(word);
}

/** One strange word, however strange, is no proof. */
const MOST_FROM_ONE = 6;
const MOST_FROM_WORD = 2;
/** With so much against it a paragraph is not looked into: clean text costs little. */
const CLEARLY_NOT = -10;
