import { pairKey, tripleKey, type WordCounts } from './word-model.ts';

/**
 * The file danish/data/words.bin: counts of a word model. Columns one after
 * the other, little-endian; ids are places in the list of words.
 *
 *   Uint32 × 4    bytes of the list, words, bigrams, trigrams
 *   UTF-8         words, parted by \n
 *   Uint32        count of each word
 *   Uint16 × 2    the words of each bigram, first column then second; Uint16 counts
 *   Uint16 × 3    the words of each trigram; Uint16 counts
 */
const HEADER = 16;

export function encodeCounts(counts: WordCounts): Uint8Array {
  const list = new TextEncoder().encode(counts.words.join('\n'));
  const padded = new Uint8Array(Math.ceil(list.length / 4) * 4).fill(10);
  padded.set(list);
  const bigrams = [...counts.bigrams].sort(([a], [b]) => a - b);
  const trigrams = [...counts.trigrams].sort(([a], [b]) => a - b);
  if (counts.words.length > 0xffff) throw new Error('Too many words for 16 bits');
  const columns: (Uint8Array | Uint16Array | Uint32Array)[] = [
    Uint32Array.of(list.length, counts.words.length, bigrams.length, trigrams.length),
    padded,
    Uint32Array.from(counts.unigrams),
  ];
  for (const [size, table] of [[2, bigrams] as const, [3, trigrams] as const]) {
    const ids = table.map(([key]) => splitKey(key, size));
    for (let at = 0; at < size; at++) columns.push(Uint16Array.from(ids, (row) => row[at] ?? 0));
    columns.push(Uint16Array.from(table, ([, count]) => Math.min(count, 0xffff)));
  }
  return Buffer.concat(
    columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  );
}

function splitKey(key: number, size: number): number[] {
  const limit = pairKey(1, 0);
  const ids: number[] = [];
  let rest = key;
  for (let at = 0; at < size; at++) {
    ids.unshift(rest % limit);
    rest = Math.floor(rest / limit);
  }
  return ids;
}

export function decodeCounts(bytes: Uint8Array): WordCounts {
  // A copy of its own, so that columns are aligned.
  const buffer = new Uint8Array(bytes).buffer;
  const [listBytes = 0, wordCount = 0, bigramCount = 0, trigramCount = 0] = new Uint32Array(buffer, 0, 4);
  const words = new TextDecoder().decode(new Uint8Array(buffer, HEADER, listBytes)).split('\n');
  if (words.length !== wordCount) throw new Error('Not a word model');
  let at = HEADER + Math.ceil(listBytes / 4) * 4;
  const unigrams = new Uint32Array(buffer, at, wordCount);
  at += wordCount * 4;
  const column = (length: number): Uint16Array => {
    const values = new Uint16Array(buffer, at, length);
    at += length * 2;
    return values;
  };
  const bigrams = new Map<number, number>();
  const [b1, b2, bn] = [column(bigramCount), column(bigramCount), column(bigramCount)];
  for (let row = 0; row < bigramCount; row++) bigrams.set(pairKey(b1[row] ?? 0, b2[row] ?? 0), bn[row] ?? 0);
  const trigrams = new Map<number, number>();
  const [t1, t2, t3, tn] = [
    column(trigramCount),
    column(trigramCount),
    column(trigramCount),
    column(trigramCount),
  ];
  for (let row = 0; row < trigramCount; row++) {
    trigrams.set(tripleKey(t1[row] ?? 0, t2[row] ?? 0, t3[row] ?? 0), tn[row] ?? 0);
  }
  return { words, unigrams: [...unigrams], bigrams, trigrams };
}
