import type { Box, LineRole, Page, PageLine } from '../../core/document.ts';
import { type CaseLine, parseCaseLine } from './case-number.ts';
import { closingLine, isAtEdge, isFurniture, mistakenHeaders, repeatedFurniture } from './furniture.ts';
import { type NumberedText, parseNumbered } from './numbers.ts';
import { type SectionWord, sectionWord } from './section-words.ts';

/** What the text of a line says by itself: read once, since many ask. */
interface LineReading {
  /** Trimmed, every kind of blank as a space. */
  readonly text: string;
  readonly numbered: NumberedText | null;
  /** Without a bare number in front: what "1.1 Sagsfremstilling" and "2. Indstilling" head. */
  readonly bare: string;
  /** The section word that the whole line consists of. */
  readonly word: SectionWord | null;
  /** The section word that is left without the number. */
  readonly bareWord: SectionWord | null;
  readonly caseLine: CaseLine | null;
}

/** A line with all that segmentation may use as evidence. Typography is null where it is unknown. */
export interface Line extends LineReading {
  readonly index: number;
  readonly page: number;
  /** Offsets in `Page.text`; null where the line was set aside. */
  readonly start: number | null;
  readonly end: number | null;
  readonly role: LineRole;
  readonly size: number | null;
  readonly bold: boolean;
  readonly box: Box | null;
  /** Read by OCR, so that letters and figures may be wrong, and lines missing. */
  readonly scanned: boolean;
  /** An empty line, a new page or a wide gap stands before it. */
  readonly gap: boolean;
}

export interface Lines {
  /** What a reader reads, in order. */
  readonly body: readonly Line[];
  /** Running headers and footers: evidence for body and date, never text. */
  readonly running: readonly Line[];
  /** The most common font size; null for plain text. */
  readonly textSize: number | null;
  /** Length in characters that ordinary lines reach before they wrap. */
  readonly wrapAt: number;
}

export function collectLines(pages: readonly Page[]): Lines {
  const repeated = repeatedFurniture(pages);
  const mistaken = mistakenHeaders(pages);
  const body: Line[] = [];
  const running: Line[] = [];
  for (const page of pages) {
    let previous: PageLine | null = null;
    let first = true;
    const closing = closingLine(page);
    for (const [i, line] of page.lines.entries()) {
      const text = plainText(line.text, page.origin === 'ocr');
      if (text === '') continue;
      const lead = line.text.length - line.text.trimStart().length;
      const start = line.start === null ? null : line.start + lead;
      const aside =
        !mistaken.has(line) &&
        (line.start === null ||
          line === closing ||
          isFurniture(text, line.role, repeated, isAtEdge(page, i)));
      const target = aside ? running : body;
      const whole = {
        index: target.length,
        page: page.number,
        ...readText(text),
        start,
        end: start === null ? null : start + text.length,
        role: line.role,
        size: line.size,
        bold: line.bold,
        box: line.box,
        scanned: page.origin === 'ocr',
        gap: !aside && (first || (gapBefore(page, line, previous) && !isWithinWord(previous, text))),
      };
      if (!aside && whole.numbered !== null && text.includes('\t')) body.push(...withCaseApart(whole));
      else target.push(whole);
      if (!aside) {
        previous = line;
        first = false;
      }
    }
  }
  const textSize = commonSize(body);
  return {
    body: withoutFalseHeadings(withEvenSizes(body, textSize), textSize),
    running,
    textSize,
    wrapAt: wrapLength(body),
  };
}

function readText(text: string): LineReading {
  const numbered = parseNumbered(text);
  const bare = numbered !== null && numbered.rest !== '' && numbered.word === null ? numbered.rest : text;
  const word = sectionWord(text);
  const bareWord = bare === text ? word : sectionWord(bare);
  return { text, numbered, bare, word, bareWord, caseLine: parseCaseLine(text) };
}

/**
 * "Sag nr. 3" at the left margin and "J.nr. 27.00.00-P35" at the right one: two lines
 * at one height. The case line comes first, as where it stands above its heading.
 */
function withCaseApart(line: Line): Line[] {
  const tab = line.text.lastIndexOf('\t');
  if (line.numbered?.word == null) return [line];
  const right = partOfLine(line, tab, line.text.length);
  if (right.caseLine === null) return [line];
  return [right, { ...partOfLine(line, 0, tab), index: line.index + 1, role: 'body' }];
}

/** A part of a line as a line of its own. */
export function partOfLine(line: Line, from: number, to: number): Line {
  const whole = line.text.slice(from, to);
  const text = whole.trim();
  const start = line.start === null ? null : line.start + from + whole.indexOf(text);
  return { ...line, ...readText(text), start, end: start === null ? null : start + text.length };
}

