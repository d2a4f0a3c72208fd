import type { Page } from '../core/document.ts';

/** Damage that hides a word lies in its letters; a word that was only cut in two is found by its halves. */
const SHORTEST = 3;

/** The words of a page as they stood before repair, where a repair changed them. */
export function unrepairedWords(page: Pick<Page, 'text' | 'repairs'>): string[] {
  const before = textBeforeRepair(page);
  const words = new Set<string>();
  for (const repair of page.repairs) {
    if (before.slice(repair.start, repair.end) !== repair.before) continue;
    for (const word of wordsAround(before, repair.start, repair.end)) {
      if (word.length >= SHORTEST && !page.text.includes(word)) words.add(word);
    }
  }
  return [...words];
}

/** Undoes the repairs, which are noted by their place in the text before them. */
function textBeforeRepair({ text, repairs }: Pick<Page, 'text' | 'repairs'>): string {
  let before = '';
  let at = 0;
  for (const repair of repairs) {
    const untouched = repair.start - before.length;
    before += text.slice(at, at + untouched) + repair.before;
    at += untouched + repair.after.length;
  }
  return before + text.slice(at);
}

function wordsAround(text: string, start: number, end: number): string[] {
  const left = /[\p{L}\p{M}\d]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const right = /^[\p{L}\p{M}\d]*/u.exec(text.slice(end, end + 60))?.[0] ?? '';
  return (left + text.slice(start, end) + right).match(/[\p{L}\p{M}\d]+/gu) ?? [];
}
