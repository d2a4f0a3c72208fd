import { normalizeUnicode, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

/** What of the graphics state says how text is set (ISO 32000-1, 9.3). */
export interface TextState {
  /** From where text is set to the page as shown. */
  readonly matrix: readonly number[];
  readonly font: string;
  readonly size: number;
  readonly spacing: number;
  readonly wordSpacing: number;
  /** Part of its usual width that text is set to. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

/** A stretch of text as set: `matrix` takes it from size 1 to its place on the page as shown; the width is in points. */
export interface SetText {
  readonly text: string;
  readonly matrix: readonly number[];
  readonly width: number;
}

const Glyph = z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean() });

/** A gap wider than this, in thousandths of the size, parts words as in pdf.js; a wider one parts columns. */
const WORD_GAP = 102;
const COLUMN_GAP = 1000;

/** Where the next letter of a text object goes (ISO 32000-1, 9.4). */
export class TextPen {
  #matrix: readonly number[] = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  setMatrix(matrix: readonly number[]): void {
    this.#matrix = matrix;
    [this.#x, this.#y, this.#lineX, this.#lineY] = [0, 0, 0, 0];
  }

  /** To the beginning of a line that is so far off the line before. */
  moveLine(right: number, up: number): void {
    this.#lineX += right;
    this.#lineY += up;
    [this.#x, this.#y] = [this.#lineX, this.#lineY];
  }

  /**
   * Sets glyphs as pdf.js lists them, numbers between them being gaps. `unit` is what
   * the font counts the widths of its letters in, in parts of the size.
   */
  set(glyphs: readonly unknown[], state: TextState, unit: number): SetText[] {
    const { size, stretch, rise } = state;
    const line = Util.transform([...state.matrix], [...this.#matrix]);
    const scale = Math.hypot(line[0] ?? 1, line[1] ?? 0);
    const out: SetText[] = [];
    let text = '';
    let from = this.#x;
    const end = (): void => {
      const matrix = Util.transform(line, [size * stretch, 0, 0, size, from, this.#y + rise]);
      const width = Math.abs(this.#x - from) * scale;
      if (text.trim() !== '') out.push({ text: normalizeUnicode(text), matrix, width });
      text = '';
    };
    for (const item of glyphs) {
      if (typeof item === 'number') {
        const gap = -item;
        if (gap > COLUMN_GAP) end();
        else if (gap > WORD_GAP && text !== '' && !text.endsWith(' ')) text += ' ';
        this.#x += (gap / 1000) * size * stretch;
        if (gap > COLUMN_GAP) from = this.#x;
        continue;
      }
      const glyph = Glyph.safeParse(item).data;
      if (glyph === undefined) continue;
      text += glyph.unicode;
      const spacing = state.spacing + (glyph.isSpace ? state.wordSpacing : 0);
      this.#x += (glyph.width * unit * size + spacing) * stretch;
    }
    end();
    return out;
  }
}
