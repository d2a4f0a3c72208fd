import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { scanPages } from '../../fixtures/damage/scan.ts';

/**
 * `npm run prove:memory [-- PAGES]`: memory while a document of 500 pages is read,
 * and while PAGES (2,000) scanned pages are read by OCR. It must level off.
 */
const DOCUMENTS = new URL('../../fixtures/documents/', import.meta.url);
const ocrPages = Number(process.argv[2] ?? 2000);
const LIMIT = 1024;
const rss = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

const peaks = { long: await longDocument(500), ocr: await manyScans(ocrPages) };
console.log('peaks in MiB', peaks);
process.exitCode = Math.max(peaks.long, peaks.ocr) < LIMIT ? 0 : 1;

async function longDocument(pages: number): Promise<number> {
  const source = await PDFDocument.load(
    readFileSync(new URL('2021-04-21-kkr-syddanmark-referat.pdf', DOCUMENTS)),
  );
  const long = await PDFDocument.create();
  while (long.getPageCount() < pages) {
    for (const page of await long.copyPages(source, source.getPageIndices())) long.addPage(page);
  }
  const reader = openReaderInProcess({ ocr: 'none' });
  let peak = 0;
  await reader.read(await long.save(), 'long.pdf', (done) => {
    peak = Math.max(peak, rss());
    if (done % 100 === 0) console.log(`text, page ${done}: ${rss()} MiB`);
  });
  await reader.close();
  return Math.max(peak, rss());
}

async function manyScans(pages: number): Promise<number> {
  const pdf = readFileSync(new URL('2014-03-14-kkr-syddanmark-dagsorden.pdf', DOCUMENTS));
  const images = await scanPages(pdf, { dpi: 150, noise: 4, skew: 0.2, blackAndWhite: false, seed: 1 });
  const engine = createTesseract();
  let peak = 0;
  for (let page = 0; page < pages; page++) {
    const image = images[page % images.length];
    if (image !== undefined) await engine.recognize({ bytes: image.bytes, dpi: 150, languages: ['dan'] });
    peak = Math.max(peak, rss());
    if (page % Math.ceil(pages / 20) === 0) console.log(`OCR, page ${page}: ${rss()} MiB`);
  }
  await engine.close();
  return peak;
}
