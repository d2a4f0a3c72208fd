import type { Repair } from '../../core/document.ts';
import { decideHyphen, type HyphenKnowledge } from '../../danish/hyphen.ts';
import type { Span } from './edits.ts';

/** Rest of a line up to the hyphen, the break, and the start of the next line with what follows it. */
const DIVIDED =
  /(?<=(?:^|[\s("“»'/–-]))(?<left>[\p{L}\p{N}]{1,80}(?:-[\p{L}\p{N}]{1,80}){0,8})(?<hyphen>[-\u2010\u00ad])(?<gap>[ \t]*\r?\n[ \t]*)(?<right>\p{L}[\p{L}\p{M}]*)(?<after>[^\s]*)(?<blank>[ \t]?)/gmu;

/**
 * Words that were divided at the end of a line. The line break moves behind the
 * word, so that lines stay lines. `within` are
 * the Danish stretches of the text: how others divide their words is theirs to know.
 */
export function join(text: string, within: readonly Span[], knowledge: HyphenKnowledge): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(DIVIDED)) {
    if (!within.some(([from, to]) => from <= match.index && match.index < to)) continue;
    const { left = '', hyphen = '', gap = '', right = '', after = '', blank = '' } = match.groups ?? {};
    // A tab parts the cells of a table's row, whose first goes on with no line above it.
    if (blank === '\t') continue;
    const mended = decide(left, hyphen, right, knowledge);
    if (!mended) continue;
    const start = match.index + left.length;
    const before = hyphen + gap;
    const end = start + before.length;
    edits.push({
      start,
      end,
      before,
      after: mended.hyphen,
      rule: 'line-hyphen',
      confidence: mended.confidence,
    });
    const rest = end + right.length + after.length;
    // The break moves to the blank behind the word; a word at a line's end has its break already.
    if (blank !== '') {
      edits.push({
        start: rest,
        end: rest + blank.length,
        before: blank,
        after: '\n',
        rule: 'line-hyphen',
        confidence: mended.confidence,
      });
    }
  }
  return edits;
}

function decide(
  left: string,
  hyphen: string,
  right: string,
  knowledge: HyphenKnowledge,
): { hyphen: '' | '-'; confidence: number } | null {
  if (hyphen === '\u00ad') return { hyphen: '', confidence: 1 };
  const decision = decideHyphen(left, right, knowledge);
  if (decision === 'suspend') return null;
  if (decision === 'keep') return { hyphen: '-', confidence: 0.9 };
  const known = knowledge.knows(left.slice(left.lastIndexOf('-') + 1) + right);
  // Lines are divided inside words far more often than at a hyphen that was there before.
  return { hyphen: '', confidence: known ? 0.98 : 0.85 };
}
