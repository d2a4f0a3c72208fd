import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { SeesLayer } from './layers.ts';
import { isMatrix } from './matrix.ts';
import { type SetText, TextPen, type TextState } from './text-pen.ts';

/** Text as a page is painted with it. */
export interface PaintedText extends SetText {
  /** The font's name within the document; empty where it is not known. */
  readonly font: string;
  /** The annotation that it belongs to; null for the page itself. */
  readonly annotation: string | null;
  /** False on a layer that is off. */
  readonly seen: boolean;
}

const Font = z.tuple([z.string(), z.number()]).rest(z.unknown());
const FontFacts = z.object({ fontMatrix: z.array(z.number()).length(6) });

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
  const start: TextState = {
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
  const stack: TextState[] = [];
  const marks: boolean[] = [];
  const pen = new TextPen();
  let state = start;
  let annotation: string | null = null;
  const concat = (value: unknown): void => {
    if (isMatrix(value)) state = { ...state, matrix: Util.transform(state.matrix, value) };
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
        pen.setMatrix([1, 0, 0, 1, 0, 0]);
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
        pen.moveLine(first, second);
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -second };
        pen.moveLine(first, second);
        break;
      case OPS.setTextMatrix: {
        const matrix: unknown = list.length === 6 ? list : list[0];
        if (isMatrix(matrix)) pen.setMatrix([...matrix]);
        break;
      }
      case OPS.nextLine:
        pen.moveLine(0, -state.leading);
        break;
      case OPS.showText:
        if (Array.isArray(list[0])) {
          const { font } = state;
          const seen = marks.every((mark) => mark);
          for (const text of pen.set(list[0], state, unitOf(page, font)))
            out.push({ ...text, font, annotation, seen });
        }
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
