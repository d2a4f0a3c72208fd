import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { OcrEngine } from '../../core/ocr-engine.ts';
import { encodePgm, toGrey } from '../../extract/ocr/grey.ts';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { mayHoldLightPrint } from '../../extract/ocr/prepare/light-print.ts';
import { scanPages } from '../../fixtures/damage/scan.ts';
import { measure } from '../report/machine.ts';
import type { Table } from '../report/result.ts';

const run = promisify(execFile);
/** Each side reads so many pages before it is the other's turn: enough to keep every core busy. */
const TURN = 8;
const DPI = 200;

/** A grey image in a file. */
interface Image {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Pages a minute by OCR, ours and native, from the same images, with as many at a time as there are cores. */
export async function ocrSpeed(
  files: readonly string[],
  seed: number,
): Promise<{ table: Table; figures: Record<string, number> }> {
  const cores = availableParallelism();
  const folder = mkdtempSync(join(tmpdir(), 'kkr-speed-'));
  const engines = Array.from({ length: cores }, () => createTesseract());
  const seconds = { ours: 0, theirs: 0 };
  let pages = 0;
  try {
    const images = await writeImages(files, seed, folder);
    // Our readers live for hundreds of pages; what starting one costs is paid here, native pays it on every page.
    await inLanes(engines, images.slice(0, cores), readOurs);
    for (let from = 0; from < images.length; from += TURN) {
      const turn = images.slice(from, from + TURN);
      const theirs = await measure(() => inLanes(engines, turn, (_, { path }) => readNative(path)));
      const ours = await measure(() => inLanes(engines, turn, readOurs));
      seconds.theirs += theirs.cost.wallSeconds;
      seconds.ours += ours.cost.wallSeconds;
      pages += turn.length;
    }
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
    rmSync(folder, { recursive: true });
  }
  const perMinute = (time: number): number => (60 * pages) / time;
  return {
    figures: { 'speed.ocr.throughputToNative': seconds.theirs / seconds.ours },
    table: {
      title: `Scanned pages (${pages}, ${DPI} dpi, ${cores} at a time)`,
      columns: ['what', 'pages a minute', 'ours by theirs'],
      rows: [
        [`tesseract.js, ${cores} workers`, perMinute(seconds.ours), null],
        [
          `\`tesseract -l dan\`, ${cores} processes of one thread`,
          perMinute(seconds.theirs),
          seconds.theirs / seconds.ours,
        ],
      ],
      note: 'Both read the same grey images (PGM), which is what our reader takes from a PDF.',
    },
  };
}

async function readOurs(engine: OcrEngine, { path, width, height }: Image): Promise<void> {
  const bytes = readFileSync(path);
  const grey = { width, height, data: bytes.subarray(bytes.length - width * height) };
  const light = mayHoldLightPrint(grey, DPI);
  await engine.recognize({ bytes, dpi: DPI, languages: ['dan'], mayHoldLightPrint: light });
}

async function readNative(path: string): Promise<void> {
  await run('tesseract', [path, '-', '--dpi', String(DPI), '-l', 'dan'], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    maxBuffer: 64 * 2 ** 20,
  });
}

/** Each engine's lane takes the next page when it is done with one. */
async function inLanes(
  engines: readonly OcrEngine[],
  images: readonly Image[],
  read: (engine: OcrEngine, image: Image) => Promise<void>,
): Promise<void> {
  const waiting = [...images];
  const lane = async (engine: OcrEngine): Promise<void> => {
    for (let image = waiting.shift(); image !== undefined; image = waiting.shift()) await read(engine, image);
  };
  await Promise.all(engines.map(lane));
}

/** The first page or two of each document, scanned, as grey images in files. */
async function writeImages(files: readonly string[], seed: number, folder: string): Promise<Image[]> {
  const images: Image[] = [];
  for (const [index, file] of files.entries()) {
    const how = { dpi: DPI, noise: 8, skew: 0.3, blackAndWhite: false, seed } as const;
    const pages = index % 2 === 0 ? [1] : [1, 2];
    const scanned = await scanPages(readFileSync(file), { ...how, pages }).catch(() => []);
    for (const { bytes } of scanned) {
      const image = await loadImage(Buffer.from(bytes));
      const { width, height } = image;
      const context = createCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      const grey = toGrey({ width, height, kind: 3, data: context.getImageData(0, 0, width, height).data });
      if (grey === null) continue;
      const path = join(folder, `page-${images.length}.pgm`);
      writeFileSync(path, encodePgm(grey));
      images.push({ path, width, height });
    }
  }
  return images;
}
