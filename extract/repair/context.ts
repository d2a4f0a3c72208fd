import type { WordModel } from '../../danish/word-model.ts';
import type { Candidate } from './candidate.ts';

/** A place in a sentence with the words that may stand there. */
export interface Slot {
  readonly candidates: readonly Candidate[];
  /** The id that the word model has for each candidate. */
  readonly ids: readonly number[];
}

/**
 * How likely each candidate is, given all the others of the sentence: the
 * forward-backward algorithm over pairs of neighbours (Rabiner 1989), as the
 * word model looks two words back. One list of probabilities for each slot.
 */
export function weighSentence(slots: readonly Slot[], model: WordModel): number[][] {
  const edge: Slot = { candidates: [], ids: [model.boundary] };
  const at = (place: number): Slot => slots[place] ?? edge;
  const unknownShare = model.counts.unigrams[model.unknown] ?? 1;
  const total = model.counts.unigrams.reduce((sum, count) => sum + count, 0);
  const unknownPrice = Math.log(unknownShare / total);

  /** Log probability of candidate k of slot i after candidates a and b, reading included. */
  const step = (i: number, a: number, b: number, k: number): number => {
    const slot = at(i);
    const candidate = slot.candidates[k];
    const id = slot.ids[k] ?? model.unknown;
    if (!candidate) return 0;
    const [before, last] = [at(i - 2).ids[a] ?? model.boundary, at(i - 1).ids[b] ?? model.boundary];
    // What the model never saw shares the place of the unknown: context says how likely that is here.
    const context =
      id === model.unknown
        ? model.logProbability(before, last, id, Math.exp(unknownPrice)) + candidate.price - unknownPrice
        : model.logProbability(before, last, id, Math.exp(candidate.price));
    return context - candidate.cost;
  };

  const sizes = (place: number): number => at(place).ids.length;
  // forward[i][b * sizes + k]: all ways to candidate b in slot i-1 and k in slot i.
  const forward: Float64Array[] = [];
  for (let i = 0; i < slots.length; i++) {
    const [A, B, K] = [sizes(i - 2), sizes(i - 1), sizes(i)];
    const table = new Float64Array(B * K);
    for (let b = 0; b < B; b++) {
      for (let k = 0; k < K; k++) {
        const ways: number[] = [];
        for (let a = 0; a < A; a++)
          ways.push((i === 0 ? 0 : (forward[i - 1]?.[a * B + b] ?? 0)) + step(i, a, b, k));
        table[b * K + k] = logSum(ways);
      }
    }
    forward.push(table);
  }
  let backward = new Float64Array(sizes(slots.length - 2) * sizes(slots.length - 1));
  const weights: number[][] = [];
  for (let i = slots.length - 1; i >= 0; i--) {
    const [A, B, K] = [sizes(i - 2), sizes(i - 1), sizes(i)];
    const here = forward[i];
    const sums = Array.from({ length: K }, (_, k) =>
      logSum(Array.from({ length: B }, (_, b) => (here?.[b * K + k] ?? 0) + (backward[b * K + k] ?? 0))),
    );
    const all = logSum(sums);
    weights[i] = sums.map((sum) => Math.exp(sum - all));
    const earlier = new Float64Array(A * B);
    for (let a = 0; a < A; a++) {
      for (let b = 0; b < B; b++) {
        const ways: number[] = [];
        for (let k = 0; k < K; k++) ways.push(step(i, a, b, k) + (backward[b * K + k] ?? 0));
        earlier[a * B + b] = logSum(ways);
      }
    }
    backward = earlier;
  }
  return weights;
}

function logSum(values: readonly number[]): number {
  if (values.length === 1) return values[0] ?? 0;
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}
