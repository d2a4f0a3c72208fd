import type { Attachment } from '../../../core/document.ts';
import type { Contents } from '../contents.ts';
import type { Line, Lines } from '../lines.ts';
import { compareNumbers, formatNumber } from '../numbers.ts';
import { spansOfLines } from '../sections.ts';
import { similarTitles } from '../text.ts';
import { parseLabel } from './label.ts';

/** Appendices that an agenda or minutes have behind their last item, in the same file. */
export interface Enclosed {
  readonly attachments: readonly Attachment[];
  /** Index of the first line that belongs to them. */
  readonly from: number;
}

/** A cover says which appendix follows, and next to nothing else. */
const COVER_LINES = 3;

/**
 * Agendas are sent out with their appendices behind them, each with a page before it
 * that holds only its label: "Bilag: 2.1. Kystvandrådets rapport". Null without any.
 */
export function enclosedAppendices(lines: Lines, contents: Contents): Enclosed | null {
  const covers = coverLines(lines.body);
  const [first] = covers;
  const lastPage = lines.body.at(-1)?.page ?? 1;
  if (!first || first.page === lines.body[0]?.page) return null;
  // Set in after the item that they belong to, they end no agenda.
  if (lines.body.slice(first.index).some((line) => isListed(line, contents))) return null;
  const attachments = covers.map((line, i): Attachment => {
    const label = parseLabel(line.text);
    const numbers = label?.numbers ?? [];
    const item = label?.item ?? (numbers.length > 1 ? numbers.slice(0, -1) : null);
    const next = covers[i + 1];
    return {
      item: item && formatNumber(item),
      number: numbers.at(-1) ?? null,
      title: label?.title ?? line.text,
      pages: [line.page, next ? next.page - 1 : lastPage],
      caseNumber: null,
      where: spansOfLines([line]),
    };
  });
  return { attachments, from: first.index };
}

/** A heading that the contents name. */
function isListed({ numbered }: Line, { entries }: Contents): boolean {
  return (
    numbered !== null &&
    entries.some(
      ({ number, title }) =>
        number !== null &&
        compareNumbers(number, numbered.number) === 0 &&
        similarTitles(title, numbered.rest),
    )
  );
}

/** First lines of pages that are covers: the appendix itself stands on the pages that follow. */
function coverLines(body: readonly Line[]): Line[] {
  const perPage = new Map<number, number>();
  for (const line of body) perPage.set(line.page, (perPage.get(line.page) ?? 0) + 1);
  return body.filter((line, i) => {
    const above = body[i - 1];
    if (above?.page === line.page || (perPage.get(line.page) ?? 0) > COVER_LINES) return false;
    const label = parseLabel(line.text);
    if (label === null || label.numbers.length === 0 || label.title === '') return false;
    return line.page !== body.at(-1)?.page && !goesOnListing(body, i, label.title);
  });
}

/**
 * A list of appendices that the page broke: above stands its heading or another entry,
 * and nowhere before is the same named.
 */
function goesOnListing(body: readonly Line[], at: number, title: string): boolean {
  const above = body[at - 1];
  if (!above || (above.bareWord?.role !== 'attachments' && parseLabel(above.text) === null)) return false;
  return !body
    .slice(0, at)
    .some(({ text }) => similarTitles(parseLabel(text)?.title || text.replace(/^[-–•]\s*/, ''), title));
}