/** Sizes that lie this near each other on scans are one: OCR measures them from the letters of each line. */
const SAME_SIZE = 1;

/** Headings on scans in the sizes that they were set in: 12.5 and 13 points beside each other are one size. */
function withEvenSizes(body: readonly Line[], textSize: number | null): readonly Line[] {
  const large = (line: Line) =>
    line.scanned && textSize !== null && line.size !== null && line.size >= textSize + 1;
  const sizes = [...new Set(body.filter(large).flatMap((line) => line.size ?? []))].sort((a, b) => a - b);
  if (sizes.length === 0) return body;
  const even = new Map<number, number>();
  for (const [i, size] of sizes.entries()) {
    const before = sizes[i - 1];
    const joins = before !== undefined && size - before <= SAME_SIZE;
    even.set(size, joins ? (even.get(before) ?? size) : size);
  }
  return body.map((line) =>
    large(line) && line.size !== null ? { ...line, size: even.get(line.size) ?? line.size } : line,
  );
}

/**
 * Headings were told page by page: where a page is mostly small tables, its
 * ordinary text stands out. Text in the document's own size that runs over several
 * lines, or ends as sentences do, is none.
 */
function withoutFalseHeadings(body: readonly Line[], textSize: number | null): Line[] {
  const ordinary = (line: Line | undefined): boolean =>
    line !== undefined &&
    line.role === 'heading' &&
    !line.bold &&
    line.size !== null &&
    line.size === textSize &&
    line.text !== line.text.toUpperCase();
  return body.map((line, i) => {
    if (!ordinary(line)) return line;
    const [before, after] = [body[i - 1], body[i + 1]];
    const runs = (!line.gap && ordinary(before)) || (after?.gap === false && ordinary(after));
    return runs || /[.,;]$|^\p{Ll}/u.test(line.text) ? { ...line, role: 'body' } : line;
  });
}

/**
 * Every blank a space, tabs aside. What an OCR engine reads between blanks as an
 * em dash or a hyphen is the en dash that Danish writes there; lengths stay.
 */
function plainText(text: string, ocr: boolean): string {
  const spaced = (ODD_BLANK.test(text) ? text.replace(/[^\S\t]/g, ' ') : text).trim();
  return ocr ? withMarks(spaced.replace(/—/g, '–').replace(/ - (?=\S)/g, ' – ')) : spaced;
}

/** A word parted by a hyphen goes on, however wide the lines are set. */
function isWithinWord(previous: PageLine | null, text: string): boolean {
  return previous !== null && /\p{L}[-\u2010]$/u.test(previous.text) && /^\p{Ll}/u.test(text);
}

const ODD_BLANK = /[^\S\t ]/;

/** The bullets of a list, which OCR reads as a quotation mark that stands alone, or as an "e" before a capital. */
function withMarks(text: string): string {
  return text
    .replace(/(?<!\S)[«»](?=\s)/g, '•')
    .replace(/(?<!\S)[«»][-–+*.](?=\s)/g, '• ')
    .replace(/^[e¢°+](?= \p{Lu})/u, '•');
}

function gapBefore(page: Page, line: PageLine, previous: PageLine | null): boolean {
  if (line.start !== null && line.start >= 2 && page.text.startsWith('\n\n', line.start - 2)) return true;
  if (!previous?.box || !line.box) return false;
  const height = Math.max(line.box[3] - line.box[1], 1);
  return line.box[1] - previous.box[3] > height * 0.9;
}

function commonSize(lines: readonly Line[]): number | null {
  const weight = new Map<number, number>();
  for (const line of lines) {
    // Tables are often set smaller, and there may be more of them than of text.
    if (line.size !== null && line.role !== 'table')
      weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  }
  let best: number | null = null;
  for (const [size, count] of weight) {
    if (best === null || count > (weight.get(best) ?? 0)) best = size;
  }
  return best;
}

function wrapLength(lines: readonly Line[]): number {
  const lengths = new Uint32Array(lines.length);
  for (const [i, line] of lines.entries()) lengths[i] = line.text.length;
  lengths.sort();
  return lengths[Math.floor(lengths.length * 0.85)] ?? 80;
}

/** Set apart from the text by weight or size. */
export function isPronounced(line: Line, textSize: number | null): boolean {
  if (line.role === 'heading' || line.bold) return true;
  return line.size !== null && textSize !== null && line.size >= textSize + 1;
}

/** Two lines set alike, as far as is known. */
export function setAlike(a: Line, b: Line): boolean {
  return a.bold === b.bold && (a.size === null || b.size === null || Math.abs(a.size - b.size) <= 0.5);
}
