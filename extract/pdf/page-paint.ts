import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { Box } from '../../core/document.ts';
import { isMatrix } from './matrix.ts';
import { type Rule, rulesOf } from './rules.ts';

/** An image on a page: `matrix` takes its unit square to the page as shown, in points. */
export interface PlacedImage {
  /** The name under which `page.objs` holds its pixels; null for masks and inline images. */
  readonly name: string | null;
  readonly matrix: readonly number[];
  readonly box: Box;
  /** The part of the box that clips and the page's edges leave to be seen. */
  readonly seen: Box;
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
  /** Straight lines and thin bars along the page's edges, in points as shown. */
  readonly rules: readonly Rule[];
}

interface State {
  readonly matrix: readonly number[];
  readonly hidden: boolean;
  readonly clip: Box;
}

const Matrix = z.array(z.number()).length(6);

const ImageArgs = z.tuple([z.string(), z.number(), z.number()]).rest(z.unknown());

/** Follows a page's drawing operations as far as images and text are concerned. */
export async function readPaint(page: PDFPageProxy): Promise<PagePaint> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const start: State = {
    matrix: viewport.transform,
    hidden: false,
    clip: [0, 0, viewport.width, viewport.height],
  };
  const images: PlacedImage[] = [];
  const stack: State[] = [];
  let state = start;
  // The next path is not drawn but clipped to.
  let clips = false;
  let visibleText = 0;
  let hiddenText = 0;
  let shapes = 0;
  const rules: Rule[] = [];
  const concat = (value: unknown): void => {
    if (isMatrix(value)) state = { ...state, matrix: Util.transform(state.matrix, value) };
  };
  const clipTo = (box: unknown): void => {
    const [x0, y0, x1, y1] = box instanceof Float32Array || Array.isArray(box) ? box : [];
    if (![x0, y0, x1, y1].every(Number.isFinite)) return;
    const shape = boxOf(Util.transform(state.matrix, [x1 - x0, 0, 0, y1 - y0, x0, y0]));
    state = { ...state, clip: common(state.clip, shape) };
  };
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (operator) {
      case OPS.save:
        stack.push(state);
        break;
      case OPS.restore:
        state = stack.pop() ?? start;
        break;
      case OPS.transform:
        concat(list);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        concat(list[0]);
        clipTo(list[1]);
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? start;
        break;
      case OPS.setTextRenderingMode:
        state = { ...state, hidden: list[0] === 3 || list[0] === 7 };
        break;
      case OPS.showText:
        if (state.hidden) hiddenText += 1;
        else visibleText += 1;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath:
        if (clips) clipTo(list[2]);
        clips = false;
        shapes += 1;
        for (const rule of rulesOf(list, state.matrix)) rules.push(rule);
        break;
      case OPS.paintImageXObject: {
        const image = ImageArgs.safeParse(list);
        if (image.success) images.push(placed(image.data[0], image.data[1], image.data[2], state));
        break;
      }
      case OPS.paintImageMaskXObject:
      case OPS.paintInlineImageXObject:
        images.push(placed(null, 0, 0, state));
        break;
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        for (const matrix of gathered(operator, list))
          images.push(placed(null, 0, 0, { ...state, matrix: Util.transform(state.matrix, matrix) }));
        break;
    }
  });
  return { images, visibleText, hiddenText, shapes, rules };
}

const Positions = z.union([z.instanceof(Float32Array), z.array(z.number())]);
const Group = z.array(z.object({ transform: Matrix }));
const Repeated = z.tuple([z.unknown(), z.number(), z.number(), Positions]);
const RepeatedMask = z.tuple([z.unknown(), z.number(), z.number(), z.number(), z.number(), Positions]);

/** pdf.js gathers small images that follow one another, strips of a scan among them, into one operation. */
function gathered(operator: number, list: readonly unknown[]): number[][] {
  if (operator === OPS.paintInlineImageXObjectGroup || operator === OPS.paintImageMaskXObjectGroup) {
    const group = Group.safeParse(operator === OPS.paintInlineImageXObjectGroup ? list[1] : list[0]);
    return group.success ? group.data.map(({ transform }) => transform) : [];
  }
  const image = Repeated.safeParse(list);
  if (image.success) return repeated([image.data[1], 0, 0, image.data[2]], image.data[3]);
  const mask = RepeatedMask.safeParse(list);
  return mask.success ? repeated(mask.data.slice(1, 5), mask.data[5]) : [];
}

function repeated(shape: readonly unknown[], positions: Float32Array | number[]): number[][] {
  const [a = 0, b = 0, c = 0, d = 0] = shape.filter((value) => typeof value === 'number');
  return Array.from({ length: positions.length >> 1 }, (_, index) => [
    a,
    b,
    c,
    d,
    positions[2 * index] ?? 0,
    positions[2 * index + 1] ?? 0,
  ]);
}

function placed(name: string | null, width: number, height: number, { matrix, clip }: State): PlacedImage {
  const box = boxOf(matrix);
  return { name, width, height, matrix, box, seen: common(box, clip) };
}

/** Round the unit square where a matrix takes it. */
function boxOf([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): Box {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What two boxes share; flat where that is nothing. */
function common(one: Box, other: Box): Box {
  const left = Math.max(one[0], other[0]);
  const top = Math.max(one[1], other[1]);
  return [left, top, Math.max(left, Math.min(one[2], other[2])), Math.max(top, Math.min(one[3], other[3]))];
}

/** The part of the page, 0 to 1, that an image covers. */
export function coverage(image: PlacedImage, width: number, height: number): number {
  const [left, top, right, bottom] = image.seen;
  const wide = Math.max(0, Math.min(right, width) - Math.max(left, 0));
  const high = Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
  return (wide * high) / (width * height || 1);
}

/** Points across and down at which the page is probed; a hundred each are fine enough for a share. */
const PROBES = 100;

/**
 * The part of the page, 0 to 1, that its images cover together: scanners write a
 * page in strips, and in layers that lie over each other.
 */
export function coverageOfAll(images: readonly PlacedImage[], width: number, height: number): number {
  // How the number of images changes from probe to probe along each row of them.
  const changes = Array.from({ length: PROBES }, () => new Int32Array(PROBES + 1));
  const first = (edge: number, length: number): number =>
    Math.min(PROBES, Math.max(0, Math.ceil((edge / (length || 1)) * PROBES - 0.5)));
  for (const { seen: box } of images) {
    const [left, right] = [first(box[0], width), first(box[2], width)];
    for (const row of changes.slice(first(box[1], height), first(box[3], height))) {
      row[left] = (row[left] ?? 0) + 1;
      row[right] = (row[right] ?? 0) - 1;
    }
  }
  let covered = 0;
  for (const row of changes) {
    let over = 0;
    for (const change of row.subarray(0, PROBES)) {
      over += change;
      if (over > 0) covered += 1;
    }
  }
  // An image that lies between the probes is one nevertheless.
  return images.reduce(
    (greatest, image) => Math.max(greatest, coverage(image, width, height)),
    covered / PROBES ** 2,
  );
}
