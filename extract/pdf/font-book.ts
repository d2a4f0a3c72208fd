import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { EVEN_WIDTHS, LetterWidths, USUAL_WIDTHS } from './letter-widths.ts';

/** What pdf.js says of a font once a page that uses it was taken apart. */
const FontFacts = z.object({
  name: z.string().optional().catch(undefined),
  bold: z.boolean().optional().catch(undefined),
  black: z.boolean().optional().catch(undefined),
});
const LETTER = /[\p{L}\p{N}]/u;
const HEAVY = /bold|black|heavy|semibold|demi(?!l)/iu;

/** What layout needs to know of fonts. */
export interface Fonts {
  bold(font: string): boolean;
  widths(font: string): LetterWidths;
}

/** Text of which nothing but its place is known, as read from a picture. */
export const PLAIN_FONTS: Fonts = { bold: () => false, widths: () => EVEN_WIDTHS };

/**
 * What a document's fonts are like: which are bold, and how wide their letters
 * are. pdf.js tells only after it has listed the drawing operations of a page,
 * which costs as much as reading its text, so that is done once per font and not
 * once per page.
 */
export class FontBook implements Fonts {
  readonly #bold = new Map<string, boolean>();
  readonly #widths = new Map<string, LetterWidths>();

  /** Learns the fonts of a page; a page that uses known fonts only costs nothing. */
  async learn(
    page: PDFPageProxy,
    runs: Iterable<{ readonly font: string; readonly text: string }>,
  ): Promise<void> {
    const unknown = new Map<string, LetterWidths>();
    for (const { font, text } of runs) {
      // Of a font of bullets there is nothing to learn.
      if (!this.#bold.has(font) && !unknown.has(font) && LETTER.test(text))
        unknown.set(font, new LetterWidths());
    }
    if (unknown.size === 0) return;
    const list = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }));
    for (const [font, widths] of unknown) {
      this.#bold.set(font, isBold(page, font));
      this.#widths.set(font, widths);
    }
    let current: LetterWidths | undefined;
    list.fnArray.forEach((operator, index) => {
      if (operator !== OPS.setFont && operator !== OPS.showText) return;
      const args: unknown = list.argsArray[index];
      if (!Array.isArray(args)) return;
      const first: unknown = args[0];
      if (operator === OPS.setFont) current = typeof first === 'string' ? unknown.get(first) : undefined;
      else if (current !== undefined) measure(current, first);
    });
  }

  bold(font: string): boolean {
    return this.#bold.get(font) ?? false;
  }

  widths(font: string): LetterWidths {
    return this.#widths.get(font) ?? USUAL_WIDTHS;
  }
}

/** Glyphs of a string as pdf.js lists them, numbers between them where they are moved apart. */
function measure(widths: LetterWidths, glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return;
  for (const glyph of glyphs) {
    if (!isGlyph(glyph) || glyph.unicode.length !== 1) continue;
    widths.learn(glyph.unicode.charCodeAt(0), glyph.width / 1000);
  }
}

function isGlyph(glyph: unknown): glyph is { unicode: string; width: number } {
  if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph) || !('width' in glyph))
    return false;
  return typeof glyph.unicode === 'string' && typeof glyph.width === 'number';
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const facts = FontFacts.safeParse(page.commonObjs.get(font));
  if (!facts.success) return false;
  return facts.data.bold === true || facts.data.black === true || HEAVY.test(facts.data.name ?? '');
}
