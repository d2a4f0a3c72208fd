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
 */
export function detectDamage(
  all: readonly (readonly Word[])[],
  channels: readonly Channel[],
  model: RepairModel,
  speller: Speller,
): Damage[] {
  const unknown = all.map((words) => words.filter((word) => !word.fixed && !isKnown(word.text, model)));
  const right = all.map((words) => words.filter((word) => !word.fixed && isKnown(word.text, model)));
  const gainsOf = (channel: Channel, most: number): number[] =>
    all.map((_, at) => gainOf(unknown[at]?.slice(0, most) ?? [], right[at] ?? [], channel, speller));
  let channel: Channel | null = null;
  let evidence = 0;
  for (const rival of channels) {
    // A paragraph of clean text among damaged ones tells nothing about the others.
    const gains = gainsOf(rival, SAMPLE).filter((gain) => gain > 0);
    const sum = gains.reduce((total, gain) => total + gain, 0);
    if (sum < rival.evidence || sum <= evidence) continue;
    channel = rival;
    evidence = sum;
  }
  if (!channel) return [];
  const gains = gainsOf(channel, Number.POSITIVE_INFINITY);
  const limit = gains.reduce((total, gain) => total + gain, 0) > 0 ? PARAGRAPH_DOUBT : channel.evidence;
  const found = channel;
  return all.flatMap((words, at) => ((gains[at] ?? 0) > limit ? [{ channel: found, words }] : []));
}

/** Unknown words of a paragraph that are looked at to choose between the ways in which it may be damaged. */
const SAMPLE = 40;

/** On a damaged page a paragraph is clean if its own evidence says so this clearly. */
const PARAGRAPH_DOUBT = -3;

function gainOf(
  unknown: readonly Word[],
  right: readonly Word[],
  channel: Channel,
  speller: Speller,
): number {
  let gain = 0;
  // A word that is right as it stands tells only by the letters that should have been lost.
  for (const word of right) for (const sign of word.text) gain -= channel.kept(sign);
  for (const word of unknown) {
    const [kept, ...others] = speller.candidates(word, channel);
    if (!kept) continue;
    let explained = kept.price - kept.cost;
    for (const other of others) explained = Math.max(explained, other.price - other.cost);
    gain += Math.min(explained - kept.price, MOST_FROM_ONE);
  }
  return gain;
}

function isKnown(word: string, model: RepairModel): boolean {
  return model.words.count(word.toLowerCase()) > 0 || model.lexicon.knows(word);
}

/** One strange word, however strange, is no proof. */
const MOST_FROM_ONE = 6;
