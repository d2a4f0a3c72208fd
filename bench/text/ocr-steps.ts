import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { OcrEngine } from '../../core/ocr-engine.ts';
import { encodePgm, toGrey } from '../../extract/ocr/grey.ts';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { layOcrLines } from '../../extract/ocr/ocr-lines.ts';
import type { PageImage } from '../../extract/ocr/page-image.ts';
import { prepare, STEPS } from '../../extract/ocr/prepare/prepare.ts';
import { type ScannedPage, type ScanOptions, scanPages } from '../../fixtures/damage/scan.ts';
import { keepResult } from '../report/kept.ts';
import type { Cell } from '../report/result.ts';
import { percent, resultMarkdown } from '../report/table.ts';
import { type PageTextScore, scorePageText, sumPageTexts } from '../score/page-text.ts';
import { type TruePage, Truth } from '../score/truth.ts';

/**
 * `npm run bench:ocr-steps`: what each step that prepares a picture for OCR gains
 * on pages that are scanned badly, and what it costs on pages that are not.
 */
const FIXTURES = new URL('../../fixtures/', import.meta.url);
const DOCUMENTS = ['2013-10-24-kkr-midtjylland-referat', '2022-05-11-kkr-sjaelland-dagsorden'];
const PLAIN = { dpi: 200, noise: 8, skew: 0, blackAndWhite: false } as const;
const KINDS: Record<string, Omit<ScanOptions, 'seed' | 'pages'>> = {
  plain: PLAIN,
  'askew by up to 5°': { ...PLAIN, skew: 5 },
  'in shadow': { ...PLAIN, shadow: 0.8 },
  faded: { ...PLAIN, faded: 0.75 },
  'coarse grain': { ...PLAIN, noise: 30 },
  '150 dpi': { ...PLAIN, dpi: 150 },
  '100 dpi': { ...PLAIN, dpi: 100, noise: 4 },
  'black and white': { ...PLAIN, blackAndWhite: true },
  'dust, grey': { ...PLAIN, specks: 60 },
  'dust, black and white': { ...PLAIN, blackAndWhite: true, specks: 60 },
  'askew, faded, in shadow, 150 dpi': {
    dpi: 150,
    noise: 8,
    skew: 3,
    blackAndWhite: false,
    faded: 0.5,
    shadow: 0.5,
  },
};
const VARIANTS: Record<string, (image: PageImage) => PageImage> = {
  'as scanned': (image) => image,
  ...STEPS,
  all: prepare,
};

const engine = createTesseract();
const rows: Cell[][] = [];
for (const [kind, how] of Object.entries(KINDS)) {
  const scores = new Map<string, PageTextScore[]>();
  for (const [index, name] of DOCUMENTS.entries()) {
    const { page, scanned } = await scannedPage(name, { ...how, seed: 3 + index, pages: [1] });
    for (const [variant, score] of await judge(engine, page, await pictureOf(scanned, how.dpi)))
      scores.set(variant, [...(scores.get(variant) ?? []), score]);
  }
  const rates = Object.keys(VARIANTS).map((variant) =>
    percent(sumPageTexts(scores.get(variant) ?? []).characterErrorRateAnyOrder, 2),
  );
  rows.push([kind, ...rates]);
  console.log(kind, ...rates);
}
await engine.close();
const result = {
  title: 'Preparing pictures for OCR',
  about: `Characters wrong anywhere on the first pages of ${DOCUMENTS.length} fictional documents, scanned badly in several ways, with each step by itself and with all of them.`,
  tables: [{ title: 'Wrong characters by step', columns: ['scan', ...Object.keys(VARIANTS)], rows }],
  figures: {},
  misses: [],
};
console.log(resultMarkdown(result));
if (process.argv.includes('--keep'))
  await keepResult(
    'ocr-steps',
    { document: 'quality', order: 0.5, command: 'npm run bench:ocr-steps -- --keep' },
    result,
  );

/** A step that leaves the picture alone reads what the picture as scanned reads. */
async function judge(
  ocr: OcrEngine,
  page: TruePage,
  scanned: PageImage,
): Promise<[variant: string, score: PageTextScore][]> {
  const known = new Map<PageImage, PageTextScore>();
  const judged: [string, PageTextScore][] = [];
  for (const [variant, change] of Object.entries(VARIANTS)) {
    const image = change(scanned);
    const score = known.get(image) ?? (await scoreOf(ocr, page, image));
    known.set(image, score);
    judged.push([variant, score]);
  }
  return judged;
}

async function scoreOf(ocr: OcrEngine, page: TruePage, image: PageImage): Promise<PageTextScore> {
  const read = await ocr.recognize({ bytes: encodePgm(image.grey), dpi: image.dpi, languages: ['dan'] });
  const lines = read === null ? [] : layOcrLines(read, image);
  return scorePageText(page, { text: lines.map((line) => line.text).join('\n'), lines: [] });
}

async function scannedPage(
  name: string,
  how: ScanOptions,
): Promise<{ page: TruePage; scanned: ScannedPage }> {
  const truth = Truth.parse(JSON.parse(await readFile(new URL(`truth/${name}.json`, FIXTURES), 'utf8')));
  const [scanned] = await scanPages(await readFile(new URL(`documents/${truth.file}`, FIXTURES)), how);
  const page = truth.pages?.[0];
  if (page === undefined || scanned === undefined) throw new Error(`${name} has no first page.`);
  return { page, scanned };
}

async function pictureOf({ bytes }: ScannedPage, dpi: number): Promise<PageImage> {
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const grey = toGrey({ width, height, kind: 3, data: context.getImageData(0, 0, width, height).data });
  if (grey === null) throw new Error('The scan has no pixels.');
  return { grey, left: 0, top: 0, scale: [72 / dpi, 72 / dpi], dpi, slant: 0 };
}
