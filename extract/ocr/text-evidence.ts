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
  const letters = countLetters(text);
  const language = known > 0.85 * sample.length ? 'dan' : languageOf(text, knows);
  return {
    letters: letters + (suspicious ? count(UNREADABLE) : 0),
    unusable: suspicious ? count(UNUSABLE) : 0,
    // Spaces are a sixth of ordinary text, and signs far less.
    scrambled: letters < 0.65 * text.length && isScrambled(text),
    words: sample.length,
    known,
    danishLetters: count(DANISH_LETTERS),
    // Whatever letter triples say of it, text without a single word of its language is none.
    foreign: language !== null && language !== 'dan' && language !== 'nob' && known > 0.02 * sample.length,
    blank: greatestBlank(runs, height),
  };
}

/** Signs of which text has few, and no leaders or rules are made. */
const ODD_SIGNS = new Set('!"#$%&\'()*+/:;<=>?@[\\]^`{|}~');
const MANY_KINDS = 8;

/**
 * Whether letters come as signs: a font whose letters are numbered and not named is
 * read by its numbers, and those begin at ! and ". Charts have one sign many times,
 * such text has many of them.
 */
function isScrambled(text: string): boolean {
  const counts = new Map<string, number>();
  let all = 0;
  for (const sign of text) {
    if (sign === ' ') continue;
    all += 1;
    if (ODD_SIGNS.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const often = [...counts.values()].filter((count) => count > 0.01 * all);
  return all >= 40 && often.length >= MANY_KINDS && often.reduce((sum, count) => sum + count, 0) > 0.2 * all;
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
