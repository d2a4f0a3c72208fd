import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { z } from 'zod';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { readPdf } from '../../extract/read-pdf.ts';
import { garbageOcr } from '../../extract/testing/failing-ocr.ts';
import { scanPages } from '../../fixtures/damage/scan.ts';
import { keepResult } from '../report/kept.ts';
import type { BenchResult } from '../report/result.ts';

/**
 * `npm run prove:memory [-- PAGES]`: memory of the process while a document of
 * 500 pages is read, one of 60 pages that are drawn to be read by OCR, and PAGES
 * (2,000) scanned pages by OCR. It must level off and stay under the limit that ends
 * a reader.
 */
const DOCUMENTS = new URL('../../fixtures/documents/', import.meta.url);
const LIMIT = 960;
const TEXT_PAGES = 500;
/** One scanned page in so many is full; the others have a few lines, so that thousands are read in minutes. */
const FULL_PAGE_EVERY = 20;
const DRAWN_PAGES = 60;
const ocrPages = z.coerce.number().int().positive().default(2000).parse(process.argv[2]);

/** Resident MiB by share of the pages done: the first tenth is warming up. */
interface Course {
  readonly what: string;
  readonly samples: number[];
}

const courses = [await longDocument(TEXT_PAGES), await drawnDocument(DRAWN_PAGES), await manyScans(ocrPages)];
const rows = courses.map(({ what, samples }) => {
  const at = (share: number): number => samples[Math.floor((samples.length - 1) * share)] ?? 0;
  return [what, at(0.1), at(0.5), at(1), Math.max(...samples)];
});
const result: BenchResult = {
  title: 'Memory',
  about: `Resident MiB of the reading process; a reader is ended at ${LIMIT}.`,
  tables: [
    { title: 'Memory as pages go by', columns: ['what', 'after 10 %', '50 %', '100 %', 'peak'], rows },
  ],
  figures: {},
  misses: [],
};
console.table(rows);
process.exitCode = courses.every(({ samples }) => Math.max(...samples) < LIMIT) ? 0 : 1;
const command = ocrPages === 2000 ? 'npm run prove:memory' : `npm run prove:memory -- ${ocrPages}`;
await keepResult('memory', { document: 'performance', order: 25, command }, result);

function sample(samples: number[]): void {
  samples.push(Math.round(process.memoryUsage().rss / 2 ** 20));
}

async function longDocument(pages: number): Promise<Course> {
  const source = await PDFDocument.load(
    readFileSync(new URL('2021-04-21-kkr-syddanmark-referat.pdf', DOCUMENTS)),
  );
  const long = await PDFDocument.create();
  while (long.getPageCount() < pages) {
    for (const page of await long.copyPages(source, source.getPageIndices())) long.addPage(page);
  }
  const reader = openReaderInProcess({ ocr: 'none' });
  const samples: number[] = [];
  await reader.read(await long.save(), 'long.pdf', () => sample(samples));
  await reader.close();
  return { what: `one document of ${pages} pages, text layer`, samples };
}

/** Scans in strips, which have to be drawn; nothing reads them, as OCR is the next course's. */
async function drawnDocument(pages: number): Promise<Course> {
  const document = await PDFDocument.create();
  const how = { dpi: 150, noise: 4, skew: 0.2, blackAndWhite: false, seed: 1 } as const;
  const scanned = await scanPages(await shortPages(2), how);
  const images = await Promise.all(scanned.map(({ bytes }) => document.embedJpg(bytes)));
  for (let number = 0; number < pages; number++) {
    const page = document.addPage([595, 842]);
    for (const [strip, image] of images.entries())
      page.drawImage(image, { x: 0, y: 421 * strip, width: 595, height: 421 });
  }
  const bytes = await document.save();
  const samples: number[] = [];
  await readPdf(
    bytes,
    { ocr: garbageOcr(), knows: () => true },
    { known: new Map(), onPage: () => sample(samples) },
  );
  return { what: `one document of ${pages} pages, scanned in strips and drawn`, samples };
}

async function manyScans(pages: number): Promise<Course> {
  const how = { dpi: 150, noise: 4, skew: 0.2, blackAndWhite: false, seed: 1 } as const;
  const full = await scanPages(
    readFileSync(new URL('2014-03-14-kkr-syddanmark-dagsorden.pdf', DOCUMENTS)),
    how,
  );
  const short = await scanPages(await shortPages(10), how);
  const engine = createTesseract();
  const samples: number[] = [];
  for (let page = 0; page < pages; page++) {
    const kind = page % FULL_PAGE_EVERY === 0 ? full : short;
    const image = kind[Math.floor(page / FULL_PAGE_EVERY + page) % kind.length];
    if (image !== undefined) await engine.recognize({ bytes: image.bytes, dpi: 150, languages: ['dan'] });
    sample(samples);
  }
  await engine.close();
  return { what: `${pages} scanned pages, 150 dpi, one in ${FULL_PAGE_EVERY} of them full`, samples };
}

/** Sheets between appendices: a title and a line or two. */
async function shortPages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= count; page++) {
    const added = document.addPage([595, 842]);
    added.drawText(`Bilag ${page} til punkt 2.${page}`, { x: 70, y: 700, size: 16, font });
    added.drawText('Kommunernes udgifter til området, fordelt på årene', { x: 70, y: 660, size: 12, font });
  }
  return document.save();
}
