import type { LaidLine } from './lines.ts';

/** Answers whether a word exists: in the dictionary, or elsewhere in the document. */
export type KnowsWord = (word: string) => boolean;

/** Letters, a hyphen (perhaps after a space that justification left there), at the end of a line. */
const BROKEN = /(?<before>[\p{L}\p{M}]+)(?<gap> ?)[-\u2010\u00ad]$/u;
const REST = /^(?<rest>[\p{L}\p{M}]+)(?<tail>[^\s\t]*)/u;

/**
 * Joins words that were broken at line ends: the rest of the word moves up to the
 * line where it begins. Joined only where the whole is a word (or the break was a
 * soft hyphen, which means nothing else): "Region Hoved-/staden" is, while
 * "EU-/relateret", "social- /og" and "8.00-/9.30" keep hyphen and line end.
 */
export function joinHyphens(lines: readonly LaidLine[], knows: KnowsWord): LaidLine[] {
  const out: LaidLine[] = [];
  let current = lines[0];
  for (const next of lines.slice(1)) {
    if (current === undefined) break;
    const joined = joinTwo(current, next, knows);
    if (joined === null) {
      out.push(current);
      current = next;
    } else if (joined.rest.text === '') {
      current = joined.line;
    } else {
      out.push(joined.line);
      current = joined.rest;
    }
  }
  if (current !== undefined) out.push(current);
  return out;
}

function joinTwo(
  line: LaidLine,
  next: LaidLine,
  knows: KnowsWord,
): { line: LaidLine; rest: LaidLine } | null {
  const broken = BROKEN.exec(line.text)?.groups;
  const rest = REST.exec(next.text)?.groups;
  if (broken === undefined || rest === undefined || !sameKind(line, next)) return null;
  const { before = '', gap = '' } = broken;
  const soft = line.text.endsWith('\u00ad');
  if (!soft && !shouldJoin(before, rest.rest ?? '', knows)) return null;
  const moved = `${rest.rest ?? ''}${rest.tail ?? ''}`;
  const kept = line.text.slice(0, line.text.length - 1 - gap.length);
  return { line: withWord(line, kept, moved, next), rest: without(next, moved.length) };
}

function sameKind(line: LaidLine, next: LaidLine): boolean {
  if (line.role === 'header' || line.role === 'footer' || line.role === 'noise') return false;
  return line.role === next.role || line.role === 'list' || !next.opens;
}

const LINKING = new Set(['og', 'eller', 'samt', 'til', 'som', 'i', 'på', 'men']);

function shouldJoin(before: string, rest: string, knows: KnowsWord): boolean {
  // "social- og undervisningsområdet": the hyphen stands for a word's second half.
  if (LINKING.has(rest)) return false;
  // A capital after the hyphen, or nothing but capitals before it ("EU-"), belongs to the spelling.
  if (/^\p{Lu}/u.test(rest) && before !== before.toUpperCase()) return false;
  if (before.length > 1 && before === before.toUpperCase() && rest !== rest.toUpperCase()) return false;
  if (/^\p{Lu}/u.test(rest) && rest.toLowerCase() === rest) return false;
  return knows(before + rest);
}

function withWord(line: LaidLine, kept: string, moved: string, next: LaidLine): LaidLine {
  const words = line.words.filter((word) => word.start < kept.length);
  const last = words.at(-1);
  const text = kept + moved;
  const rest = next.words[0];
  // The word's box is where it begins; its rest on the next line keeps a box of its own.
  const closed = last === undefined ? [] : [{ ...last, end: kept.length }];
  const moving = rest === undefined ? [] : [{ start: kept.length, end: text.length, box: rest.box }];
  return { ...line, text, words: [...words.slice(0, -1), ...closed, ...moving] };
}

function without(line: LaidLine, length: number): LaidLine {
  const text = line.text.slice(length).trimStart();
  const cut = line.text.length - text.length;
  const words = line.words
    .filter((word) => word.start >= cut)
    .map((word) => ({ ...word, start: word.start - cut, end: word.end - cut }));
  return { ...line, text, words };
}
