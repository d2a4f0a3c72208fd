import type { Attachment, Bookmark, Warning } from '../../core/document.ts';
import { type Listed, listAppendices } from './bundle/contents.ts';
import { matchOpenings, pageOffset } from './bundle/match.ts';
import { findOpenings } from './bundle/openings.ts';
import { type Start, unlistedAppendices } from './bundle/unlisted.ts';
import { labelledCaseNumber } from './case-number.ts';
import { parseTitle } from './item-title.ts';
import type { Line, Lines } from './lines.ts';
import { warn } from './meeting.ts';
import { formatNumber } from './numbers.ts';
import { spansOfLines } from './sections.ts';

/**
 * The appendices of a bundle. Its contents name them; labels ("Bilag 2.1"), covers
 * ("2.1" and the item's title) and their own titles say where each begins. Page
 * numbers as printed count only where nothing of these is found, since a bundle is
 * often set anew. Without contents, labels, bookmarks and covers say all there is.
 */
export function readBundle(
  lines: Lines,
  warnings: Warning[],
  bookmarks: readonly Bookmark[] = [],
): Attachment[] {
  const { listed, contents } = listAppendices(lines.body);
  const openings = findOpenings(lines, contents, listed, bookmarks);
  const lastPage = lines.body.at(-1)?.page ?? 1;
  if (listed.length === 0) {
    const found = unlistedAppendices(openings, lines);
    return found.map(({ start, ...named }, i) =>
      attachment(named, start, found[i + 1]?.start ?? null, lines),
    );
  }
  const matched = matchOpenings(listed, openings);
  const offset = pageOffset(listed, matched) ?? (matched.every((start) => start === null) ? 0 : null);
  const starts = listed.map((each, i) => matched[i] ?? printedStart(each, offset, lastPage));
  return listed.map((each, i) => {
    const start = starts[i] ?? null;
    if (!start) {
      const message = `Appendix "${each.title}" is in the contents but could not be found`;
      warnings.push(warn('appendix-not-found', message, null));
    }
    const next = starts.slice(i + 1).find((other) => other !== null) ?? null;
    const item = each.item ? formatNumber(each.item) : null;
    const ofItem = each.itemTitle ? { itemTitle: parseTitle(each.itemTitle).title } : {};
    return attachment({ item, number: each.number, title: each.title, ...ofItem }, start, next, lines);
  });
}

/** Known by its page only: what stands there says nothing of it. */
function printedStart(each: Listed, offset: number | null, lastPage: number): Start | null {
  if (each.page === null || offset === null) return null;
  const page = each.page + offset;
  return page >= 1 && page <= lastPage ? { index: null, page, topOfPage: true } : null;
}

function attachment(
  named: Pick<Attachment, 'item' | 'itemTitle' | 'number' | 'title'>,
  start: Start | null,
  next: Start | null,
  lines: Lines,
): Attachment {
  if (!start) return { ...named, pages: null, caseNumber: null };
  const lastPage = lines.body.at(-1)?.page ?? start.page;
  const last = next === null ? lastPage : next.topOfPage ? next.page - 1 : next.page;
  const pages: [number, number] = [start.page, Math.max(start.page, last)];
  if (start.index === null) return { ...named, pages, caseNumber: null };
  const own = lines.body
    .slice(start.index)
    .filter((line) => (next?.index == null ? line.page <= pages[1] : line.index < next.index));
  return { ...named, pages, caseNumber: caseNumberOf(own), where: spansOfLines(own.slice(0, 1)) };
}

function caseNumberOf(own: readonly Line[]): string | null {
  for (const line of own) {
    const found = /sags|j\.?\s?nr|journal/i.test(line.text) ? labelledCaseNumber(line.text) : null;
    if (found) return found;
  }
  return null;
}
