/** Units of the Latin scripts, which nearly all letters are of. */
const LATIN = 0x250;

const USUAL = Float64Array.from({ length: LATIN }, (_, unit) => usualWidth(String.fromCharCode(unit)));

/** About what the letter takes up in a common typeface. */
function usualWidth(letter: string): number {
  if (" iljtfrI.,:;'’|!()[]-".includes(letter)) return 0.3;
  if ('mwMW@%æÆ—'.includes(letter)) return 0.85;
  return letter !== letter.toLowerCase() ? 0.68 : 0.54;
}

/** How wide a font's letters are, in parts of the font size; estimated for those that it was not seen with. */
export class LetterWidths {
  readonly #latin: Float64Array;
  readonly #others = new Map<number, number>();

  /** @param latin widths of the units below U+0250, to begin with. */
  constructor(latin: Float64Array = USUAL) {
    this.#latin = latin.slice();
  }

  /** Of a UTF-16 unit. */
  of(unit: number): number {
    return this.#latin[unit] ?? this.#others.get(unit) ?? usualWidth(String.fromCharCode(unit));
  }

  learn(unit: number, width: number): void {
    if (unit < LATIN) this.#latin[unit] = width;
    else this.#others.set(unit, width);
  }
}

/** Of a font that nothing is known of. */
export const USUAL_WIDTHS = new LetterWidths();

/** Where nothing is known of the letters but that their places were measured: all alike. */
export const EVEN_WIDTHS = new LetterWidths(new Float64Array(LATIN).fill(0.5));
