import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createLexicon } from '../../danish/lexicon.ts';
import { UnseenFile } from '../../danish/unseen.ts';
import { createWordModel } from '../../danish/word-model.ts';
import { decodeCounts } from '../../danish/word-model-file.ts';
import { parseConfusions } from './confusions.ts';
import { createRepairModel, type RepairModel } from './model.ts';

/** The files that the model is made of. */
export interface ModelFiles {
  readonly lexicon: Uint8Array;
  readonly words: Uint8Array;
  readonly confusions: Uint8Array;
  readonly english: Uint8Array;
  readonly unseen: Uint8Array;
}

/** Reads the model that comes with the package, about a tenth of a second: once per process. */
export function loadRepairModel(): RepairModel {
  const files = readModelFiles();
  const text = new TextDecoder();
  return createRepairModel({
    version: versionOf(files),
    lexicon: createLexicon(files.lexicon),
    words: createWordModel(decodeCounts(files.words)),
    confusions: parseConfusions(text.decode(files.confusions)),
    english: new Set(text.decode(files.english).split('\n')),
    unseen: UnseenFile.parse(JSON.parse(text.decode(files.unseen))),
  });
}

export function readModelFiles(): ModelFiles {
  const read = (path: string): Uint8Array => readFileSync(new URL(path, import.meta.url));
  return {
    lexicon: read('../../danish/data/lexicon.bin'),
    words: read('../../danish/data/words.bin'),
    confusions: read('./data/confusions.json'),
    english: read('../../danish/data/english.txt'),
    unseen: read('../../danish/data/unseen.json'),
  };
}

/** Changes with every change of any file. */
export function versionOf({ lexicon, words, confusions, english, unseen }: ModelFiles): string {
  const hash = createHash('sha256');
  for (const file of [lexicon, words, confusions, english, unseen])
    hash.update(`${file.length}:`).update(file);
  return hash.digest('hex').slice(0, 8);
}
