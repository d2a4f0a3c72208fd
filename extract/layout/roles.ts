import type { LaidLine } from './lines.ts';

/** The size in which most of a document's or page's letters are set. */
export function bodySize(lines: readonly LaidLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    if (line.size !== null) letters.set(line.size, (letters.get(line.size) ?? 0) + line.text.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 10;
}

const BULLET = /^(?:[•●▪■◦○‣·*–—-]\s|(?:\d{1,2}|[a-zæøå])[.)]\s|\((?:\d{1,2}|[a-zæøå])\)\s)/u;
/** A raised figure says it by itself; plain ones may begin any line, so they count at the page's foot only. */
const RAISED_MARK = /^[¹²³⁴-⁹⁰]+\s?\p{L}/u;
const NOTE_MARK = /^(?:\*+|\d{1,2}\)?)\s?\p{L}/u;

/** Says what each line is to a reader, from its size, weight, place and first signs. */
export function markRoles(lines: readonly LaidLine[], size: number, pageHeight: number): LaidLine[] {
  return lines.map((line) => {
    if (line.role !== 'body') return line;
    if (isFootnote(line, size, pageHeight)) return { ...line, role: 'footnote' };
    if (isHeading(line, size)) return { ...line, role: 'heading' };
    return BULLET.test(line.text) ? { ...line, role: 'list' } : line;
  });
}

function isHeading(line: LaidLine, size: number): boolean {
  if (line.text.length > 160 || !/[\p{L}\p{N}]/u.test(line.text)) return false;
  if (line.size !== null && line.size >= size * 1.15 + 0.25) return true;
  if (line.bold) return !/[.,;]$/u.test(line.text);
  // Typewriters and old templates shout instead: "INDSTILLING".
  return line.text.length <= 80 && /\p{Lu}{4}/u.test(line.text) && line.text === line.text.toUpperCase();
}

function isFootnote(line: LaidLine, size: number, pageHeight: number): boolean {
  if (line.size === null || line.box === null || line.size > size * 0.87) return false;
  return RAISED_MARK.test(line.text) || (line.box[1] > 0.6 * pageHeight && NOTE_MARK.test(line.text));
}
