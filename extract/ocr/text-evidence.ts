import { languageOf } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import type { TextEvidence } from './choose-origin.ts';

const UNUSABLE = /[\p{Co}\ufffd]|(?!\s)\p{Cc}|(?<=\p{L})\?(?=\p{L})/gu;

/** What a page's text layer shows of its own worth. */
export function textEvidence(runs: readonly TextRun[], height: number, knows: KnowsWord): TextEvidence {
  const text = runs.map((run) => run.text).join(' ');
  const words = text.match(/(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu) ?? [];
  const sample =
    words.length > 150 ? words.filter((_, index) => index % Math.ceil(words.length / 150) === 0) : words;
  const known = sample.filter((word) => knows(word)).length;
  const language = languageOf(text, knows);
  return {
    letters: text.match(/[\p{L}\p{N}\p{Co}\ufffd]/gu)?.length ?? 0,
    unusable: text.match(UNUSABLE)?.length ?? 0,
    words: sample.length,
    known,
    foreign: language !== null && language !== 'dan' && language !== 'nob',
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
