import type { PageLine, Repair } from '../../core/document.ts';
import { decideHyphen, type HyphenKnowledge } from '../../danish/hyphen.ts';
import { CELL } from './lines.ts';
import type { PageText } from './page-text.ts';

/** Answers whether a word exists: in the dictionary, or elsewhere in the document. */
export type KnowsWord = (word: string) => boolean;

/** Letters, then a hyphen (perhaps after a space that justification left there), at the end of a line. */
const BROKEN = /(?<before>(?:[\p{L}\p{N}]+-)*[\p{L}\p{M}]+)(?<hyphen> ?[-\u2010\u00ad])$/u;
/** Letters of the longest word worth joining; a pattern tries each letter of an endless one as its first. */
const LONGEST = 80;
/** The same for rows: what is longer is no table's. */
const LONGEST_ROW = 20_000;
const REST = /^(?<rest>[\p{L}\p{M}]+)(?<tail>[^\s]*)(?<space>[ \t]*)/u;

/**
 * Finds words that were broken at line ends: the rest of the word moves up to the
 * line where it begins. Joined only where the whole is a word (or the break was a
 * soft hyphen, which means nothing else): "Region Hoved-/staden" is, while
 * "EU-/relateret", "social- /og" and "8.00-/9.30" keep hyphen and line end.
 */
export function hyphenEdits(page: PageText, knowledge: HyphenKnowledge): Repair[] {
  const lines = page.lines.filter((line) => line.start !== null);
  return lines.flatMap((line, index) => [
    ...(line.role === 'table' ? withinCells(line, knowledge) : []),
    ...atLineEnd(page, line, lines[index + 1], knowledge),
  ]);
}

function atLineEnd(
  page: PageText,
  line: PageLine,
  next: PageLine | undefined,
  knowledge: HyphenKnowledge,
): Repair[] {
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
  const after = lineGone ? moved : `${moved}\n`;
  return [edit(start, page.text.slice(start, stop), after, soft)];
}

/** Letters, a hyphen and a blank before letters: in a cell whose lines were set in one, a line ended there. */
const JOINT = /(?<before>(?:[\p{L}\p{N}]+-)*[\p{L}\p{M}]+)(?<gap>[-\u2010\u00ad] )(?<rest>[\p{L}\p{M}]+)/gu;
const MAY_JOIN = /[-\u2010\u00ad] \p{L}/u;

/** Words divided at the line ends of a cell, which are blanks by now; a hyphen of the word's own is drawn up. */
function withinCells({ text, start: lineStart }: PageLine, knowledge: HyphenKnowledge): Repair[] {
  if (lineStart === null || text.length > LONGEST_ROW || !MAY_JOIN.test(text)) return [];
  return [...text.matchAll(JOINT)].flatMap((match) => {
    const { before = '', gap = '', rest = '' } = match.groups ?? {};
    const start = lineStart + match.index + before.length;
    const soft = gap.startsWith('\u00ad');
    if (soft || isDivided(before, rest, knowledge)) return [edit(start, gap, '', soft)];
    const own = knowledge.seen(`${before.slice(before.lastIndexOf('-') + 1)}-${rest}`);
    return own ? [edit(start, gap, '-', false)] : [];
  });
}

function edit(start: number, before: string, after: string, soft: boolean): Repair {
  const end = start + before.length;
  return { start, end, before, after, rule: 'line-end-hyphen', confidence: soft ? 0.99 : 0.97 };
}

function isDivided(before: string, rest: string, knowledge: HyphenKnowledge): boolean {
  if (decideHyphen(before, rest, knowledge) !== 'join') return false;
  return knowledge.knows(before.slice(before.lastIndexOf('-') + 1) + rest);
}
