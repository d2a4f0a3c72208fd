import type { LaidLine } from './lines.ts';
import { withinPages } from './page-window.ts';
import type { Candidate, LaidPage } from './running-lines.ts';

/** Roman figures up to 89, as prefaces are counted. */
const ROMAN = /^(?:l?x{0,3}|xl)(?:ix|iv|v?i{0,3})$/u;
const FIGURES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** A page number at an end of a line, and what the page's own number is less. */
interface Counted {
  readonly candidate: Candidate;
  readonly page: number;
  readonly ahead: number;
}

/**
 * Lines at the page's edge that begin or end in a number that goes up with the pages,
 * whatever else they say: "2   Økonomi og plan", "Årsberetning 2019   3", "iv".
 */
export function counting(candidates: readonly Candidate[]): Candidate[] {
  const counted = candidates.filter(({ atEdge }) => atEdge).flatMap(numbersOf);
  const alike = Map.groupBy(counted, ({ candidate, ahead }) => `${candidate.zone} ${ahead}`);
  return [...alike.values()].flatMap((group) => {
    const near = group.filter(({ candidate, page }) =>
      withinPages(group, page, 2).some(
        (other) => other.page !== page && Math.abs(other.candidate.y - candidate.y) < candidate.slack,
      ),
    );
    const pages = new Set(near.map(({ candidate }) => candidate.page));
    return pages.size >= FEWEST_PAGES ? near.map(({ candidate }) => candidate) : [];
  });
}

/** What comes on two pages may be chance. */
const FEWEST_PAGES = 3;
/** Longer lines are text. */
const LONGEST = 120;

function numbersOf(candidate: Candidate): Counted[] {
  const { text, page } = candidate;
  if (text.length > LONGEST) return [];
  const alone = text.replace(/^[-–\s]+|[-–\s]+$/gu, '');
  if (alone !== '' && alone.length < 9 && ROMAN.test(alone))
    return [{ candidate, page, ahead: roman(alone) - page }];
  const numbers = new Set([
    /^(\d{1,4})(?=\s+\p{L})/u.exec(text)?.[1],
    /\p{L}.*\s(\d{1,4})$/u.exec(text)?.[1],
  ]);
  return [...numbers].flatMap((number) => {
    const ahead = Number(number) - page;
    // Items are counted as well, but not from where the document begins.
    return number === undefined || Math.abs(ahead) > 20 ? [] : [{ candidate, page, ahead }];
  });
}

function roman(text: string): number {
  const values = [...text].map((letter) => FIGURES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** What stands out in the document's text, in the letters of a candidate. */
export function headingsOf(pages: readonly LaidPage[], bodySize: number): Map<string, LaidLine> {
  const headings = new Map<string, LaidLine>();
  if (pages.length < FEWEST_PAGES) return headings;
  for (const line of pages.flatMap(({ lines }) => lines)) {
    if ((line.bold || (line.size ?? 0) > 1.15 * bodySize) && line.text.length <= LONGEST)
      headings.set(line.text.replace(/\s+/gu, ' ').toLowerCase(), line);
  }
  return headings;
}

/**
 * The title of the chapter over each of its pages: plain small lines at one height on
 * three pages or more, each of which says what stands elsewhere as a heading.
 */
export function titles(
  candidates: readonly Candidate[],
  headings: ReadonlyMap<string, LaidLine>,
): Candidate[] {
  const named = candidates.filter(({ line, text, atEdge }) => {
    const heading = headings.get(text);
    return atEdge && !line.bold && heading !== undefined && heading !== line && smaller(line, heading);
  });
  return named.filter(({ page, y, slack }) => {
    const level = withinPages(named, page, 2 * FEWEST_PAGES).filter((other) => Math.abs(other.y - y) < slack);
    return new Set(level.map((other) => other.page)).size >= FEWEST_PAGES;
  });
}

const smaller = (line: LaidLine, heading: LaidLine): boolean =>
  line.size !== null && heading.size !== null && line.size <= heading.size;

/** Print so many times larger than the text, over the text, is a stamp: "UDKAST". */
const HUGE = 3;

/** Of a page with fewer other lines it is the title: "Bilag" on the sheets between appendices. */
const FEWEST_LINES = 3;

/** Huge words that stand at the same place on two pages or more, one of which at least has text. */
export function watermarks(pages: readonly LaidPage[], bodySize: number): LaidLine[] {
  const isHuge = ({ size }: LaidLine): boolean => (size ?? 0) >= HUGE * bodySize;
  const huge = pages.flatMap(({ number, lines }) => {
    const overText = lines.filter((line) => !isHuge(line)).length >= FEWEST_LINES;
    return lines
      .filter((line) => isHuge(line) && line.box !== null && line.text.length <= 40)
      .map((line) => ({ line, page: number, overText }));
  });
  return huge
    .filter(({ line, page, overText }) =>
      huge.some(
        (other) =>
          other.page !== page &&
          (overText || other.overText) &&
          other.line.text === line.text &&
          Math.abs((other.line.box?.[0] ?? 0) - (line.box?.[0] ?? 0)) < 4 &&
          Math.abs((other.line.box?.[1] ?? 0) - (line.box?.[1] ?? 0)) < 4,
      ),
    )
    .map(({ line }) => line);
}
