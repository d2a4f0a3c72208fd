import { longWords } from '../../danish/long-words.ts';
import { askFor, languageOf } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import type { TextEvidence } from './choose-origin.ts';

/** A private sign by itself is a bullet of a symbol font; within words it is a letter that was lost. */
const UNUSABLE = /(?<=\S)\p{Co}|\p{Co}(?=\S)|\ufffd|(?!\s)\p{Cc}|(?<=\p{L})\?(?=\p{L})/gu;
const MAY_BE_UNUSABLE = /[\p{Co}\p{Cc}\ufffd?]/u;
const LETTERS = /[\p{L}\p{N}\p{Co}\ufffd]+/gu;
const DANISH_LETTERS = /[æøåÆØÅ]/gu;
const MOST_WORDS = 150;

/** What a page's text layer shows of its own worth. */
export function textEvidence(runs: readonly TextRun[], height: number, knows: KnowsWord): TextEvidence {
  const text = runs.map((run) => run.text).join(' ');
  const { asked, known } = askFor(longWords(text), MOST_WORDS, knows);
  const language = known > 0.85 * asked ? 'dan' : languageOf(text, knows);
  return {
    letters: text.match(LETTERS)?.reduce((sum, { length }) => sum + length, 0) ?? 0,
    unusable: MAY_BE_UNUSABLE.test(text) ? (text.match(UNUSABLE)?.length ?? 0) : 0,
    words: asked,
    known,
    danishLetters: text.match(DANISH_LETTERS)?.length ?? 0,
    // Whatever letter triples say of it, text without a single word of its language is none.
    foreign: language !== null && language !== 'dan' && language !== 'nob' && known > 0.02 * asked,
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
