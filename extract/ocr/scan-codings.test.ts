import { deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { createIsolatedReader } from '../document-reader.isolated.ts';
import { DrawingBoard } from '../pdf/drawing-board.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { readPaint } from '../pdf/page-paint.ts';
import { encodeJbig2 } from '../testing/jbig2.ts';
import {
  ccitt,
  coded,
  FULL,
  GREY,
  HEIGHT,
  HIGH,
  image,
  LETTER,
  pageOf,
  readLetter,
  type Scan,
  WIDE,
  WIDTH,
  whole,
} from '../testing/letter.ts';
import { stream } from '../testing/raw-pdf.ts';
import { foretold, mirrored, runLengths } from '../testing/sample-rows.ts';
import type { GreyImage } from './grey.ts';
import { type PageImage, pictureOf } from './page-image.ts';

/** One letter as scanners and their programs code it; what is read of it must be the same. */
let letter: GreyImage;
beforeAll(async () => {
  letter = await readLetter();
});
const ink = (x: number, y: number): boolean => (letter.data[y * WIDTH + x] ?? 255) < 128;

/** Samples of the letter, row by row, each row filled up to whole bytes. */
function samples(bits: number, value: (ink: boolean) => number, from = 0, rows = HEIGHT): Buffer {
  const rowBytes = Math.ceil((WIDTH * bits) / 8);
  const bytes = Buffer.alloc(rowBytes * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < WIDTH; x++) {
      const sample = value(ink(x, y + from));
      const at = y * rowBytes + Math.floor((x * bits) / 8);
      if (bits >= 8) bytes.writeUIntBE(sample, at, bits / 8);
      else bytes[at] = (bytes[at] ?? 0) | (sample << (8 - bits - ((x * bits) % 8)));
    }
  return bytes;
}

const INKS = '/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]';

const SCANS: Record<string, () => Promise<Scan> | Scan> = {
  'CCITT group 4': async () => whole(ccitt(-1), await coded('letter.g4')),
  'CCITT group 4, black as one': async () => {
    // The same code with its colours changed: what was white is now black, and one.
    return whole(`${ccitt(-1, '/BlackIs1 true')} /Decode [1 0]`, await coded('letter.g4'));
  },
  'CCITT group 3': async () => whole(ccitt(0, '/EndOfLine true'), await coded('letter.g3')),
  'CCITT group 3 in two dimensions': async () =>
    whole(ccitt(4, '/EndOfLine true'), await coded('letter.g32d')),
  JBIG2: () => whole(`${GREY} 1 /Filter /JBIG2Decode`, encodeJbig2({ width: WIDTH, height: HEIGHT, ink })),
  'JPEG 2000': async () => whole('/Filter /JPXDecode', await coded('letter.jp2')),
  'progressive JPEG': async () =>
    whole(`${GREY} 8 /Filter /DCTDecode`, await coded('letter-progressive.jpg')),
  'JPEG in inks': async () => whole(INKS, await coded('letter-cmyk.jpg')),
  'JPEG in inks by brightness': async () => whole(INKS, await coded('letter-ycck.jpg')),
  'two colours of a palette': () =>
    whole('/ColorSpace [/Indexed /DeviceRGB 1 <FFFFF0202030>] /BitsPerComponent 1', samples(1, Number)),
  'one ink of a printing press': () =>
    whole(
      '/ColorSpace [/Separation /Black /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>] /BitsPerComponent 8',
      samples(8, (black) => (black ? 255 : 0)),
    ),
  'shades as measured': () =>
    whole(
      '/ColorSpace [/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 2.2 >>] /BitsPerComponent 1',
      samples(1, (black) => (black ? 0 : 1)),
    ),
  'two filters over each other': () =>
    whole(
      `${GREY} 1 /Filter [/ASCIIHexDecode /RunLengthDecode]`,
      Buffer.from(`${runLengths(samples(1, (black) => (black ? 0 : 1))).toString('hex')}>`),
    ),
  'a compressed picture foretold row by row': () =>
    whole(
      `${GREY} 1 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns ${WIDTH} /BitsPerComponent 1 /Colors 1 >>`,
      deflateSync(
        foretold(
          samples(1, (black) => (black ? 0 : 1)),
          WIDTH / 8,
        ),
      ),
    ),
  'sixteen shades': () =>
    whole(
      `${GREY} 4`,
      samples(4, (black) => (black ? 0 : 15)),
    ),
  'sixteen bits a sample': () =>
    whole(
      `${GREY} 16`,
      samples(16, (black) => (black ? 0 : 65_535)),
    ),
  'a mask that ink is poured through': () =>
    whole(
      '/ImageMask true /BitsPerComponent 1',
      samples(1, (black) => (black ? 0 : 1)),
    ),
  'a light picture with a soft mask': () => ({
    objects: {
      10: image(
        `${GREY} 8 /SMask 11 0 R`,
        samples(8, () => 0),
      ),
      11: image(
        `${GREY} 8`,
        samples(8, (black) => (black ? 255 : 0)),
      ),
    },
  }),
  'thirty-four strips': () => ({
    objects: Object.fromEntries(
      Array.from({ length: 34 }, (_, index) => [
        10 + index,
        image(
          `${GREY} 1`,
          samples(1, (black) => (black ? 0 : 1), 10 * index, 10),
          WIDTH,
          10,
        ),
      ]),
    ),
    content: Array.from({ length: 34 }, (_, index) => {
      const height = HIGH / 34;
      return `q ${WIDE} 0 0 ${height} 0 ${HIGH - height * (index + 1)} cm /I${10 + index} Do Q`;
    }).join('\n'),
  }),
  'paper as a picture and print as a mask over it': () => ({
    objects: {
      10: image('/ColorSpace /DeviceRGB /BitsPerComponent 8', Buffer.alloc(30 * 10 * 3, 0xf4), 30, 10),
      11: image(
        '/ImageMask true /BitsPerComponent 1',
        samples(1, (black) => (black ? 0 : 1)),
      ),
    },
    content: `${FULL} q 0.1 0.1 0.2 rg ${WIDE} 0 0 ${HIGH} 0 0 cm /I11 Do Q`,
  }),
  'turned by its matrix, and turned back by the page': async () => ({
    ...whole(ccitt(-1), await coded('letter.g4')),
    content: `q 0 ${WIDE} ${-HIGH} 0 ${HIGH} 0 cm /I10 Do Q`,
    box: `[0 0 ${HIGH} ${WIDE}]`,
    keys: '/Rotate 90',
  }),
  'on its head, and turned by the page': async () => ({
    ...whole(ccitt(-1), await coded('letter.g4')),
    content: `q ${-WIDE} 0 0 ${-HIGH} ${WIDE} ${HIGH} cm /I10 Do Q`,
    keys: '/Rotate 180',
  }),
  'mirrored twice': () => ({
    objects: {
      10: image(
        `${GREY} 1`,
        mirrored(
          samples(1, (black) => (black ? 0 : 1)),
          WIDTH / 8,
        ),
      ),
    },
    content: `q ${-WIDE} 0 0 ${HIGH} ${WIDE} 0 cm /I10 Do Q`,
  }),
  'within a form, at half its size twice over': async () => ({
    objects: {
      10: stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 ${WIDE} ${HIGH}] /Matrix [0.5 0 0 0.5 0 0] /Resources << /XObject << /I11 11 0 R >> >>`,
        FULL.replace('I10', 'I11'),
      ),
      11: image(ccitt(-1), await coded('letter.g4')),
    },
    content: 'q 2 0 0 2 0 0 cm /I10 Do Q',
  }),
};

async function picture(pdf: Buffer): Promise<PageImage> {
  const document = await openPdf(pdf);
  const board = new DrawingBoard(pdf);
  try {
    const page = await document.getPage(1);
    return await pictureOf(page, await readPaint(page), board);
  } finally {
    await board.close();
    await document.loadingTask.destroy();
  }
}

/** How unlike the letter the picture is: the mean difference of shades where their pixels lie on the page. */
function unlike({ grey, left, top, scale }: PageImage): number {
  let [sum, count] = [0, 0];
  for (let y = 1; y < HEIGHT - 1; y += 2)
    for (let x = 1; x < WIDTH - 1; x += 2) {
      const column = Math.floor(((x + 0.5) * (WIDE / WIDTH) - left) / scale[0]);
      const row = Math.floor(((y + 0.5) * (HIGH / HEIGHT) - top) / scale[1]);
      const shade = grey.data[row * grey.width + column] ?? (x % 2) * 255;
      sum += Math.abs(shade - (letter.data[y * WIDTH + x] ?? 0));
      count += 1;
    }
  return sum / count;
}

test.each(Object.entries(SCANS))('a scan coded as %s has the picture of the letter', async (_, scan) => {
  const found = await picture(pageOf(await scan()));
  // An empty page is 20 off, a negative 235, a letter one line lower 35.
  expect(unlike(found)).toBeLessThan(12);
});

test.each([
  ['a clip', { content: `q 0 ${HIGH / 2} ${WIDE} ${HIGH / 2} re W n ${FULL} Q` }],
  ['the edge of the paper', { box: `[0 ${HIGH / 2} ${WIDE} ${HIGH}]` }],
  ['the frame of a form', { form: `[0 ${HIGH / 2} ${WIDE} ${HIGH}]` }],
])(
  'what %s hides of a scan is not in its picture',
  async (_, { form, ...cut }: Partial<Scan> & { form?: string }) => {
    const scan = image(ccitt(-1), await coded('letter.g4'));
    const framed = stream(
      `/Type /XObject /Subtype /Form /BBox ${form} /Resources << /XObject << /I11 11 0 R >> >>`,
      FULL.replace('I10', 'I11'),
    );
    const objects: Scan['objects'] = form === undefined ? { 10: scan } : { 10: framed, 11: scan };
    const { grey, top, scale } = await picture(
      pageOf({ objects, ...(form && { content: '/I10 Do' }), ...cut }),
    );
    const inkOf = (from: number, to: number): number => {
      const rows = grey.data.subarray(
        grey.width * Math.round((from - top) / scale[1]),
        grey.width * Math.round((to - top) / scale[1]),
      );
      return rows.reduce((sum, shade) => sum + (shade < 128 ? 1 : 0), 0) / (rows.length || 1);
    };
    expect(inkOf(10, HIGH / 2 - 2)).toBeGreaterThan(0.03);
    expect(inkOf(HIGH / 2 + 2, HIGH + 40)).toBeLessThan(0.001);
  },
);

test('codings that need a decoder of their own are read in the process that may open no file', async () => {
  const reader = createIsolatedReader({ ocr: 'tesseract', workers: 1 });
  try {
    for (const name of ['CCITT group 4', 'JBIG2', 'JPEG 2000']) {
      const scan = await SCANS[name]?.();
      const { pages } = await reader.read(pageOf(scan ?? { objects: {} }), 'brev.pdf');
      expect(pages[0]?.text.split(/\s+/u).join(' '), name).toBe(LETTER.join(' '));
    }
  } finally {
    await reader.close();
  }
});
