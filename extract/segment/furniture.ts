import type { LineRole, Page, PageLine } from '../../core/document.ts';
import { parseCaseLine } from './case-number.ts';
import { sectionWord } from './section-words.ts';

/** "SIDE | 7", "Side 3 af 12", "- 4 -": a page's number and nothing else. */
const PAGE_NUMBER = /^side\s*[|:]?\s*\d{1,4}(?:\s*(?:af|\/)\s*\d{1,4})?$|^[-–—]\s*\d{1,4}\s*[-–—]$/i;
/** The same at the end of a line; "…, jf. rapportens side 12" ends so too. */
const NUMBER_AT_END = /(?:^|[\s|])side\s*[|:]?\s*\d{1,4}(?:\s*(?:af|\/)\s*\d{1,4})?$/i;

/** A rule drawn with a typewriter. */
const RULE = /^[_=*–—-]{8,}$/;

export function isFurniture(
  text: string,
  role: LineRole,
  repeated: ReadonlySet<string>,
  atEdge: boolean,
): boolean {
  if (role === 'header' || role === 'footer' || role === 'noise' || RULE.test(text)) return true;
  if (!atEdge) return false;
  // In a text file the gap between the two margins makes a line as long as any.
  if (BROWSER.test(text) || isSpread(text)) return true;
  if (text.length >= 120) return false;
  if (repeated.size > 0 && repeated.has(mask(text))) return true;
  if (PAGE_NUMBER.test(text)) return true;
  const number = NUMBER_AT_END.exec(text);
  return number !== null && isRunningBefore(text.slice(0, number.index), number[0]);
}

/** What a browser prints below each page: the address, and the day or the page. */
const BROWSER =
  /^https?:\/\/\S+\s+(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[\s,].{0,12})?|\d{1,3}\s?(?:\/|af)\s?\d{1,3})$/;

const SPREAD_PART =
  /^(?:KKR\s\p{Lu}\p{L}+|(?:side\s)?\d{1,3}(?:\s?(?:af|\/)\s?\d{1,3})?|(?:referat|dagsorden)(?:[ ,].{0,30})?|\d{1,2}[./-]\s?(?:\d{1,2}|\p{L}+)[./ -]\s?\d{4})$/iu;

/** The body on one side of a wide gap, and a page, a kind of paper or a day on the other. */
function isSpread(text: string): boolean {
  if (!text.includes('KKR')) return false;
  const parts = text.split(/ {3,}|\t/);
  return parts.length > 1 && parts.every((part) => SPREAD_PART.test(part.trim()));
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
export function mistakenHeaders(pages: readonly Page[]): ReadonlySet<PageLine> {
  const headers = pages.flatMap(({ lines }) =>
    lines.filter((line) => line.role === 'header' && line.text.length < 80),
  );
  const isInText = (text: string) =>
    pages.some(({ lines }) => lines.some((line) => line.start !== null && line.text.trim() === text));
  const often = (text: string) => headers.filter((line) => line.text === text).length > pages.length / 3;
  return new Set(
    headers.filter(({ text }) =>
      sectionWord(text) !== null
        ? !/^(?:referat|bilag)/i.test(text) && isInText(text.trim())
        : parseCaseLine(text)?.caseNumber != null && !often(text),
    ),
  );
}

/** The last line of a printed page where it names the body and a day and nothing else. */
export function closingLine(page: Page): PageLine | null {
  const last = page.size === null || page.lines.length < 5 ? undefined : page.lines.at(-1);
  return last && CLOSING.test(last.text) ? last : null;
}

const CLOSING =
  /^(?:\p{L}+\s+[–·|-]\s+)?KKR\s+\p{Lu}\p{L}+\s*[·|,–-]?\s*\d{1,2}[.\s/-]+(?:\p{L}+|\d{1,2})[.\s/-]+\d{4}$/u;

/** Among a printed page's first or last lines; a text file's pages are cut anywhere. */
export function isAtEdge(page: Page, at: number): boolean {
  return page.size === null || at <= 2 || at >= page.lines.length - 3;
}

function mask(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Running headers that nobody set aside, as in plain text files: a line with a
 * date or a page number in it that comes back, digits aside, on most pages.
 */
export function repeatedFurniture(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const [i, line] of page.lines.entries()) {
      if (!isAtEdge(page, i)) continue;
      const text = line.text.trim();
      if (text.length > 100 || !isRunningLike(text)) continue;
      const key = mask(text);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const printed = pages.some((page) => page.size !== null);
  // A text file's pages are few and cut anywhere: the body's name may be on no more than two of them.
  const least = (key: string) =>
    printed ? Math.max(2, pages.length * 0.5) : key.includes('kkr') ? 2 : Math.max(3, pages.length * 0.5);
  return new Set([...counts].filter(([key, count]) => count >= least(key)).map(([key]) => key));
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
