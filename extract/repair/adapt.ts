import type { Repair } from '../../core/document.ts';
import { type Channel, createChannel } from './candidates.ts';
import type { Confusion } from './confusions.ts';

/**
 * A page is set in one type and read by one reader, so it is damaged in one
 * way: what the first round found for certain says how this page's letters
 * were misread, and the second round is told. One step of expectation
 * maximisation, with the general figures as what was believed before.
 */
export function adaptChannel(channel: Channel, edits: readonly Repair[], text: string): Channel | null {
  const certain = edits.filter((edit) => edit.confidence >= CERTAIN);
  if (certain.length < MIN_EDITS) return null;
  const uses = new Map<Confusion, number>();
  for (const { before, after } of certain) {
    for (const used of explain(before, after, channel)) uses.set(used, (uses.get(used) ?? 0) + 1);
  }
  const letters = new Map<string, number>();
  for (const sign of text) letters.set(sign, (letters.get(sign) ?? 0) + 1);
  const confusions = [...channel.readings.values()].flat().map((confusion) => {
    const { truth, cost } = confusion;
    const special = /^[æøåÆØÅ]$/u.test(truth);
    const weight = special ? BELIEF : BELIEF_IN_REST;
    // Of two letters the rarer bounds how often both stand together.
    const chances = Math.min(...[...truth].map((sign) => letters.get(sign) ?? 0));
    const share = ((uses.get(confusion) ?? 0) + weight * Math.exp(-cost)) / (chances + weight);
    return { ...confusion, cost: Math.max(-Math.log(share), special ? 0 : LEAST_OF_REST) };
  });
  return createChannel({ ...channel, confusions });
}

const CERTAIN = 0.9;
const MIN_EDITS = 8;
/** Occurrences of a letter that the general figures count as. */
const BELIEF = 15;
const BELIEF_IN_REST = 100;
/** However often f was t on a page, most f are f. */
const LEAST_OF_REST = 3;

/** The misreadings that lead from the true word to the one read, on the cheapest way; none where there is no way. */
function explain(read: string, truth: string, channel: Channel): Confusion[] {
  const confusions = [...channel.readings.values()].flat();
  const width = read.length + 1;
  const best: ({ cost: number; used: readonly Confusion[] } | undefined)[] = [];
  best[0] = { cost: 0, used: [] };
  for (let i = 0; i <= truth.length; i++) {
    for (let j = 0; j <= read.length; j++) {
      const here = best[i * width + j];
      if (!here) continue;
      const offer = (di: number, dj: number, cost: number, confusion?: Confusion): void => {
        const at = (i + di) * width + j + dj;
        const rival = best[at];
        if (rival && rival.cost <= here.cost + cost) return;
        best[at] = { cost: here.cost + cost, used: confusion ? [...here.used, confusion] : here.used };
      };
      if (i < truth.length && truth.charAt(i) === read.charAt(j)) offer(1, 1, 0);
      for (const confusion of confusions) {
        if (!truth.startsWith(confusion.truth, i) || !read.startsWith(confusion.read, j)) continue;
        offer(confusion.truth.length, confusion.read.length, confusion.cost, confusion);
      }
    }
  }
  return [...(best[truth.length * width + read.length]?.used ?? [])];
}
