import { createTongueCounter } from '../../danish/tongue.ts';
import { type Word, wordsOf } from '../../danish/words.ts';
import type { Span } from './edits.ts';

/** The words of each paragraph; paragraphs are parted by an empty line or a form feed. */
function paragraphsOf(text: string): Word[][] {
  const paragraphs: Word[][] = [];
  let end = 0;
  for (const word of wordsOf(text)) {
    const last = paragraphs.at(-1);
    if (last && !/\n[ \t]*\r?\n|\f/u.test(text.slice(end, word.start))) last.push(word);
    else paragraphs.push([word]);
    end = word.end;
  }
  return paragraphs;
}

/** How much the page's language says about a paragraph, in small words. */
const PAGE_SHARE = 1.2;

/**
 * A paragraph is Danish if its small words are; the fewer it has, the more those of the page count.
 * `expected` says that the document is Danish as far as it tells.
 */
export function danishParagraphs(text: string, knows: (word: string) => boolean, expected = false): Word[][] {
  const paragraphs = paragraphsOf(text);
  const page = createTongueCounter();
  const own = paragraphs.map((words) => {
    const counter = createTongueCounter();
    for (const { text: word, end } of words) {
      // "a)" counts a list; it is no English.
      if (word.length === 1 && text.charAt(end) === ')') continue;
      counter.add(word.toLowerCase());
      page.add(word.toLowerCase());
    }
    return counter;
  });
  if (expected) page.favour('dan', PAGE_SHARE);
  const common = page.best();
  return paragraphs.filter((words, at) => {
    const counter = own[at] ?? page;
    if (common !== null) counter.favour(common, PAGE_SHARE);
    const tongue = counter.best();
    if (tongue !== null) return tongue === 'dan';
    // No small words at all, as in a heading: Danish if the dictionary knows some of it.
    const long = words.filter((word) => !word.fixed && word.text.length > 2);
    const known = long.filter((word) => knows(word.text)).length;
    return long.length > 0 && known >= long.length / 3;
  });
}

export function spanOf(words: readonly Word[]): Span {
  return [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
}
