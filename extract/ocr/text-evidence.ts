import { languageOf } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import type { TextEvidence } from './choose-origin.ts';

/** A private sign by itself is a bullet of a symbol font; within words it is a letter that was lost. */
const UNUSABLE = /(?<=\S)\p{Co}|\p{Co}(?=\S)|\ufffd|(?!\s)\p{Cc}|(?<=\p{L})\?(?=\p{L})/gu;

/** What a page's text layer shows of its own worth. */
export function textEvidence(runs: readonly TextRun[], height: number, knows: KnowsWord): TextEvidence {
  const text = runs.map((run) => run.text).join(' ');
  const words = text.match(/(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu) ?? [];
  const sample =
    words.length > 150 ? words.filter((_, index) => index % Math.ceil(words.length / 150) === 0) : words;
  const known = sample.filter((word) => knows(word)).length;
  const language = known > 0.85 * sample.length ? 'dan' : languageOf(text, knows);
  return {
    letters: text.match(/[\p{L}\p{N}\p{Co}\ufffd]/gu)?.length ?? 0,
    unusable: text.match(UNUSABLE)?.length ?? 0,
    words: sample.length,
    known,
    danishLetters: text.match(/[æøå]/giu)?.length ?? 0,
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
