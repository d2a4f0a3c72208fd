import { franc } from 'franc';
import { Language } from '../core/vocabulary.ts';
import { longWords, sampleOf } from '../danish/long-words.ts';
import type { KnowsWord } from './layout/hyphens.ts';

/** Fewer letters than this tell too little: a heading or an address is no language. */
const ENOUGH = 200;
/** Written Norwegian shares three longer words in four with Danish. */
const DANISH = 0.82;
/** Names and figures leave so many where a page is Danish all the same. */
const MANY = 0.55;
/** Neighbours that the page might be mistaken for; they answer to "unknown". */
const OTHERS = ['nno', 'fra', 'pol'];

/** The language of a page, or null where it is none of ours or there is too little to tell. */
export function languageOf(text: string, knows: KnowsWord): Language | null {
  if (text.length < ENOUGH) return null;
  const start = text.slice(0, 3000);
  const words = longWords(start);
  const share = shareOf(words, knows);
  const long = words.reduce((sum, { length }) => sum + length, 0);
  // No neighbour shares so many words with Danish, and looking words up is far cheaper than letter triples.
  if (long >= ENOUGH && share > DANISH) return 'dan';
  const letters = start.replace(/[^\p{L}'-]+/gu, ' ');
  if (letters.length < ENOUGH) return null;
  if (share > DANISH || (share > MANY && hasDanishAf(letters))) return 'dan';
  const found = franc(letters, { only: [...Language.options, ...OTHERS], minLength: ENOUGH });
  const parsed = Language.safeParse(found);
  return parsed.success ? parsed.data : null;
}

/** Norwegian and Swedish write "av", and no other neighbour has so many words of Danish. */
function hasDanishAf(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const danish = count(/ af /giu);
  return danish >= 2 && danish > 4 * count(/ av /giu);
}

/** Part of the longer words, 0 to 1, that are known. */
export function shareKnown(text: string, knows: KnowsWord): number {
  return shareOf(longWords(text), knows);
}

const MOST_WORDS = 120;

function shareOf(words: readonly string[], knows: KnowsWord): number {
  const sample = sampleOf(words, MOST_WORDS);
  return sample.length === 0 ? 0 : sample.filter(knows).length / sample.length;
}
