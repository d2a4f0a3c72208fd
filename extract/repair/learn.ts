import { createHash } from 'node:crypto';
import { cloneCounts, countText, idsOf } from '../../danish/word-counts.ts';
import { createWordModel } from '../../danish/word-model.ts';
import { wordsOf } from '../../danish/words.ts';
import { createRepairModel, type RepairModel } from './model.ts';

/** A word that no dictionary has is a name or a term once it has been met this often. */
const MET = 2;

/**
 * A model that also knows the words of clean texts and their neighbours: what
 * an archive has read already teaches it the names and terms of its domain.
 * The model given stays as it is; the new one's version names what was learnt.
 */
export function learnFrom(model: RepairModel, texts: readonly string[]): RepairModel {
  const met = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const key = word.text.toLowerCase();
      met.set(key, (met.get(key) ?? 0) + 1);
    }
  }
  const counts = cloneCounts(model.words.counts);
  const ids = idsOf(counts);
  const hash = createHash('sha256').update(model.version);
  for (const text of texts) {
    hash.update('\0').update(text);
    countText(counts, ids, text, ({ text: word }) => {
      return model.lexicon.knows(word) || (met.get(word.toLowerCase()) ?? 0) >= MET;
    });
  }
  const { lexicon, confusions, english } = model;
  return createRepairModel({
    version: `${model.version}+${hash.digest('hex').slice(0, 8)}`,
    lexicon,
    words: createWordModel(counts),
    confusions,
    english,
  });
}
