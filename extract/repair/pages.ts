import type { Repair } from '../../core/document.ts';
import type { Language } from '../../core/vocabulary.ts';
import { wordsWithinLines } from '../../danish/hyphen.ts';
import type { Span } from './edits.ts';
import type { Repairer } from './repair.ts';

export interface PagesRepaired {
  readonly text: string;
  /** Offsets of the text given. */
  readonly edits: readonly Repair[];
  /** Offsets of the text returned. */
  readonly doubtful: readonly Span[];
}

/**
 * Repairs a text whose pages form feeds part, each page by itself: one may be
 * damaged in another way than the next, or not at all. Edits are in offsets of
 * the whole text, and the words of the whole decide about hyphens. A page too
 * short to prove its damage is taken to be damaged as the others are.
 */
export function repairPages(
  text: string,
  repairer: Pick<Repairer, 'repair' | 'damageOf'>,
  language: Language | null = null,
): PagesRepaired {
  const words = wordsWithinLines(text.split(/[\n\f]/u));
  const edits: Repair[] = [];
  const doubtful: Span[] = [];
  let [from, to] = [0, 0];
  const given = text.split('\f');
  const damage = given.length > 1 ? repairer.damageOf(given) : null;
  const pages = given.map((page) => {
    const repaired = repairer.repair(page, language, words, damage);
    for (const edit of repaired.edits) {
      edits.push({ ...edit, start: edit.start + from, end: edit.end + from });
    }
    for (const [start, end] of repaired.doubtful) doubtful.push([start + to, end + to]);
    from += page.length + 1;
    to += repaired.text.length + 1;
    return repaired.text;
  });
  return { text: pages.join('\f'), edits, doubtful };
}
