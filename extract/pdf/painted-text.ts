import type { PDFPageProxy } from 'pdfjs-dist';
import { normalizeUnicode, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { SeesLayer } from './layers.ts';

/** Text as a page is painted with it. `matrix` takes it from size 1 to its place on the page as shown, in points. */
export interface PaintedText {
  readonly text: string;
  readonly matrix: readonly number[];
  /** In points. */
  readonly width: number;
  /** The font's name within the document; empty where it is not known. */
  readonly font: string;
  /** The annotation that it belongs to; null for the page itself. */
  readonly annotation: string | null;
  /** False on a layer that is off. */
  readonly seen: boolean;
}

interface State {
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

const Matrix = z.union([z.array(z.number()).length(6), z.instanceof(Float32Array)]);
const Font = z.tuple([z.string(), z.number()]).rest(z.unknown());
const FontFacts = z.object({ fontMatrix: z.array(z.number()).length(6) });
const Glyph = z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean() });

/** A gap wider than this, in thousandths of the size, parts words as in pdf.js; a wider one parts columns. */
const WORD_GAP = 102;
const COLUMN_GAP = 1000;

/**
 * All text that a page is painted with, that of forms, notes and stamps on it
 * included, and whether a reader sees it: pdf.js's text extraction knows neither.
 * Costs several times as much as that, so it is for pages that have either.
 */
export async function readPaintedText(
  page: PDFPageProxy,
  seesLayer: SeesLayer = () => true,
): Promise<PaintedText[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const start: State = {
    matrix: page.getViewport({ scale: 1 }).transform,
    font: '',
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  const out: PaintedText[] = [];
  const stack: State[] = [];
  const marks: boolean[] = [];
  let state = start;
  let annotation: string | null = null;
  let textMatrix: readonly number[] = [1, 0, 0, 1, 0, 0];
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  const move = (right: number, up: number): void => {
    [lineX, lineY] = [lineX + right, lineY + up];
    [x, y] = [lineX, lineY];
  };
  const setTextMatrix = (matrix: readonly number[]): void => {
    textMatrix = matrix;
    [x, y, lineX, lineY] = [0, 0, 0, 0];
  };
  const concat = (value: unknown): void => {
    const inner = Matrix.safeParse(value);
    if (inner.success) state = { ...state, matrix: Util.transform([...state.matrix], [...inner.data]) };
  };
  const show = (glyphs: readonly unknown[]): void => {
    const { size, stretch, rise, font } = state;
    const unit = unitOf(page, font);
    const line = Util.transform([...state.matrix], [...textMatrix]);
    const scale = Math.hypot(line[0] ?? 1, line[1] ?? 0);
    const seen = marks.every((mark) => mark);
    let [text, from] = ['', x];
    const end = (): void => {
      const shown = normalizeUnicode(text);
      const matrix = Util.transform(line, [size * stretch, 0, 0, size, from, y + rise]);
      const width = Math.abs(x - from) * scale;
      if (shown.trim() !== '') out.push({ text: shown, matrix, width, font, annotation, seen });
      [text, from] = ['', x];
    };
    for (const item of glyphs) {
      if (typeof item === 'number') {
        if (-item > COLUMN_GAP) end();
        x -= (item / 1000) * size * stretch;
        if (-item > COLUMN_GAP) from = x;
        else if (-item > WORD_GAP && text !== '' && !text.endsWith(' ')) text += ' ';
        continue;
      }
      const glyph = Glyph.safeParse(item).data;
      if (glyph === undefined) continue;
      text += glyph.unicode;
      const spacing = state.spacing + (glyph.isSpace ? state.wordSpacing : 0);
      x += (glyph.width * unit * size + spacing) * stretch;
    }
    end();
  };
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    const [first = 0, second = 0] = list.map((value) => (typeof value === 'number' ? value : 0));
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? start;
        break;
      case OPS.transform:
        concat(list);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        concat(list[0]);
        break;
      case OPS.beginAnnotation:
        annotation = typeof list[0] === 'string' ? list[0] : '';
        state = start;
        concat(list[2]);
        concat(list[3]);
        break;
      case OPS.endAnnotation:
        annotation = null;
        state = start;
        break;
      case OPS.beginMarkedContent:
        marks.push(true);
        break;
      case OPS.beginMarkedContentProps:
        marks.push(list[0] !== 'OC' || seesLayer(list[1]));
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.beginText:
        setTextMatrix([1, 0, 0, 1, 0, 0]);
        break;
      case OPS.setFont: {
        const font = Font.safeParse(list).data;
        if (font !== undefined) state = { ...state, font: font[0], size: font[1] };
        break;
      }
      case OPS.setCharSpacing:
        state = { ...state, spacing: first };
        break;
      case OPS.setWordSpacing:
        state = { ...state, wordSpacing: first };
        break;
      case OPS.setHScale:
        state = { ...state, stretch: first / 100 };
        break;
      case OPS.setLeading:
        state = { ...state, leading: first };
        break;
      case OPS.setTextRise:
        state = { ...state, rise: first };
        break;
      case OPS.moveText:
        move(first, second);
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -second };
        move(first, second);
        break;
      case OPS.setTextMatrix: {
        const matrix = Matrix.safeParse(list.length === 6 ? list : list[0]).data;
        if (matrix !== undefined) setTextMatrix([...matrix]);
        break;
      }
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.showText:
        if (Array.isArray(list[0])) show(list[0]);
        break;
    }
  });
  return out;
}

/** How a font counts the widths of its letters: in thousandths of the size, but for those that are drawings. */
function unitOf(page: PDFPageProxy, font: string): number {
  const facts = page.commonObjs.has(font) ? FontFacts.safeParse(page.commonObjs.get(font)) : undefined;
  return facts?.data?.fontMatrix[0] ?? 0.001;
}
