import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadLexicon } from '../../danish/lexicon.ts';
import { createWordModel } from '../../danish/word-model.ts';
import { decodeCounts } from '../../danish/word-model-file.ts';
import { parseConfusions } from './confusions.ts';
import { createRepairModel, type RepairModel } from './model.ts';

/** Reads the model that comes with the package, about a tenth of a second: once per process. */
export function loadRepairModel(): RepairModel {
  const words = readFileSync(new URL('../../danish/data/words.bin', import.meta.url));
  const confusions = readFileSync(new URL('./data/confusions.json', import.meta.url));
  const english = readFileSync(new URL('../../danish/data/english.txt', import.meta.url), 'utf8');
  const version = createHash('sha256').update(words).update(confusions).digest('hex').slice(0, 8);
  return createRepairModel({
    version,
    lexicon: loadLexicon(),
    words: createWordModel(decodeCounts(words)),
    confusions: parseConfusions(confusions.toString('utf8')),
    english: new Set(english.split('\n')),
  });
}
