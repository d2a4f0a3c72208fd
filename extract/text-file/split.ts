import type { PageLine } from '../../core/document.ts';
import type { PageText } from '../layout/page-text.ts';

/** About a page of print; long enough for a section, short enough to point at. */
const STRETCH = 3000;

/** The pages of a text file: what form feeds part, else stretches that end at a paragraph. */
export function splitIntoPages(text: string): PageText[] {
  const parts = text.includes('\f') ? dropLastEmpty(text.split('\f')) : stretches(text);
  return parts.map(pageOf);
}

/** A form feed ends a page, so one at the file's end begins no page after it. */
function dropLastEmpty(parts: readonly string[]): string[] {
  return parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : [...parts];
}

function stretches(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = stretchEnd(text, at);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts.length === 0 ? [''] : parts;
}

/** The paragraph end nearest before the full length, else a line end, else a space. */
function stretchEnd(text: string, at: number): number {
  const full = at + STRETCH;
  if (full >= text.length) return text.length;
  for (const mark of ['\n\n', '\n', ' ']) {
    const found = text.lastIndexOf(mark, full);
    if (found > at + STRETCH / 2) return found + mark.length;
  }
  return full;
}

function pageOf(part: string): PageText {
  const lines: PageLine[] = [];
  let text = '';
  let gap = false;
  for (const raw of part.split('\n')) {
    const line = raw.trimEnd();
    if (line.trim() === '') {
      gap = text !== '';
      continue;
    }
    if (text !== '') text += gap ? '\n\n' : '\n';
    gap = false;
    lines.push({ text: line, start: text.length, role: 'body', box: null, size: null, bold: false });
    text += line;
  }
  return { text, lines, words: [] };
}
