import type { Page, Span } from '../core/document.ts';
import type { PageStart } from '../core/search-index.ts';

/** A text that was read from these places; a heading may stand before it. */
export interface ReadText {
  readonly heading?: string;
  readonly text: string;
  readonly where?: readonly Span[] | undefined;
}

/** Several texts as one field of a search record, with the places in it where pages begin. */
export function joinTexts(
  field: PageStart['field'],
  texts: readonly ReadText[],
  pages: readonly Pick<Page, 'number' | 'text'>[],
): { text: string; starts: PageStart[] } {
  let text = '';
  const starts: PageStart[] = [];
  for (const part of texts) {
    const lead = part.heading ? `${part.heading}\n` : '';
    if (text !== '') text += '\n\n';
    for (const [within, page] of startsWithin(part, pages)) {
      // The heading stands on the page that its text begins on.
      starts.push({ field, start: within === 0 ? text.length : text.length + lead.length + within, page });
    }
    text += `${lead}${part.text}`.trim();
  }
  return { text, starts: starts.filter(({ page }, at) => page !== starts[at - 1]?.page) };
}

/** Looked for so far around the place where a page is thought to begin. Characters. */
const AROUND = 200;
const WORDS = 3;

/**
 * Where in a text its pages begin. A text is its pages' stretches with line ends
 * mended, so that the share of the stretches before tells about where, and the
 * first words of the next one exactly.
 */
function startsWithin(
  { text, where = [] }: ReadText,
  pages: readonly Pick<Page, 'number' | 'text'>[],
): [number, number][] {
  const lengths = where.map(({ start, end }) => Math.max(0, (end ?? 0) - (start ?? 0)));
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  let before = 0;
  return where.map(({ page, start }, at): [number, number] => {
    const about = Math.round((before / whole) * text.length);
    before += lengths[at] ?? 0;
    if (about === 0) return [0, page];
    const printed = pages
      .find(({ number }) => number === page)
      ?.text.slice(start ?? 0, (start ?? 0) + AROUND);
    const words = (printed?.match(/\S+/g) ?? []).slice(0, WORDS).map(escaped);
    const from = Math.max(0, about - AROUND);
    const nearby = text.slice(from, about + AROUND);
    const found = words.length === 0 ? -1 : nearby.search(new RegExp(words.join('\\s+'), 'u'));
    return [found < 0 ? about : from + found, page];
  });
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
