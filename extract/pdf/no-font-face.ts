/**
 * Takes fonts over from pdf.js as a browser would, and does nothing with them. Where
 * pdf.js finds the CSS Font Loading API it leaves the outlines of letters to it;
 * otherwise it works them out one by one, which takes a quarter of the time of
 * listing a page's drawing operations, and nobody looks at them while reading.
 */
class NoFontFace {
  readonly family: string;
  readonly loaded = Promise.resolve(this);

  constructor(family: string) {
    this.family = family;
  }
}

/** The document of that browser, as far as it holds fonts. */
const DOCUMENT = { fonts: { add(): void {}, delete(): void {} } };

/** To be given to pdf.js where no page will be drawn: letters would be missing. */
export function withoutLetterForms(): { disableFontFace: false; ownerDocument: typeof DOCUMENT } {
  // pdf.js names the constructor, and Node has none of that name.
  if (!('FontFace' in globalThis))
    Object.defineProperty(globalThis, 'FontFace', { value: NoFontFace, configurable: true });
  return { disableFontFace: false, ownerDocument: DOCUMENT };
}
