import type { Page, PageLine } from './document.ts';

/**
 * A page's text without the lines that OCR made of charts, rules and specks. They
 * stay on the page, where a reader sees what they are; a search would find them
 * under any query of few letters.
 * @param without roles of lines to leave out.
 */
export function searchableText(
  page: Pick<Page, 'text' | 'lines'>,
  without: readonly PageLine['role'][] = ['noise'],
): string {
  const noise = page.lines.filter((line) => without.includes(line.role));
  let text = '';
  let at = 0;
  for (const { start, text: line } of noise) {
    // A line of an older reading may not stand where it says.
    if (start === null || start < at || !page.text.startsWith(line, start)) continue;
    text += page.text.slice(at, start);
    at = start + line.length;
    if (page.text.charAt(at) === '\n') at += 1;
  }
  return text + page.text.slice(at);
}
