import type { Document, Page } from '../../core/document.ts';

/** Of the typesetting, not of the letters: what is left when these are mended is what the author wrote. */
const TYPESETTING = new Set([
  'ligature',
  'soft-hyphen',
  'zero-width',
  'decomposed',
  'line-hyphen',
  // What the layout of a PDF calls the same.
  'line-end-hyphen',
  'letter-spaced',
  'torn-word',
]);

/** Whether a document is fit to teach: born digital from its first page to its last, with no letter in doubt. */
export function isClean({ pages }: Pick<Document, 'pages'>): boolean {
  return (
    pages.length > 0 &&
    pages.every(
      (page) =>
        page.origin === 'text-layer' &&
        page.doubtful.length === 0 &&
        page.repairs.every(({ rule }) => TYPESETTING.has(rule)),
    )
  );
}

/**
 * Which version of repair decided about words of the document; null where it had
 * none to decide about, empty where it was one that did not say.
 */
export function repairedBy({ pages }: Pick<Document, 'pages'>): string | null {
  const page = pages.find(wasRespelt);
  return page ? (page.repairedBy ?? '') : null;
}

function wasRespelt({ repairs, doubtful }: Pick<Page, 'repairs' | 'doubtful'>): boolean {
  return doubtful.length > 0 || repairs.some(({ rule }) => rule.startsWith('respell-'));
}
