import type { Repair } from '../../core/document.ts';
import { decideHyphen, type HyphenKnowledge } from '../../danish/hyphen.ts';
import { CELL } from './lines.ts';
import type { PageText } from './page-text.ts';

/** Answers whether a word exists: in the dictionary, or elsewhere in the document. */
export type KnowsWord = (word: string) => boolean;

/** Letters, then a hyphen (perhaps after a space that justification left there), at the end of a line. */
const BROKEN = /(?<before>(?:[\p{L}\p{N}]+-)*[\p{L}\p{M}]+)(?<hyphen> ?[-\u2010\u00ad])$/u;
/** Letters of the longest word worth joining; a pattern tries each letter of an endless one as its first. */
const LONGEST = 80;
const REST = /^(?<rest>[\p{L}\p{M}]+)(?<tail>[^\s]*)(?<space>[ \t]*)/u;

/**
 * Finds words that were broken at line ends: the rest of the word moves up to the
 * line where it begins. Joined only where the whole is a word (or the break was a
 * soft hyphen, which means nothing else): "Region Hoved-/staden" is, while
 * "EU-/relateret", "social- /og" and "8.00-/9.30" keep hyphen and line end.
 */
export function hyphenEdits(page: PageText, knowledge: HyphenKnowledge): Repair[] {
  const lines = page.lines.filter((line) => line.start !== null);
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || line.start === null || next.start === null) return [];
    const end = line.start + line.text.length;
    // A paragraph between them, or two different things on the page: no word runs across.
    if (next.start !== end + 1) return [];
    if (!/[-\u2010\u00ad]$/u.test(line.text.slice(-1))) return [];
    const broken = BROKEN.exec(line.text.slice(-LONGEST))?.groups;
    const rest = REST.exec(next.text)?.groups;
    if (broken === undefined || rest === undefined) return [];
    // The first cell of a table's row goes on with no line above it.
    if (rest.space?.includes(CELL)) return [];
    const { before = '', hyphen = '' } = broken;
    const soft = hyphen.endsWith('\u00ad');
    if (!soft && !isDivided(before, rest.rest ?? '', knowledge)) return [];
    const moved = `${rest.rest ?? ''}${rest.tail ?? ''}`;
    const start = end - hyphen.length;
    const stop = next.start + moved.length + (rest.space ?? '').length;
    const lineGone = stop === next.start + next.text.length;
    return {
      start,
      end: stop,
      before: page.text.slice(start, stop),
      after: lineGone ? moved : `${moved}\n`,
      rule: 'line-end-hyphen',
      confidence: soft ? 0.99 : 0.97,
    };
  });
}

function isDivided(before: string, rest: string, knowledge: HyphenKnowledge): boolean {
  if (decideHyphen(before, rest, knowledge) !== 'join') return false;
  return knowledge.knows(before.slice(before.lastIndexOf('-') + 1) + rest);
}
