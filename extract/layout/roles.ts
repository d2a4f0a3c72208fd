import { CELL, type LaidLine } from './lines.ts';

/** The size in which most of a document's or page's letters are set. */
export function bodySize(lines: readonly LaidLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    if (line.size !== null) letters.set(line.size, (letters.get(line.size) ?? 0) + line.text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 10;
}

const LEADER = /(?:\.[ \t]?){4,}\s*\d{1,4}$|…+\s*\d{1,4}$|_{4,}\s*\d{1,4}$/u;
const BULLET = /^(?:[•●▪■◦○‣·*–—-]\s|(?:\d{1,2}|[a-zæøå])[.)]\s)/u;
const NOTE_MARK = /^(?:\*+|\d{1,2}\)?)\s?\p{L}/u;

/** Says what each line is to a reader, from its size, weight, place and first signs. */
export function markRoles(lines: readonly LaidLine[], size: number, pageHeight: number): LaidLine[] {
  const contents = contentsLines(lines);
  return lines.map((line, index) => {
    if (line.role !== 'body' && line.role !== 'table') return line;
    if (contents.has(index)) return { ...line, role: 'contents' };
    if (line.role === 'table') return line;
    if (isFootnote(line, size, pageHeight)) return { ...line, role: 'footnote' };
    if (isHeading(line, size)) return { ...line, role: 'heading' };
    return BULLET.test(line.text) ? { ...line, role: 'list' } : line;
  });
}

function isHeading(line: LaidLine, size: number): boolean {
  if (line.text.length > 160 || !/[\p{L}\p{N}]/u.test(line.text)) return false;
  if (line.size !== null && line.size >= size * 1.15 + 0.25) return true;
  return line.bold && !/[.,;]$/u.test(line.text);
}

function isFootnote(line: LaidLine, size: number, pageHeight: number): boolean {
  if (line.size === null || line.box === null || line.size > size * 0.87) return false;
  return line.box[1] > 0.6 * pageHeight && NOTE_MARK.test(line.text);
}

/**
 * Lines of a list of contents: those with leaders to a page number, at least two
 * of them, and the first halves of entries that run over two lines. Without
 * leaders, a column of page numbers that never go back does it.
 */
function contentsLines(lines: readonly LaidLine[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (LEADER.test(line.text)) found.add(index);
  });
  if (found.size === 0) for (const index of numberedColumn(lines)) found.add(index);
  if (found.size < 2) return new Set();
  const last = Math.max(...found);
  // An entry's first line carries no number; it stands right above the line that does.
  for (const index of [...found].sort((a, b) => a - b)) {
    for (let above = index - 1; above >= 0 && index - above <= 2 && !found.has(above); above--) {
      const between = lines[above];
      const wraps = [...found].some((other) => other < above) && index <= last;
      if (between === undefined || !wraps || between.bold !== lines[index]?.bold) break;
      found.add(above);
    }
  }
  return found;
}

function numberedColumn(lines: readonly LaidLine[]): number[] {
  const entries = lines.flatMap((line, index) => {
    const match = line.role === 'table' ? /^.*\p{L}.*\t(\d{1,4})$/u.exec(line.text) : null;
    return match !== null && line.text.split(CELL).length <= 3 ? [{ index, page: Number(match[1]) }] : [];
  });
  const rising = entries.every(
    (entry, index) => index === 0 || entry.page >= (entries[index - 1]?.page ?? 0),
  );
  const titled = lines.some((line) => /^(?:indhold(?:sfortegnelse)?|contents|innehåll)\b/iu.test(line.text));
  return entries.length >= 3 && rising && titled ? entries.map((entry) => entry.index) : [];
}
