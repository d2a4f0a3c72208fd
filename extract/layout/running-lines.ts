import type { TextOrigin } from '../../core/vocabulary.ts';
import { counting, headingsOf, titles, watermarks } from './changing-lines.ts';
import { CELL, type LaidLine } from './lines.ts';
import { withinPages } from './page-window.ts';

/** A page as far as running headers and footers are concerned. */
export interface LaidPage {
  readonly number: number;
  readonly height: number;
  readonly origin?: TextOrigin;
  readonly lines: readonly LaidLine[];
}

/** Headers and footers stand within this part of the page's height from its edges. */
const MARGIN = 0.13;
const EDGE = 0.09;
const MOST_LINES = 4;
const WINDOW = 30;
/** "2.1" by itself heads an appendix, and goes up with the pages by chance only. */
const OUTLINE_NUMBER = /^\d{1,2}(?:\.\d{1,2})+\.?$/u;

export interface Candidate {
  readonly page: number;
  readonly line: LaidLine;
  readonly zone: 'header' | 'footer';
  readonly text: string;
  /** The text with every number put as #. */
  readonly key: string;
  readonly numbers: readonly number[];
  readonly atEdge: boolean;
  readonly y: number;
  /** How far the same line may stand off its place on another page: paper lies differently in a scanner each time. */
  readonly slack: number;
}

/**
 * Finds running headers and footers: lines in the margins that come again on
 * neighbouring pages at the same height, word for word but for the page's number.
 * What is merely repeated now and then (a title above each of its appendices) is
 * text. A bare page number needs no neighbour.
 */
export function markRunningLines(pages: readonly LaidPage[], bodySize: number): LaidLine[][] {
  // Titles repeated at the top of slides are larger than text; running lines never are.
  const heads = rowsInText(pages);
  const candidates = pages
    .flatMap(candidatesOf)
    .filter(({ line }) => line.role !== 'table' || !heads.has(line.text))
    .filter(({ line }) => (line.size ?? 0) <= bodySize * 1.15 && !OUTLINE_NUMBER.test(line.text));
  const headings = headingsOf(pages, bodySize);
  const running = new Map<LaidLine, 'header' | 'footer'>();
  for (const { line, zone } of [...counting(candidates), ...titles(candidates, headings)])
    running.set(line, zone);
  for (const line of watermarks(pages, bodySize)) running.set(line, 'header');
  const byKey = Map.groupBy(candidates, (candidate) => `${candidate.zone} ${candidate.key}`);
  for (const group of byKey.values()) {
    for (const candidate of group) {
      if (
        hasPageNumber(candidate.line, candidate.page, pages.length) ||
        recurs(candidate, group, pages.length)
      ) {
        running.set(candidate.line, candidate.zone);
      }
    }
  }
  return pages.map((page) =>
    page.lines.map((line) => {
      const role = running.get(line);
      return role === undefined ? line : { ...line, role };
    }),
  );
}

function candidatesOf(page: LaidPage): Candidate[] {
  const tables = tablesInText(page);
  const placed = page.lines.filter(
    (line) => line.box !== null && line.text !== '' && !(isDrawn(line) && tables.has(line.cells?.[0]?.table)),
  );
  const top = placed.filter((line) => (line.box?.[3] ?? 0) < MARGIN * page.height);
  const bottom = placed.filter((line) => (line.box?.[1] ?? 0) > (1 - MARGIN) * page.height);
  const byHeight = (a: LaidLine, b: LaidLine): number => (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0);
  return [
    ...top
      .sort(byHeight)
      .slice(0, MOST_LINES)
      .map((line) => candidate(page, line, 'header')),
    ...bottom
      .sort(byHeight)
      .slice(-MOST_LINES)
      .map((line) => candidate(page, line, 'footer')),
  ];
}

const isDrawn = (line: LaidLine): boolean => line.cells?.some((cell) => cell.drawn) === true;

/** Rows that stand within the text of a page: where one comes again at the top of the next, a table goes on. */
function rowsInText(pages: readonly LaidPage[]): Set<string> {
  const rows = new Set<string>();
  for (const { lines, height } of pages) {
    for (const { role, box, text } of lines) {
      if (role === 'table' && box !== null && box[1] > MARGIN * height && box[3] < (1 - MARGIN) * height)
        rows.add(text);
    }
  }
  return rows;
}

