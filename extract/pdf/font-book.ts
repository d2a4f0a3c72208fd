import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

/** What pdf.js says of a font once a page that uses it was taken apart. */
const FontFacts = z.object({
  name: z.string().optional().catch(undefined),
  bold: z.boolean().optional().catch(undefined),
  black: z.boolean().optional().catch(undefined),
});

const HEAVY = /bold|black|heavy|semibold|demi(?!l)/iu;

const SetFont = z.tuple([z.string(), z.number()]).rest(z.unknown());
const Glyph = z.object({ unicode: z.string(), width: z.number() });

/** What layout needs to know of fonts. */
export interface Fonts {
  bold(font: string): boolean;
  /** How wide a letter is, in parts of the font size; estimated where the font was not seen with it. */
  width(font: string, letter: string): number;
}

/**
 * What a document's fonts are like: which are bold, and how wide their letters
 * are. pdf.js tells only after it has listed the drawing operations of a page,
 * which costs as much as reading its text, so that is done once per font and not
 * once per page.
 */
export class FontBook implements Fonts {
  readonly #bold = new Map<string, boolean>();
  readonly #widths = new Map<string, Map<string, number>>();
  #asked: { font: string; widths: Map<string, number> | undefined } = { font: '', widths: undefined };

  /** Learns the fonts of a page; a page that uses known fonts only costs nothing. */
  async learn(page: PDFPageProxy, fonts: Iterable<string>): Promise<void> {
    const unknown = new Set([...new Set(fonts)].filter((font) => !this.#bold.has(font)));
    if (unknown.size === 0) return;
    const list = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }));
    this.#asked = { font: '', widths: undefined };
    for (const font of unknown) {
      this.#bold.set(font, isBold(page, font));
      this.#widths.set(font, new Map());
    }
    let font = '';
    list.fnArray.forEach((operator, index) => {
      const args: unknown = list.argsArray[index];
      if (operator === OPS.setFont) font = SetFont.safeParse(args).data?.[0] ?? '';
      else if (operator === OPS.showText && unknown.has(font) && Array.isArray(args))
        this.#measure(font, args[0]);
    });
  }

  bold(font: string): boolean {
    return this.#bold.get(font) ?? false;
  }

  width(font: string, letter: string): number {
    // Asked letter by letter, and hardly ever of another font than before.
    if (font !== this.#asked.font) this.#asked = { font, widths: this.#widths.get(font) };
    return this.#asked.widths?.get(letter) ?? usualWidth(letter);
  }

  #measure(font: string, glyphs: unknown): void {
    const widths = this.#widths.get(font);
    if (!Array.isArray(glyphs) || widths === undefined) return;
    for (const item of glyphs) {
      const glyph = Glyph.safeParse(item);
      if (glyph.success && glyph.data.unicode.length === 1)
        widths.set(glyph.data.unicode, glyph.data.width / 1000);
    }
  }
}

/** About what the letter takes up in a common typeface. */
function usualWidth(letter: string): number {
  if (" iljtfrI.,:;'’|!()[]-".includes(letter)) return 0.3;
  if ('mwMW@%æÆ—'.includes(letter)) return 0.85;
  return letter !== letter.toLowerCase() ? 0.68 : 0.54;
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const facts = FontFacts.safeParse(page.commonObjs.get(font));
  if (!facts.success) return false;
  return facts.data.bold === true || facts.data.black === true || HEAVY.test(facts.data.name ?? '');
}
