import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';

/** What pdf.js says of a font once a page that uses it was taken apart. */
const FontFacts = z.object({
  name: z.string().optional().catch(undefined),
  bold: z.boolean().optional().catch(undefined),
  black: z.boolean().optional().catch(undefined),
});

const HEAVY = /bold|black|heavy|semibold|demi(?!l)/iu;

/**
 * Which fonts of a document are bold. pdf.js tells only after it has listed the
 * drawing operations of a page, which costs as much as reading its text, so that
 * is done once per font and not once per page.
 */
export class FontBook {
  readonly #bold = new Map<string, boolean>();

  /** Learns the fonts of a page; a page that uses known fonts only costs nothing. */
  async learn(page: PDFPageProxy, fonts: Iterable<string>): Promise<void> {
    const unknown = [...new Set(fonts)].filter((font) => !this.#bold.has(font));
    if (unknown.length === 0) return;
    await page.getOperatorList().catch(() => null);
    for (const font of unknown) this.#bold.set(font, isBold(page, font));
  }

  bold(font: string): boolean {
    return this.#bold.get(font) ?? false;
  }
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const facts = FontFacts.safeParse(page.commonObjs.get(font));
  if (!facts.success) return false;
  return facts.data.bold === true || facts.data.black === true || HEAVY.test(facts.data.name ?? '');
}