/** Tables with a row outside the margins: their heads come again on every page, and belong to them all the same. */
function tablesInText(page: LaidPage): Set<number | undefined> {
  const within = page.lines.filter(
    ({ box }) => box !== null && box[3] >= MARGIN * page.height && box[1] <= (1 - MARGIN) * page.height,
  );
  return new Set(within.flatMap((line) => line.cells?.[0]?.table ?? []));
}

function candidate(page: LaidPage, line: LaidLine, zone: 'header' | 'footer'): Candidate {
  const text = line.text.replace(/\s+/gu, ' ').toLowerCase();
  const numbers = (text.match(/\d+/gu) ?? []).map(Number);
  const y = line.box?.[1] ?? 0;
  const slack = page.origin === 'ocr' ? 14 : 4;
  const bottom = line.box?.[3] ?? 0;
  const atEdge = zone === 'header' ? bottom < EDGE * page.height : y > (1 - EDGE) * page.height;
  return { page: page.number, line, zone, text, key: text.replace(/\d+/gu, '#'), numbers, atEdge, y, slack };
}

/** The same line on a page next to this one (or next but one, where left and right pages differ). */
function recurs(candidate: Candidate, group: readonly Candidate[], pageCount: number): boolean {
  // A window of pages is enough to tell.
  const alike = withinPages(group, candidate.page, WINDOW).filter(
    (other) => Math.abs(other.y - candidate.y) < candidate.slack && sameNumbers(candidate, other),
  );
  const near = alike.filter((other) => Math.abs(other.page - candidate.page) === 1);
  const next = alike.filter((other) => Math.abs(other.page - candidate.page) === 2);
  // Two pages that begin alike may both begin with a title; only at the very edge it is a running line.
  if (pageCount <= 2) return near.length > 0 && candidate.atEdge;
  if (near.length > 0 && alike.length >= 3) return true;
  return next.length > 0 && alike.length >= Math.max(3, 0.3 * Math.min(pageCount, WINDOW));
}

/** A case number alone: of neighbouring pages, each with an item's, the serials may well go up by one. */
const CASE_NUMBER =
  /^(?:(?:sags?|j\.?) ?(?:nr|nummer)\.?:? ?)?(?:\d{2,4}\/\d{3,6}|(?:sag|emn|dok)-\d{4}-\d{3,6})$/u;

/** Each number stays the same ("2013") or goes up with the page ("Side 3"). */
function sameNumbers(a: Candidate, b: Candidate): boolean {
  const counts = !CASE_NUMBER.test(a.text);
  return a.numbers.every((number, index) => {
    const other = b.numbers[index] ?? 0;
    return number === other || (counts && number - other === a.page - b.page);
  });
}

const PAGE_NUMBER =
  /^(?:(?:side|s\.|page|sida)?\s*[|:]?\s*[-–|]?\s*)(\d{1,4}|(?<=side\s+)[il](?=\s|$))(?:\s*(?:\/|af|of|av)\s*(\d{1,4}))?\s*[-–|]?$/iu;

/** "Side 3 af 12", "SIDE | 3", "- 3 -", alone or as a cell of its own: in the margin it can be nothing else. */
function hasPageNumber(line: LaidLine, page: number, pageCount: number): boolean {
  // The second page may begin with the second row of a table.
  if (isDrawn(line)) return false;
  const cells = line.text.split(CELL);
  return cells.some((cell) => isPageNumber(cell.trim(), page, pageCount, cells.length === 1));
}

function isPageNumber(text: string, page: number, pageCount: number, alone: boolean): boolean {
  const match = PAGE_NUMBER.exec(text);
  if (match === null) return false;
  // On scans a lone 1 is often read as a letter.
  const said = Number(match[1]?.replace(/[il]/iu, '1'));
  const total = match[2] === undefined ? null : Number(match[2]);
  // "08/1432" is the number of a case: no page is counted from nought, nor to a thousand.
  if (total !== null)
    return said <= total && (!/^0/u.test(text) || total < 10) && (total < 1000 || /\p{L}/u.test(text));
  // A bare number says little: it must be this page's, or stand by itself and count on from another start.
  const worded = /\p{L}|\|/u.test(text) || /^[-–].*[-–]$/u.test(text);
  return worded || said === page || (alone && said > 9 && Math.abs(said - page) < 500 && pageCount > 1);
}
