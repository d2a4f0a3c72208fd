import type { TaughtWords } from '../../core/taught-words.ts';
import { createWordModel, ID_LIMIT, pairKey, type WordCounts } from '../../danish/word-model.ts';
import { decodeCounts } from '../../danish/word-model-file.ts';
import { loadRepairModel } from './load.ts';
import { createRepairModel, type RepairModel } from './model.ts';
import { createRepairer, type Repairer } from './repair.ts';

/**
 * The model that comes with the package, and on top of it what an archive's
 * clean documents taught. Only adds evidence: no count gets smaller, and all that
 * was taught weighs at most as much as what the package brings.
 */
export function withTaughtWords(model: RepairModel, taught: TaughtWords): RepairModel {
  return createRepairModel({
    ...model,
    version: `${model.version}+${taught.version}`,
    words: createWordModel(sumOf(model.words.counts, decodeCounts(taught.counts))),
  });
}

function sumOf(shipped: WordCounts, taught: WordCounts): WordCounts {
  const total = ({ unigrams }: WordCounts): number => unigrams.reduce((sum, count) => sum + count, 0);
  const share = Math.min(1, total(shipped) / Math.max(1, total(taught)));
  const damped = (count: number): number => Math.max(1, Math.round(count * share));
  const words = [...shipped.words];
  const unigrams = [...shipped.unigrams];
  const bigrams = new Map(shipped.bigrams);
  const ids = new Map(words.map((word, at) => [word, at] as const));
  const carried = taught.words.map((word, at) => {
    const id = ids.get(word) ?? words.push(word) - 1;
    unigrams[id] = (unigrams[id] ?? 0) + damped(taught.unigrams[at] ?? 0);
    return id;
  });
  for (const [key, count] of taught.bigrams) {
    const [a = 0, b = 0] = [carried[Math.floor(key / ID_LIMIT)], carried[key % ID_LIMIT]];
    const pair = pairKey(a, b);
    bigrams.set(pair, (bigrams.get(pair) ?? 0) + damped(count));
  }
  return { words, unigrams, bigrams, trigrams: shipped.trigrams };
}

/**
 * Loads the model once and answers with its repairer, or with that of what an
 * archive taught: of these the last is kept, as one document after the other asks.
 */
export function loadRepairers(): (taught: TaughtWords | null) => Repairer {
  const model = loadRepairModel();
  const plain = createRepairer(model);
  let last: { version: string; repairer: Repairer } | null = null;
  return (taught) => {
    if (taught === null) return plain;
    if (last?.version !== taught.version) {
      last = { version: taught.version, repairer: createRepairer(withTaughtWords(model, taught)) };
    }
    return last.repairer;
  };
}
