import { readFileSync, writeFileSync } from 'node:fs';
import { loadLexicon } from '../../../danish/lexicon.ts';
import { encodeCounts } from '../../../danish/word-model-file.ts';
import { formatConfusions } from '../../../extract/repair/confusions.ts';
import { realDocuments } from '../../report/machine.ts';
import { cutPages, printFor, readAsEnglish, renderPage } from '../english-ocr.ts';
import { pairWords } from '../pairs.ts';
import { documentText, LEARNT } from '../texts.ts';
import { learnConfusions } from './confusions.ts';
import { countWords } from './count.ts';
import { helpTexts } from './help-texts.ts';
import { learnUnseen } from './unseen.ts';

/**
 * `npm run build:repair-model`: counts words and learns confusions from the
 * real documents in ../shared/corpus that are named in texts.ts, from the help
 * pages of Debian's gimp-help-da, and from danish/build/common-words.txt. Needs
 * poppler-utils, tesseract-ocr and gimp-help-da; what was read once is cached.
 */
const repository = new URL('../../../', import.meta.url);
const file = (path: string): URL => new URL(path, repository);
const MIN_ENGLISH = 6;

const { corpus } = realDocuments();
if (!corpus) throw new Error('The model is made from the documents in ../shared/corpus');
const lexicon = loadLexicon();
const common = readFileSync(file('danish/build/common-words.txt'), 'utf8').split(/\s+/u).filter(Boolean);
const phrases = readFileSync(file('danish/build/phrases.txt'), 'utf8');
const documents = LEARNT.map((name) => documentText(corpus, name));
const help = helpTexts();

const sources = [...documents, help.danish.join('\n\n')];
const counts = countWords([...sources, phrases], common, lexicon);
writeFileSync(file('danish/data/words.bin'), encodeCounts(counts));
console.log(`${counts.words.length} words, ${counts.bigrams.size} pairs, ${counts.trigrams.size} triples`);
const listed = new Set([...common, ...(phrases.match(/\p{L}+/gu) ?? [])].map((word) => word.toLowerCase()));
const unseen = learnUnseen(sources, listed, lexicon);
writeFileSync(file('danish/data/unseen.json'), `${JSON.stringify(unseen)}\n`);
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

function commonEnglish(text: string): string[] {
  const times = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}/gu))
    times.set(word, (times.get(word) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count >= MIN_ENGLISH)
    .map(([word]) => word)
    .sort();
}
