import { markContents } from './contents.ts';
import type { LaidLine } from './lines.ts';
import { bodySize, markRoles } from './roles.ts';
import { type LaidPage, markRunningLines } from './running-lines.ts';

/**
 * What only the whole document can tell of its pages' lines: which are running
 * headers and footers, what size body text has, and which lists name its headings.
 */
export function layOutDocument(pages: readonly LaidPage[]): LaidLine[][] {
  const size = bodySize(pages.flatMap((page) => page.lines));
  const marked = markRunningLines(pages, size);
  const roles = marked.map((lines, index) => markRoles(lines, size, pages[index]?.height ?? 0));
  return markContents(
    roles,
    new Set(pages.flatMap(({ origin }, index) => (origin === 'ocr' ? [index] : []))),
  );
}
