import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { beforeAll, expect, test, vi } from 'vitest';
import type { OcrEngine } from '../core/ocr-engine.ts';
import { picture } from './ocr/ocr-engine.contract.ts';
import { createNoOcr } from './ocr/ocr-engine.none.ts';
import { loadTools } from './open.ts';
import { DrawingBoard } from './pdf/drawing-board.ts';
import { readDocument } from './read-document.ts';
import { readPdf } from './read-pdf.ts';
import { crashingOcr, garbageOcr, hangingOcr } from './testing/failing-ocr.ts';
import { unpackWords } from './words.ts';

const TEXT = 'Kommunerne har i fællesskab aftalt, at sagen behandles på det næste møde i september.';
let pdf: Uint8Array;

/** A page of text and a page that is a picture. */
beforeAll(async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  for (let line = 0; line < 4; line++) page.drawText(TEXT, { x: 60, y: 700 - 14 * line, size: 11, font });
  const image = await document.embedPng(picture(['Børn på øen får råd']).bytes);
  document.addPage([450, 150]).drawImage(image, { x: 0, y: 0, width: 450, height: 150 });
  pdf = await document.save();
});

const read = (ocr: OcrEngine) => readDocument(pdf, 'bilag.pdf', { ...loadTools('none'), ocr });

test('an engine that crashes costs the page that needed it, and no other', async () => {
  const { pages, warnings } = await read(crashingOcr());
  expect(pages.map((page) => page.origin)).toEqual(['text-layer', 'none']);
  expect(pages[0]?.text.split('\n')).toEqual([TEXT, TEXT, TEXT, TEXT]);
  expect(warnings.filter((warning) => warning.code === 'ocr-failed').map((warning) => warning.page)).toEqual([
    2,
  ]);
});

test('between two pages there is time for messages, even where pdf.js never waits for anything', async () => {
  const pages = [3, 4, 5, 6];
  const file = [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    `2 0 obj <</Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] /Count 4>> endobj`,
    ...pages.map((page) => `${page} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj`),
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
  const told: string[] = [];
  const onPage = (): void => {
    told.push('read');
    setImmediate(() => told.push('sent'));
  };
  await readPdf(
    Buffer.from(file, 'latin1'),
    { ocr: createNoOcr(), knows: () => true },
    { known: new Map(), onPage },
  );
  expect(told).toEqual(pages.flatMap(() => ['read', 'sent']));
});

test('each page that is finished is told of before the next is begun', async () => {
  const told: (number | string)[] = [];
  const onFinished = (page: number): void => {
    told.push(page);
    setImmediate(() => told.push('sent'));
  };
  await readDocument(pdf, 'bilag.pdf', loadTools('none'), { known: new Map(), onFinished });
  expect(told).toEqual([1, 'sent', 2, 'sent']);
});

test('an engine that never answers costs no page its text layer', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  const image = await document.embedPng(picture(['Børn på øen får råd']).bytes);
  page.drawText(TEXT, { x: 60, y: 700, size: 11, font });
  page.drawText(TEXT, { x: 60, y: 686, size: 11, font });
  page.drawImage(image, { x: 0, y: 0, width: 595, height: 400 });
  const tools = { ...loadTools('none'), ocr: hangingOcr(), ocrMs: 20 };
  const { pages, warnings } = await readDocument(await document.save(), 'bilag.pdf', tools);
  expect(pages[0]).toMatchObject({ origin: 'text-layer', text: `${TEXT}\n${TEXT}` });
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'ocr-failed', page: 1 }));
});

test('an engine that answers with garbage yields noise, not text that is searched', async () => {
  const { pages } = await read(garbageOcr());
  expect(pages[0]?.text).toContain(TEXT);
  expect(pages[1]?.lines.every((line) => line.role === 'noise')).toBe(true);
});

test('with OCR switched off the page says so', async () => {
  const { pages } = await read(createNoOcr());
  expect(pages[1]).toMatchObject({ origin: 'none', text: '' });
  expect(pages[1]?.reason).toContain('OCR er slået fra');
});

test('with OCR switched off no picture is made for it', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 200]);
  // Shapes that may be letters are drawn to be read.
  for (let bar = 0; bar < 60; bar++) page.drawRectangle({ x: 3 * bar, y: 100, width: 2, height: 20 });
  const bytes = await document.save();
  const lend = vi.spyOn(DrawingBoard.prototype, 'lend');
  const reasons = async (ocr: OcrEngine): Promise<string[]> =>
    (await readPdf(bytes, { ocr, knows: () => true }, { known: new Map() })).pages.map(
      ({ reason }) => reason,
    );
  await reasons(garbageOcr());
  expect(lend).toHaveBeenCalledOnce();
  expect(await reasons(createNoOcr())).toEqual([
    'Siden har intet tekstlag, men er et billede. OCR er slået fra.',
  ]);
  expect(lend).toHaveBeenCalledOnce();
  lend.mockRestore();
});

test('a picture is read, and every word has its place on the page', async () => {
  const tools = loadTools('tesseract');
  const { pages } = await readDocument(pdf, 'bilag.pdf', tools);
  expect(pages.map((page) => page.repairedBy)).toEqual([tools.repairer.version, tools.repairer.version]);
  await tools.ocr.close();
  expect(pages[1]).toMatchObject({ origin: 'ocr', text: 'Børn på øen får råd' });
  for (const page of pages) {
    const words = unpackWords(page.words);
    expect(words.map((word) => page.text.slice(word.start, word.end))).toEqual(page.text.split(/\s+/u));
    for (const { box } of words) expect(box[0] >= 0 && box[2] <= (page.size?.[0] ?? 0) + 1).toBe(true);
  }
});
