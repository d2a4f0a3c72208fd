import type { Bookmark, Document, Item, Page } from '../../core/document.ts';

/**
 * A document without what closed items say. Their number, title and the fact
 * that they are closed stay; their text leaves the item and the pages.
 * @param isStillThere whether an item's text is still on the pages: only then are they
 * gone through, as a page without it says less surely where the item began.
 */
export function withoutClosedText(
  document: Document,
  isStillThere: (item: Item, index: number) => boolean = (item) => item.closed,
): Document {
  if (!document.items.some((item) => item.closed)) return document;
  const { items } = document;
  let pages = document.pages;
  items.forEach((item, index) => {
    if (item.closed && isStillThere(item, index)) pages = blanked(pages, item, items[index + 1] ?? null);
  });
  return {
    ...document,
    items: items.map((item) => (item.closed ? closedShell(item) : item)),
    pages,
    ...(document.bookmarks ? { bookmarks: openBookmarks(document.bookmarks, items) } : {}),
  };
}

/** Below its title a closed item's bookmarks are its subheadings; on its pages only titles of items are told. */
function openBookmarks(bookmarks: readonly Bookmark[], items: readonly Item[]): Bookmark[] {
  const closed = items.filter((item) => item.closed);
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const titles = items.map((item) => plain(item.title)).filter((title) => title !== '');
  return bookmarks.filter(
    ({ title, page }) =>
      (page !== null && !closed.some(({ pages: [first, last] }) => page >= first && page <= last)) ||
      titles.some((told) => plain(title).endsWith(told)),
  );
}

/**
 * What is kept of a document: of its closed items nothing that could be shown by
 * mistake. The titles of their appendices are kept, never told, since only they
 * say that a file which arrives by itself belongs to a closed item.
 */
export function keptOf(document: Document): Document {
  const told = withoutClosedText(document);
  if (told === document) return document;
  const items = told.items.map((item, index) => {
    const attachments = document.items[index]?.attachments ?? [];
    return item.closed
      ? { ...item, attachments: attachments.map(({ number, title }) => ({ number, title })) }
      : item;
  });
  return { ...told, items };
}

/**
 * What of a closed item may be told. Written field by field, so that a field
 * which is added to items stays untold until someone decides otherwise.
 */
export function closedShell(item: Item): Item {
  return {
    number: item.number,
    title: item.title,
    type: item.type,
    caseNumber: item.caseNumber,
    caseworkers: [],
    timeSlot: null,
    closed: true,
    chapter: item.chapter,
    sections: [],
    decision: null,
    attachments: [],
    pages: item.pages,
  };
}

/**
 * Pages on which the text between an item's heading and the next item's is
 * blank. Where a heading is not found again, the blank reaches to the edge of
 * the item's pages: too much withheld can be mended, too little cannot.
 */
function blanked(pages: readonly Page[], item: Item, next: Item | null): Page[] {
  const [first, last] = item.pages;
  const spans = [...item.sections, ...(item.decision ? [item.decision] : [])].flatMap(
    ({ where }) => where ?? [],
  );
  const own = headingOn(pages, item, first, last, 'first');
  const found = next && headingOn(pages, next, first, last, 'last');
  // What stands above the item is no heading of the one behind it: a list of contents names both.
  const following = found && own && isAbove(found, own) ? null : found;
  return pages.map((page) => {
    const marked = spans
      .filter((span) => span.page === page.number)
      .reduce(
        (rest, { start, end }) => (start === null || end === null ? rest : withBlank(rest, start, end)),
        page,
      );
    if (page.number < first || page.number > last) return marked;
    const start =
      own === null || page.number > own.page ? 0 : own.page === page.number ? own.end : page.text.length;
    const end =
      !following || page.number < following.page
        ? page.text.length
        : following.page === page.number
          ? following.start
          : 0;
    return end > start ? withoutNoise(withBlank(marked, start, end)) : marked;
  });
}

