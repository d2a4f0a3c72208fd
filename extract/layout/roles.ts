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

const BULLET = /^(?:[•●▪■◦○‣·➢➤►▸✓✔❖*–—-]\s|o\s\p{L}|(?:\d{1,2}|[a-zæøå])[.)]\s|\((?:\d{1,2}|[a-zæøå])\)\s)/u;
/** Signs of fonts of symbols have no letters of Unicode, or none at all: at a line's start they are the marks of lists. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a sign without any letter is read as
const SYMBOL = /^[\u0000\uf020-\uf0ff](?=\s)/u;

/** Says what each line is to a reader, from its size, weight, place and first signs. */
export function markRoles(lines: readonly LaidLine[], size: number, pageHeight: number): LaidLine[] {
  const notes = footnotes(lines, size, pageHeight);
  return lines.map((given, index) => {
    const line = SYMBOL.test(given.text) ? { ...given, text: withBullet(given.text) } : given;
    if (line.role !== 'body') return line;
    if (notes.has(index)) return { ...line, role: 'footnote' };
    if (isHeading(line, size)) return { ...line, role: 'heading' };
    return BULLET.test(line.text) ? { ...line, role: 'list' } : line;
  });
}

/** As long as before, so that words stay where they are. The sign at 2D is a dash in every such font. */
const withBullet = (text: string): string => `${text.startsWith('\uf02d') ? '–' : '•'}${text.slice(1)}`;

function isHeading(line: LaidLine, size: number): boolean {
  if (line.text.length > 160 || !/[\p{L}\p{N}]/u.test(line.text)) return false;
  if (line.size !== null && line.size >= size * 1.15 + 0.25) return true;
  if (line.bold) return !/[.,;]$/u.test(line.text);
  // Typewriters and old templates shout instead: "INDSTILLING".
  return line.text.length <= 80 && /\p{Lu}{4}/u.test(line.text) && line.text === line.text.toUpperCase();
}

/** A raised figure says it by itself; plain ones may begin any line, so they count at the page's foot only. */
const RAISED_MARK = /^[¹²³⁴-⁹⁰]+\s?\p{L}/u;
const NOTE_MARK = /^(\*+|\d{1,2})[.)]?\s?\p{L}/u;
/** Smaller than this part of the text, print says by itself that it is a note. */
const SMALL = 0.87;
/** Nothing in print this large is smaller than the text on purpose. */
const SMALLER = 0.94;

/**
 * Lines of footnotes: small print that begins with a mark, and the lines that go on
 * with it to the page's foot. In print hardly smaller than the text the mark must
 * stand in the text as well.
 */
function footnotes(lines: readonly LaidLine[], size: number, pageHeight: number): Set<number> {
  const found = new Set<number>();
  if (!lines.some((line) => line.role === 'body' && isSmall(line, size))) return found;
  let open = false;
  lines.forEach((line, index) => {
    if (line.role === 'header' || line.role === 'footer' || line.role === 'noise') return;
    if (line.role !== 'body' || !isSmall(line, size)) open = false;
    else if (beginsNote(line, lines, size, pageHeight)) open = true;
    if (open) found.add(index);
  });
  return found;
}

const isSmall = (line: LaidLine, size: number): boolean =>
  line.size !== null && line.box !== null && line.size <= size * SMALLER;

function beginsNote(line: LaidLine, lines: readonly LaidLine[], size: number, pageHeight: number): boolean {
  if (RAISED_MARK.test(line.text)) return true;
  const mark = NOTE_MARK.exec(line.text)?.[1];
  if (mark === undefined || (line.box?.[1] ?? 0) < 0.4 * pageHeight) return false;
  const plain = !/^\S+[.)]/u.test(line.text);
  if (plain && (line.size ?? 0) <= size * SMALL && (line.box?.[1] ?? 0) > 0.6 * pageHeight) return true;
  return lines.some((other) => other.role === 'body' && !isSmall(other, size) && bears(other.text, mark));
}

/** "fraværet1." or "færdiguddannede,2 så": a mark set right behind a word or its stop. */
function bears(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark, 1); at > 0; at = text.indexOf(mark, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + mark.length)];
    if (
      /[\p{Ll}.,;:!?)»”"]/u.test(before) &&
      !/[\d\p{L}*]/u.test(after) &&
      !/\d[.,]$/u.test(text.slice(0, at))
    )
      return true;
  }
  return false;
}
