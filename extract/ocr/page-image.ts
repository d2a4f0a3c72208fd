import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { KkrError } from '../../core/errors.ts';
import type { DrawingBoard } from '../pdf/drawing-board.ts';
import { MAX_PIXELS } from '../pdf/open-pdf.ts';
import { coverage, type PagePaint, type PlacedImage } from '../pdf/page-paint.ts';
import { type GreyImage, toGrey } from './grey.ts';

/** A picture of a page, and how its pixels lie on the page. */
export interface PageImage {
  readonly grey: GreyImage;
  /** Points from the page's upper left corner to the picture's. */
  readonly left: number;
  readonly top: number;
  /** Points per pixel, across and down. */
  readonly scale: readonly [number, number];
  readonly dpi: number;
  /** Radians by which lines fell to the right before the picture was turned level about its middle. */
  readonly slant: number;
}

/** Scanned pages are read as scanned; what has to be drawn is drawn at this resolution. */
const RENDER_DPI = 300;
/** A drawn page stays below this, so that a poster does not take all memory. */
const RENDER_PIXELS = 30_000_000;

/**
 * The picture to read a page from: the scanner's own, where the page is just that,
 * as drawing it anew would blur it; otherwise the page is drawn.
 */
export async function pictureOf(
  page: PDFPageProxy,
  paint: PagePaint,
  board: DrawingBoard,
): Promise<PageImage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const [only, ...others] = paint.images;
  const isScan = only !== undefined && others.length === 0 && paint.visibleText === 0;
  if (isScan && isUpright(only) && isWhole(only) && coverage(only, width, height) > 0.6) {
    const pixels = await pixelsOf(page, only);
    if (pixels !== null) return scanned(only, pixels);
  }
  return await board.lend(page.pageNumber, drawn);
}

function scanned(image: PlacedImage, grey: GreyImage): PageImage {
  const [left, top, right, bottom] = image.box;
  const scale: [number, number] = [(right - left) / grey.width, (bottom - top) / grey.height];
  return { grey, left, top, scale, dpi: 72 / scale[0], slant: 0 };
}

/** Neither turned nor mirrored: across runs to the right, and up is up. */
function isUpright(image: PlacedImage): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = image.matrix;
  const slack = 0.01 * Math.abs(a);
  return a > 0 && d < 0 && Math.abs(b) < slack && Math.abs(c) < slack;
}

/** A scan is often a little larger than its page; what a clip or the page's edge hides of more is not to be read. */
function isWhole({ box, seen }: PlacedImage): boolean {
  const slack = 0.02 * (box[2] - box[0]);
  return box.every((edge, index) => Math.abs(edge - (seen[index] ?? 0)) <= slack);
}

const Pixels = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  kind: z.number(),
  data: z.union([z.instanceof(Uint8ClampedArray), z.instanceof(Uint8Array)]),
});

async function pixelsOf(page: PDFPageProxy, image: PlacedImage): Promise<GreyImage | null> {
  const { name } = image;
  if (name === null) return null;
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  const held = await new Promise<unknown>((resolve) => {
    store.get(name, resolve);
  });
  const pixels = Pixels.safeParse(held);
  return pixels.success ? toGrey(pixels.data) : null;
}

async function drawn(page: PDFPageProxy): Promise<PageImage> {
  const flat = page.getViewport({ scale: 1 });
  const area = flat.width * flat.height;
  if (!(area > 0) || area > MAX_PIXELS) {
    throw new KkrError(
      'pdf-too-large',
      `Page ${page.pageNumber} measures ${Math.round(flat.width)} x ${Math.round(flat.height)} points.`,
    );
  }
  const scale = Math.min(RENDER_DPI / 72, Math.sqrt(RENDER_PIXELS / area));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: context, viewport, background: 'white' }).promise;
  const { width, height } = canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = toGrey({ width, height, kind: 3, data });
  // Its memory is not V8's, which would not know that there is any to free.
  canvas.width = 0;
  canvas.height = 0;
  if (grey === null) throw new KkrError('pdf-damaged', `Page ${page.pageNumber} could not be drawn.`);
  return { grey, left: 0, top: 0, scale: [1 / scale, 1 / scale], dpi: scale * 72, slant: 0 };
}
