import type { Repair } from '../../core/document.ts';
import { wordsWithinLines } from '../../danish/hyphen.ts';
import type { Repairer } from './repair.ts';

/**
 * Repairs a text whose pages form feeds part, each page by itself: one may be
 * damaged in another way than the next, or not at all. Edits are in offsets of
 * the whole text, and the words of the whole decide about hyphens.
 */
export function repairPages(
  text: string,
  repairer: Pick<Repairer, 'repair'>,
): { text: string; edits: Repair[] } {
  const words = wordsWithinLines(text.split(/[\n\f]/u));
  const edits: Repair[] = [];
  let from = 0;
  const pages = text.split('\f').map((page) => {
    const repaired = repairer.repair(page, null, words);
    for (const edit of repaired.edits) {
      edits.push({ ...edit, start: edit.start + from, end: edit.end + from });
    }
    from += page.length + 1;
    return repaired.text;
  });
  return { text: pages.join('\f'), edits };
}
