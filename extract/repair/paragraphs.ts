import type { Word } from '../../danish/words.ts';

/** The words of each paragraph; paragraphs are parted by an empty line or a form feed. */
export function paragraphsOf(text: string, words: readonly Word[]): Word[][] {
  const paragraphs: Word[][] = [];
  let end = 0;
  for (const word of words) {
    const last = paragraphs.at(-1);
    if (last && !/\n[ \t]*\r?\n|\f/u.test(text.slice(end, word.start))) last.push(word);
    else paragraphs.push([word]);
    end = word.end;
  }
  return paragraphs;
}
