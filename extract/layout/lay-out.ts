import { joinHyphens, type KnowsWord } from './hyphens.ts';
import type { LaidLine } from './lines.ts';
import { bodySize, markRoles } from './roles.ts';
import { type LaidPage, markRunningLines } from './running-lines.ts';

/**
 * What only the whole document can tell of its pages' lines: which are running
 * headers and footers, what size body text has, which words occur elsewhere.
 */
export function layOutDocument(pages: readonly LaidPage[], knows: KnowsWord): LaidLine[][] {
  const size = bodySize(pages.flatMap((page) => page.lines));
  const marked = markRunningLines(pages, size);
  const seen = wordsOf(marked.flat());
  return marked.map((lines, index) => {
    const own = markRoles(lines, size, pages[index]?.height ?? 0);
    return joinHyphens(own, (word) => knows(word) || seen.has(word.toLowerCase()));
  });
}

/** Whole words of the document, those at line ends left out: they may be halves. */
function wordsOf(lines: readonly LaidLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const match of line.text.matchAll(/(?<![\p{L}-])\p{L}{4,}(?![\p{L}-])(?=.)/gu)) {
      if (match.index > 0) words.add(match[0].toLowerCase());
    }
  }
  return words;
}
