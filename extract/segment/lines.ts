import type { Box, LineRole, Page, PageLine } from '../../core/document.ts';
import { parseCaseLine } from './case-number.ts';
import { sectionWord } from './section-words.ts';

/** A line with all that segmentation may use as evidence. Typography is null where it is unknown. */
export interface Line {
  readonly index: number;
  readonly page: number;
  /** Trimmed, every kind of blank as a space. */
  readonly text: string;
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
      target.push({
        index: target.length,
        page: page.number,
        text,
        start,
        end: start === null ? null : start + text.length,
        role: line.role,
        size: line.size,
        bold: line.bold,
        box: line.box,
        scanned: page.origin === 'ocr',
        gap: !aside && (first || gapBefore(page, line, previous)),
      });
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

/** Sizes that lie this near each other on scans are one: OCR measures them from the letters of each line. */
const SAME_SIZE = 1;

/** Headings on scans in the sizes that they were set in: 12.5 and 13 points beside each other are one size. */
function withEvenSizes(body: readonly Line[], textSize: number | null): Line[] {
  const large = (line: Line) =>
    line.scanned && textSize !== null && line.size !== null && line.size >= textSize + 1;
  const sizes = [...new Set(body.filter(large).flatMap((line) => line.size ?? []))].sort((a, b) => a - b);
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
  const spaced = text.replace(/[^\S\t]/g, ' ').trim();
  return ocr ? spaced.replace(/—/g, '–').replace(/ - (?=\S)/g, ' – ') : spaced;
}

function gapBefore(page: Page, line: PageLine, previous: PageLine | null): boolean {
  if (line.start !== null && line.start >= 2 && page.text.slice(line.start - 2, line.start) === '\n\n') {
    return true;
  }
  if (!previous?.box || !line.box) return false;
  const height = Math.max(line.box[3] - line.box[1], 1);
  return line.box[1] - previous.box[3] > height * 0.9;
}

/** "SIDE | 7", "Side 3 af 12", "- 4 -": a page's number and nothing else. */
const PAGE_NUMBER = /^side\s*[|:]?\s*\d{1,4}(?:\s*(?:af|\/)\s*\d{1,4})?$|^[-–—]\s*\d{1,4}\s*[-–—]$/i;
/** The same at the end of a line; "…, jf. rapportens side 12" ends so too. */
const NUMBER_AT_END = /(?:^|[\s|])side\s*[|:]?\s*\d{1,4}(?:\s*(?:af|\/)\s*\d{1,4})?$/i;

function isFurniture(text: string, role: LineRole, repeated: ReadonlySet<string>, atEdge: boolean): boolean {
  if (role === 'header' || role === 'footer' || role === 'noise') return true;
  if (text.length >= 120) return false;
  if (!atEdge) return false;
  if (repeated.has(mask(text))) return true;
  if (PAGE_NUMBER.test(text)) return true;
  const number = NUMBER_AT_END.exec(text);
  return number !== null && isRunningBefore(text.slice(0, number.index), number[0]);
}

/** What may stand before a page's number: a bar, a tab, a wide gap, or the body, the kind of paper or the day. */
function isRunningBefore(before: string, number: string): boolean {
  if (/[|·\t]\s*$| {2}$/.test(before) || /^(?:\||\t)/.test(number)) return true;
  return isRunningLike(`${before}${number}`) && !/[.,;:]$/.test(before.trim()) && before.length <= 60;
}

/**
 * Headers that belong to an item whose first line opens a page: a section's
 * heading that stands in the text elsewhere too, and a case number that is not on
 * every page.
 */
function mistakenHeaders(pages: readonly Page[]): ReadonlySet<PageLine> {
  const lines = pages.flatMap((page) => page.lines);
  const inText = new Set(lines.flatMap((line) => (line.start === null ? [] : [line.text.trim()])));
  const headers = lines.filter((line) => line.role === 'header' && line.text.length < 80);
  const often = (text: string) => headers.filter((line) => line.text === text).length > pages.length / 3;
  return new Set(
    headers.filter(({ text }) =>
      sectionWord(text) !== null
        ? inText.has(text.trim()) && !/^(?:referat|bilag)/i.test(text)
        : parseCaseLine(text)?.caseNumber != null && !often(text),
    ),
  );
}

/** The last line of a printed page where it names the body and a day and nothing else. */
function closingLine(page: Page): PageLine | null {
  const last = page.size === null || page.lines.length < 5 ? undefined : page.lines.at(-1);
  return last && CLOSING.test(last.text) ? last : null;
}

const CLOSING =
  /^(?:\p{L}+\s+[–·|-]\s+)?KKR\s+\p{Lu}\p{L}+\s*[·|,–-]?\s*\d{1,2}[.\s/-]+(?:\p{L}+|\d{1,2})[.\s/-]+\d{4}$/u;

/** Among a printed page's first or last lines; a text file's pages are cut anywhere. */
function isAtEdge(page: Page, at: number): boolean {
  return page.size === null || at <= 2 || at >= page.lines.length - 3;
}

function mask(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Running headers that nobody set aside, as in plain text files: a line with a
 * date or a page number in it that comes back, digits aside, on most pages.
 */
function repeatedFurniture(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const [i, line] of page.lines.entries()) {
      const text = line.text.trim();
      if (!isAtEdge(page, i)) continue;
      if (text.length > 100 || !isRunningLike(text)) continue;
      const key = mask(text);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const printed = pages.some((page) => page.size !== null);
  const least = printed ? Math.max(2, pages.length * 0.5) : Math.max(3, pages.length * 0.5);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** Body, kind or date of a meeting and a number; or body and kind, as "Referat – KKR Hovedstaden". */
function isRunningLike(text: string): boolean {
  // "Beslutning i KKR Syddanmark den 12-06-2015" heads a section, page after page.
  if (
    /^(?:(?:beslutning|vedtagelse|indstilling|behandling|konklusion)\b|referat (?:i KKR|(?:for|til|på) (?:punkt|pkt|sag)))/i.test(
      text,
    )
  )
    return false;
  const body = /KKR/.test(text);
  const kind = /\b(?:dagsorden|referat)(?:en|et)?\b/i.test(text);
  return ((body || kind) && /\d/.test(text)) || (body && kind && text.length <= 60);
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
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
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
