import type { Span } from '../../core/document.ts';
import type { HeadingJudge } from './headings.ts';
import type { Line } from './lines.ts';
import type { SectionRole } from './section-vocabulary.ts';
import { mendCell } from './text.ts';

/** A line, or what is left of it where a heading or a label was taken off its front. */
export interface Piece {
  readonly line: Line;
  readonly text: string;
  readonly start: number | null;
}

export interface RawSection {
  readonly heading: string;
  readonly role: SectionRole;
  readonly head: Line | null;
  readonly pieces: readonly Piece[];
}

/** Cuts an item's lines at its headings. What stands before the first heading has role `text` and no heading. */
export function cutSections(lines: readonly Line[], judge: HeadingJudge): RawSection[] {
  const sections: { heading: string; role: SectionRole; head: Line | null; pieces: Piece[] }[] = [
    { heading: '', role: 'text', head: null, pieces: [] },
  ];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    // A footnote interrupts whatever sentence the page broke; it stays in the page's text.
    if (!line || line.role === 'footnote') continue;
    const found = judge.headingAt(lines, i);
    if (!found) {
      sections.at(-1)?.pieces.push(rest(line, 0));
      continue;
    }
    const { heading, role } = found.word;
    const pieces = found.lengths.flatMap((length, k) => {
      const part = lines[i + k];
      return part && length < part.text.length ? [rest(part, length)] : [];
    });
    sections.push({ heading, role, head: line, pieces });
    i += found.lengths.length - 1;
  }
  return foldQuoted(sections);
}

function rest(line: Line, from: number): Piece {
  const text = line.text.slice(from).trimStart();
  const lead = line.text.length - text.length;
  return {
    line,
    text: line.role === 'table' ? mendCell(text) : text,
    start: line.start === null ? null : line.start + lead,
  };
}

/**
 * An item decides once. Where "Beslutning" heads several stretches, the last is
 * the decision; the others tell of earlier meetings and stay in the text
 * around them.
 */
function foldQuoted(sections: readonly RawSection[]): RawSection[] {
  const last = sections.findLastIndex((section) => section.role === 'decision');
  const result: RawSection[] = [];
  for (const [i, section] of sections.entries()) {
    const before = result.at(-1);
    if (section.role === 'decision' && i !== last && before && section.head) {
      const pieces = [
        ...before.pieces,
        rest(section.head, 0),
        ...section.pieces.filter((piece) => piece.line !== section.head),
      ];
      result[result.length - 1] = { ...before, pieces };
    } else result.push(section);
  }
  return result;
}

/** "./." marks an enclosure in the margin; it is no part of the sentence beside it. */
const ENCLOSED = /^(?:[-–]\s)?\.\s?\/\s?\.(?:\s+|$)/;

/** The text as a reader reads it: an empty line between paragraphs. */
export function sectionText(pieces: readonly Piece[]): string {
  const kept = pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(ENCLOSED, '') }))
    .filter((piece) => piece.text !== '');
  const lines: string[] = [];
  for (const [i, piece] of kept.entries()) {
    const apart = i > 0 && piece.line.gap && !continues(kept[i - 1], piece);
    const before = lines.at(-1) ?? '';
    const word = secondHalf(before, piece.text);
    if (word === null) lines.push(apart ? `\n${piece.text}` : piece.text);
    else {
      lines[lines.length - 1] = `${before.slice(0, -1)}${word}`;
      const rest = piece.text.slice(word.length).trimStart();
      if (rest !== '') lines.push(rest);
    }
  }
  return lines.join('\n').trim();
}

/** What a line begins with where it ends a word that the line before began: "udka-" and "stet." */
function secondHalf(before: string, text: string): string | null {
  if (!/[a-zæøå][-\u2010]$/.test(before)) return null;
  const word = /^[a-zæøå]\S*/.exec(text)?.[0] ?? null;
  return word === null || /^(?:og|eller|samt)$/.test(word) ? null : word;
}

/** A gap that only a page break made. */
function continues(before: Piece | undefined, piece: Piece): boolean {
  return before !== undefined && before.line.page !== piece.line.page && /^[a-zæøå]/.test(piece.text);
}

/** Where a text stands: one span a page. */
export function spansOf(pieces: readonly { line: Line; start: number | null }[]): Span[] {
  const spans: { page: number; start: number | null; end: number | null }[] = [];
  for (const { line, start } of pieces) {
    const last = spans.at(-1);
    if (last && last.page === line.page) {
      if (line.end !== null) last.end = line.end;
      last.start ??= start;
    } else spans.push({ page: line.page, start, end: line.end });
  }
  return spans;
}

export function spansOfLines(lines: readonly Line[]): Span[] {
  return spansOf(lines.map((line) => ({ line, start: line.start })));
}
