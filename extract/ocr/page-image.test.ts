import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { DrawingBoard } from '../pdf/drawing-board.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { coverageOfAll, readPaint } from '../pdf/page-paint.ts';
import { pictureOf } from './page-image.ts';

/** A page of 300 by 400 points, scanned at 72 dpi: a black bar at the upper left on white. */
const [WIDTH, HEIGHT] = [300, 400];
const isBar = (x: number, y: number): boolean => x >= 20 && x < 150 && y >= 30 && y < 60;

interface Picture {
  /** Keys of the image's dictionary beside its size. */
  readonly keys: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
  /** The image's matrix on the page. */
  readonly at: string;
}

/** A PDF with a page of such pictures, written by hand: every kind that scanners write, and no library's own. */
function pageOf(pictures: readonly Picture[], keys = ''): Buffer {
  const names = pictures.map((_, index) => `/I${index} ${index + 5} 0 R`).join(' ');
  const content = pictures.map(({ at }, index) => `q ${at} cm /I${index} Do Q`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] ${keys} /Contents 4 0 R /Resources << /XObject << ${names} >> >> >>`,
    stream('', Buffer.from(content)),
    ...pictures.map((picture) =>
      stream(
        `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${picture.keys}`,
        picture.bytes,
      ),
    ),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.5\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1');
}

function stream(keys: string, bytes: Buffer): string {
  return `<< ${keys} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

/** Rows of samples, `bits` each, a row filled up to whole bytes. */
function samples(
  width: number,
  height: number,
  bits: 1 | 8 | 32,
  value: (x: number, y: number) => number,
): Buffer {
  const rowBytes = bits === 1 ? (width + 7) >> 3 : (width * bits) / 8;
  const bytes = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (bits === 8) bytes[y * rowBytes + x] = value(x, y);
      else if (bits === 32) bytes[y * rowBytes + 4 * x + 3] = value(x, y);
      else if (value(x, y) === 1) {
        const at = y * rowBytes + (x >> 3);
        bytes[at] = (bytes[at] ?? 0) | (128 >> (x & 7));
      }
    }
  }
  return bytes;
}

const FULL = `${WIDTH} 0 0 ${HEIGHT} 0 0`;
const GREY = '/ColorSpace /DeviceGray /BitsPerComponent 8';
const BITS = '/ColorSpace /DeviceGray /BitsPerComponent 1';
const whole = (keys: string, bytes: Buffer, at = FULL): Picture => ({
  keys,
  width: WIDTH,
  height: HEIGHT,
  bytes,
  at,
});
const grey = samples(WIDTH, HEIGHT, 8, (x, y) => (isBar(x, y) ? 0 : 255));
const inkIsOne = samples(WIDTH, HEIGHT, 1, (x, y) => (isBar(x, y) ? 1 : 0));
const inkIsNought = samples(WIDTH, HEIGHT, 1, (x, y) => (isBar(x, y) ? 0 : 1));
const ink = samples(WIDTH, HEIGHT, 32, (x, y) => (isBar(x, y) ? 255 : 0));

/** The scan in bands from top to bottom, as scanners write it that send while they read. */
const strips = Array.from({ length: 8 }, (_, index): Picture => {
  const height = HEIGHT / 8;
  const from = WIDTH * height * index;
  return {
    keys: GREY,
    width: WIDTH,
    height,
    bytes: grey.subarray(from, from + WIDTH * height),
    at: `${WIDTH} 0 0 ${height} 0 ${HEIGHT - height * (index + 1)}`,
  };
});
/** The sheet lay on its side: its picture is turned clockwise, and the page turns it back. */
const sideways: Picture = {
  keys: GREY,
  width: HEIGHT,
  height: WIDTH,
  bytes: samples(HEIGHT, WIDTH, 8, (x, y) => (isBar(y, HEIGHT - 1 - x) ? 0 : 255)),
  at: `0 ${HEIGHT} ${-WIDTH} 0 ${WIDTH} 0`,
};

test.each<[string, readonly Picture[], string?]>([
  ['grey', [whole(GREY, grey)]],
  ['black and white', [whole(BITS, inkIsNought)]],
  ['black and white, the other way round', [whole(`${BITS} /Decode [1 0]`, inkIsOne)]],
  ['a mask that ink is poured through', [whole('/ImageMask true /BitsPerComponent 1', inkIsNought)]],
  ['a mask, the other way round', [whole('/ImageMask true /BitsPerComponent 1 /Decode [1 0]', inkIsOne)]],
  ['inks of a printer', [whole('/ColorSpace /DeviceCMYK /BitsPerComponent 8', ink)]],
  ['strips', strips],
  ['turned by its matrix', [sideways]],
  ['larger than the page', [whole(GREY, grey, `${2 * WIDTH} 0 0 ${2 * HEIGHT} 0 ${-HEIGHT}`)]],
  ['cut by the page', [whole(GREY, grey)], `/CropBox [0 ${HEIGHT / 2} ${WIDTH} ${HEIGHT}]`],
])('the picture of a page: %s', async (name, pictures, keys) => {
  const bytes = pageOf(pictures, keys);
  const pdf = await openPdf(bytes);
  const board = new DrawingBoard(bytes);
  const page = await pdf.getPage(1);
  const paint = await readPaint(page);
  const { width, height } = page.getViewport({ scale: 1 });
  const picture = await pictureOf(page, paint, board);
  await board.close();
  await pdf.loadingTask.destroy();
  expect(coverageOfAll(paint.images, width, height)).toBeGreaterThan(0.95);
  const zoom = name === 'larger than the page' ? 2 : 1;
  const shadeAt = (x: number, y: number): number => {
    const column = Math.floor((zoom * x - picture.left) / picture.scale[0]);
    const row = Math.floor((zoom * y - picture.top) / picture.scale[1]);
    return picture.grey.data[row * picture.grey.width + column] ?? -1;
  };
  for (const [x, y] of [
    [25, 35],
    [140, 35],
    [25, 55],
    [140, 55],
  ] as const)
    expect(shadeAt(x, y), `ink at ${x}, ${y}`).toBeLessThan(80);
  for (const [x, y] of [
    [10, 35],
    [25, 20],
    [140, 70],
    [145, 150],
  ] as const)
    expect(shadeAt(x, y), `paper at ${x}, ${y}`).toBeGreaterThan(200);
});

test('a page without a picture of its own is drawn, letters and all', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 100]);
  page.drawText('KKR', {
    x: 20,
    y: 40,
    size: 40,
    font: await document.embedFont(StandardFonts.HelveticaBold),
  });
  const bytes = await document.save();
  const pdf = await openPdf(bytes);
  const board = new DrawingBoard(bytes);
  try {
    const shown = await pdf.getPage(1);
    const { grey } = await pictureOf(shown, await readPaint(shown), board);
    const ink = grey.data.reduce((sum, shade) => sum + (shade < 128 ? 1 : 0), 0);
    expect(ink / grey.data.length).toBeGreaterThan(0.05);
  } finally {
    await board.close();
    await pdf.loadingTask.destroy();
  }
});
