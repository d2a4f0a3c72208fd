import type { Word } from '../../danish/words.ts';
import type { Channel } from './candidates.ts';
import type { RepairModel } from './model.ts';
import { inPlace, type Speller } from './speller.ts';

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
  let best: { channel: Channel; gains: number[]; sum: number } | null = null;
  for (const channel of channels) {
    const gains = all.map((words) => gainOf(words, channel, model, speller));
    // A paragraph of clean text among damaged ones tells nothing about the others.
    const sum = gains.filter((gain) => gain > 0).reduce((total, gain) => total + gain, 0);
    if (!best || sum > best.sum) best = { channel, gains, sum };
  }
  if (!best) return [];
  const { channel, gains, sum } = best;
  const pageIsDamaged = sum >= PAGE_EVIDENCE && gains.reduce((total, gain) => total + gain, 0) > 0;
  return all.flatMap((words, at) => {
    const gain = gains[at] ?? 0;
    const damaged = pageIsDamaged ? gain > PARAGRAPH_DOUBT : gain >= PAGE_EVIDENCE;
    return damaged ? [{ channel, words }] : [];
  });
}

/** Evidence that settles it for a page, about as strong as two damaged words. */
const PAGE_EVIDENCE = 9;
/** On a damaged page a paragraph is clean if its own evidence says so this clearly. */
const PARAGRAPH_DOUBT = -3;

function gainOf(words: readonly Word[], channel: Channel, model: RepairModel, speller: Speller): number {
  let gain = 0;
  for (const word of words) {
    if (word.fixed) continue;
    // A word that is right as it stands tells only by the letters that should have been lost.
    if (isKnown(word.text, model)) {
      for (const sign of word.text) gain -= channel.kept(sign);
      continue;
    }
    const [kept, ...others] = inPlace(word, speller.candidates(word.text, channel));
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
