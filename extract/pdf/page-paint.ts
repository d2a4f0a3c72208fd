import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { Box } from '../../core/document.ts';

/** An image on a page: `matrix` takes its unit square to the page as shown, in points. */
export interface PlacedImage {
  /** The name under which `page.objs` holds its pixels; null for masks and inline images. */
  readonly name: string | null;
  readonly matrix: readonly number[];
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

/** What a page is painted with, beside its text layer. */
export interface PagePaint {
  readonly images: readonly PlacedImage[];
  /** Strings shown in ink, and strings laid invisibly over a picture. */
  readonly visibleText: number;
  readonly hiddenText: number;
  /** Filled or stroked shapes; many of them on a page without text may be letters. */
  readonly shapes: number;
}

const Matrix = z.array(z.number()).length(6);
const ImageArgs = z.tuple([z.string(), z.number(), z.number()]).rest(z.unknown());

/** Follows a page's drawing operations as far as images and text are concerned. */
export async function readPaint(page: PDFPageProxy): Promise<PagePaint> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const start: number[] = page.getViewport({ scale: 1 }).transform;
  const images: PlacedImage[] = [];
  const stack: { matrix: number[]; hidden: boolean }[] = [];
  let state = { matrix: start, hidden: false };
  let visibleText = 0;
  let hiddenText = 0;
  let shapes = 0;
  const concat = (value: unknown): void => {
    const inner = Matrix.safeParse(value);
    if (inner.success) state = { ...state, matrix: Util.transform(state.matrix, inner.data) };
  };
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.restore:
        state = stack.pop() ?? { matrix: start, hidden: false };
        break;
      case OPS.transform:
        concat(list);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        concat(list[0]);
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? { matrix: start, hidden: false };
        break;
      case OPS.setTextRenderingMode:
        state = { ...state, hidden: list[0] === 3 || list[0] === 7 };
        break;
      case OPS.showText:
        if (state.hidden) hiddenText += 1;
        else visibleText += 1;
        break;
      case OPS.constructPath:
        shapes += 1;
        break;
      case OPS.paintImageXObject: {
        const image = ImageArgs.safeParse(list);
        if (image.success) images.push(placed(image.data[0], image.data[1], image.data[2], state.matrix));
        break;
      }
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        images.push(placed(null, 0, 0, state.matrix));
        break;
    }
  });
  return { images, visibleText, hiddenText, shapes };
}

function placed(name: string | null, width: number, height: number, matrix: readonly number[]): PlacedImage {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return {
    name,
    width,
    height,
    matrix,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

/** The part of the page, 0 to 1, that an image covers. */
export function coverage(image: PlacedImage, width: number, height: number): number {
  const [left, top, right, bottom] = image.box;
  const wide = Math.max(0, Math.min(right, width) - Math.max(left, 0));
  const high = Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
  return (wide * high) / (width * height || 1);
}
