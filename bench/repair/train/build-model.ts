import { readFileSync, writeFileSync } from 'node:fs';
import { type Lexicon, loadLexicon } from '../../../danish/lexicon.ts';
import { COMPOUND_FIRST } from '../../../danish/lexicon-format.ts';
import { countText, emptyCounts, idsOf } from '../../../danish/word-counts.ts';
import type { WordCounts } from '../../../danish/word-model.ts';
import { encodeCounts } from '../../../danish/word-model-file.ts';
import type { Word } from '../../../danish/words.ts';
import { formatConfusions } from '../../../extract/repair/confusions.ts';
import { realDocuments } from '../../report/machine.ts';
import { cutPages, printFor, readAsEnglish, renderPage } from '../english-ocr.ts';
import { pairWords } from '../pairs.ts';
import { documentText, LEARNT } from '../texts.ts';
import { learnConfusions } from './confusions.ts';
import { helpTexts } from './help-texts.ts';

/**
 * `npm run build:repair-model`: counts words and learns confusions from the
 * real documents in ../shared/corpus that are named in texts.ts, from the help
 * pages of Debian's gimp-help-da, and from danish/build/common-words.txt. Needs
 * poppler-utils, tesseract-ocr and gimp-help-da; what was read once is cached.
 */
const repository = new URL('../../../', import.meta.url);
const file = (path: string): URL => new URL(path, repository);
/** Of the list's first words together about as many as a document has. */
const LIST_WEIGHT = 6000;
const MIN_ENGLISH = 6;

const { corpus } = realDocuments();
if (!corpus) throw new Error('The model is made from the documents in ../shared/corpus');
const lexicon = loadLexicon();
const common = readFileSync(file('danish/build/common-words.txt'), 'utf8').split(/\s+/u).filter(Boolean);
const documents = LEARNT.map((name) => documentText(corpus, name));
const help = helpTexts();

const counts = countAll([...documents, help.danish.join('\n\n')]);
writeFileSync(file('danish/data/words.bin'), encodeCounts(counts));
console.log(`${counts.words.length} words, ${counts.bigrams.size} pairs, ${counts.trigrams.size} triples`);
writeFileSync(file('danish/data/english.txt'), `${commonEnglish(help.english.join(' ')).join('\n')}\n`);

const pairs = [];
for (const text of documents) {
  for (const [page, truth] of cutPages(text).entries()) {
    const print = printFor(page);
    const read = await readAsEnglish(
      renderPage(truth, print),
      print.dpi,
      file('.cache/english-ocr').pathname,
    );
    pairs.push(...pairWords(truth, read));
  }
}
writeFileSync(file('extract/repair/data/confusions.json'), formatConfusions(learnConfusions(pairs)));
console.log(`${pairs.length} words read`);

function countAll(texts: readonly string[]): WordCounts {
  const found = emptyCounts();
  const ids = idsOf(found);
  const listed = new Set(common);
  for (const text of texts)
    countText(found, ids, text, (word) => listed.has(word.text) || admits(lexicon, word));
  // The list is in the order of use: the n-th word gets the share that Zipf's law gives it.
  [...new Set(common.map((word) => word.toLowerCase()))].forEach((word, at) => {
    let id = ids.get(word);
    if (id === undefined) {
      id = found.words.push(word) - 1;
      found.unigrams.push(0);
      ids.set(word, id);
    }
    found.unigrams[id] = (found.unigrams[id] ?? 0) + Math.max(1, Math.round(LIST_WEIGHT / (at + 5)));
  });
  // What came together only once says little, and might be somebody's sentence.
  for (const [key, count] of found.trigrams) if (count < 2) found.trigrams.delete(key);
  return found;
}

/** Words of the language, abbreviations in capitals, halves of compounds: no names, no slips. */
function admits(known: Lexicon, word: Word): boolean {
  if (known.knows(word.text) || /^\p{Lu}{2,5}$/u.test(word.text)) return true;
  const number = word.hyphen ? known.automaton.find(word.text.toLowerCase()) : -1;
  return number >= 0 && (known.automaton.places(number) & COMPOUND_FIRST) !== 0;
}

function commonEnglish(text: string): string[] {
  const times = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}/gu))
    times.set(word, (times.get(word) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count >= MIN_ENGLISH)
    .map(([word]) => word)
    .sort();
}