interface Heading {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

function isAbove(one: Heading, other: Heading): boolean {
  return one.page < other.page || (one.page === other.page && one.start < other.end);
}

/** @param which of several places that look like the heading, where none was noted: so that more is blank, not less. */
function headingOn(
  pages: readonly Page[],
  item: Item,
  first: number,
  last: number,
  which: 'first' | 'last',
): Heading | null {
  const noted = headingFrom(item.where, ['number', 'title']);
  if (!noted) return soughtHeadings(pages, item, first, last).at(which === 'first' ? 0 : -1) ?? null;
  // The case number and the chapter may stand above the title; the line begins with "Punkt" or the like.
  const above = headingFrom(item.where, ['number', 'title', 'caseNumber', 'chapter'], noted);
  const text = pages.find((page) => page.number === noted.page)?.text ?? '';
  const start = Math.min(noted.start, above?.start ?? noted.start);
  return { ...noted, start: text.lastIndexOf('\n', start - 1) + 1 };
}

/** Where segmentation noted fields of an item; with `near`, those that lead up to it on its page. */
function headingFrom(where: Item['where'], fields: readonly string[], near?: Heading): Heading | null {
  const spans = fields
    .flatMap((field) => where?.[field] ?? [])
    .flatMap(({ page, start, end }) => (start === null || end === null ? [] : [{ page, start, end }]))
    .filter((span) => !near || (span.page === near.page && span.start >= near.start - LEADS_UP));
  const [one] = spans;
  if (!one || spans.some((span) => span.page !== one.page)) return null;
  return {
    page: one.page,
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

/** Two lines of print. */
const LEADS_UP = 160;

/** Lines that read like an item's heading, in order; those that begin with its number, where there are any. */
function soughtHeadings(pages: readonly Page[], item: Item, first: number, last: number): Heading[] {
  const words = item.title.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const title = words.map(escaped).join('[^\\p{L}\\p{N}]+');
  const number = item.number === null ? '' : `${escaped(item.number)}\\.?[^\\p{L}\\p{N}]+`;
  // Between number and title may stand the type, a case number, a time slot.
  for (const pattern of [`${number}${title}`, `${number}[^\\n]{0,40}?${title}`, title]) {
    const heading = new RegExp(`^[^\\p{L}\\p{N}\\n]*(?:\\p{L}+\\.? +)?${pattern}`, 'gimu');
    const found = pages
      .filter((page) => page.number >= first && page.number <= last)
      .flatMap(({ number: page, text }) =>
        [...text.matchAll(heading)].map(({ 0: line, index }) => ({
          page,
          start: index,
          end: index + line.length,
        })),
      );
    if (found.length > 0) return found;
  }
  return [];
}

/** Letters become blanks one for one, so that every offset into the page still holds. */
function withBlank(page: Page, start: number, end: number): Page {
  const touches = (from: number, length: number) => from < end && from + length > start;
  let shift = 0;
  return {
    ...page,
    text: page.text.slice(0, start) + blank(page.text.slice(start, end)) + page.text.slice(end),
    lines: page.lines.map((line) =>
      line.start !== null && touches(line.start, line.text.length)
        ? { ...line, text: blank(line.text) }
        : line,
    ),
    repairs: page.repairs.map((repair) => {
      const place = repair.start + shift;
      shift += repair.after.length - repair.before.length;
      if (!touches(place, Math.max(1, repair.after.length))) return repair;
      return { ...repair, before: blank(repair.before), after: blank(repair.after) };
    }),
    doubtful: page.doubtful.filter(([from, to]) => !touches(from, to - from)),
  };
}

/** What was set aside as no text (a chart's labels, a scan's specks) may be the closed item's, and stands nowhere. */
function withoutNoise(page: Page): Page {
  return {
    ...page,
    lines: page.lines.map((line) =>
      line.start === null && line.role !== 'header' && line.role !== 'footer'
        ? { ...line, text: blank(line.text) }
        : line,
    ),
  };
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
