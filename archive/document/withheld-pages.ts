import type { Bookmark, Page } from '../../core/document.ts';
import type { AttachmentRow } from '../sql/schema.ts';

/**
 * Pages on which appendices of closed items stand, also where one of an open item
 * ends or begins there.
 */
export function withheldPages(
  attachments: readonly Pick<AttachmentRow, 'closed' | 'first_page' | 'last_page'>[],
): ReadonlySet<number> {
  const withheld = new Set<number>();
  for (const { closed, first_page: first, last_page: last } of attachments) {
    if (closed === 0 || first === null || last === null) continue;
    for (let page = first; page <= last; page += 1) withheld.add(page);
  }
  return withheld;
}

/** What is left of a withheld page: that it is there. */
export function withoutText({ tables, ...page }: Page): Page {
  return { ...page, text: '', lines: [], repairs: [], doubtful: [], words: null };
}

/** Bookmarks but those to withheld pages, which are the headings there; where one leads nowhere, it may be one of them. */
export function bookmarksOff(bookmarks: readonly Bookmark[], withheld: ReadonlySet<number>): Bookmark[] {
  return bookmarks.filter(({ page }) => withheld.size === 0 || (page !== null && !withheld.has(page)));
}
