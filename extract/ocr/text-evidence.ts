import { countLetters, longWords, sampleOf } from '../../danish/long-words.ts';
import { languageOf } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import type { TextEvidence } from './choose-origin.ts';

/** A private sign by itself is a bullet of a symbol font; within words it is a letter that was lost. */
const UNUSABLE = /(?<=\S)\p{Co}|\p{Co}(?=\S)|\ufffd|(?!\s)\p{Cc}|(?<=\p{L})\?(?=\p{L})/gu;
const UNREADABLE = /[\p{Co}\ufffd]/gu;
/** Any of these signs makes the two above worth a search. */
const SUSPICIOUS = /[\p{Co}\p{Cc}\ufffd?]/u;
const DANISH_LETTERS = /[æøåÆØÅ]/gu;
const MOST_WORDS = 150;

/** What a page's text layer shows of its own worth. */
export function textEvidence(runs: readonly TextRun[], height: number, knows: KnowsWord): TextEvidence {
  const text = runs.map((run) => run.text).join(' ');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const suspicious = SUSPICIOUS.test(text);
  const sample = sampleOf(longWords(text), MOST_WORDS);
  const known = sample.filter(knows).length;
  const language = known > 0.85 * sample.length ? 'dan' : languageOf(text, knows);
  return {
    letters: countLetters(text) + (suspicious ? count(UNREADABLE) : 0),
    unusable: suspicious ? count(UNUSABLE) : 0,
    words: sample.length,
    known,
    danishLetters: count(DANISH_LETTERS),
    // Whatever letter triples say of it, text without a single word of its language is none.
    foreign: language !== null && language !== 'dan' && language !== 'nob' && known > 0.02 * sample.length,
    blank: greatestBlank(runs, height),
  };
}

function greatestBlank(runs: readonly TextRun[], height: number): number {
  const edges = runs.map((run) => run.baseline).sort((a, b) => a - b);
  let above = 0;
  let blank = 0;
  for (const edge of [...edges, height]) {
    blank = Math.max(blank, edge - above);
    above = edge;
  }
  return blank / (height || 1);
}
