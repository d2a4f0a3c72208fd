import { setImmediate } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Bookmark, Warning } from '../core/document.ts';
import type { ReadProgress } from '../core/document-reader.ts';
import { KkrError, toKkrError } from '../core/errors.ts';
import { type PageReading, unreadPage } from './page-reading.ts';
import { readBookmarks } from './pdf/bookmarks.ts';
import { DrawingBoard } from './pdf/drawing-board.ts';
import { refuseDynamicForm, warnOfEnclosed } from './pdf/enclosed.ts';
import { FontBook } from './pdf/font-book.ts';
import { hasImages } from './pdf/has-images.ts';
import { readLayers } from './pdf/layers.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { type PageTools, readPage } from './read-page.ts';

export interface PdfOptions {
  /** Pages that need not be read (again): read before, or known to break the reader. */
  readonly known: ReadonlyMap<number, PageReading>;
  /** Called when a page is begun, so that one that never ends can be named. */
  readonly onBegin?: (page: number) => void;
  readonly onPage?: (reading: PageReading) => void;
  readonly onProgress?: ReadProgress;
  /** Called when the text of a page is repaired and done, after all pages are read. */
  readonly onFinished?: (page: number) => void;
}

export interface PdfReading {
  readonly pages: readonly PageReading[];
  readonly bookmarks: readonly Bookmark[];
  /** What is to be known of the file as a whole. */
  readonly warnings: readonly Warning[];
}

/**
 * Reads a PDF page by page. A page that fails is kept as an empty one with its
 * problem.
 * @throws KkrError `pdf-…`, or `ocr-failed` where OCR failed on all that needed it and nothing else was read.
 */
export async function readPdf(
  bytes: Uint8Array,
  tools: Pick<PageTools, 'ocr' | 'knows' | 'ocrMs'>,
  options: PdfOptions,
): Promise<PdfReading> {
  const pdf = await openPdf(bytes);
  const board = new DrawingBoard(bytes);
  const readings: PageReading[] = [];
  let bookmarks: Bookmark[] = [];
  let warnings: Warning[] = [];
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (mayHave(file, '/XFA')) await refuseDynamicForm(pdf);
    const pageTools = {
      ...tools,
      fonts: new FontBook(),
      board,
      mayHaveImages: hasImages(file),
      mayHaveAnnotations: mayHave(file, '/URI', '/Widget', '/FreeText', '/Stamp', '/Watermark'),
      seesLayer: mayHave(file, '/OCProperties') ? await readLayers(pdf) : null,
    };
    for (let number = 1; number <= pdf.numPages; number++) {
      const known = options.known.get(number);
      if (known === undefined) options.onBegin?.(number);
      const reading = known ?? (await readOne(pdf, number, pageTools));
      if (known === undefined) options.onPage?.(reading);
      readings.push(reading);
      options.onProgress?.(number, pdf.numPages);
      // pdf.js may read page after page without a pause: what was told would not go out, nor pictures be freed.
      await setImmediate();
    }
    bookmarks = await readBookmarks(pdf);
    if (mayHave(file, '/EmbeddedFiles')) warnings = await warnOfEnclosed(pdf);
  } finally {
    await board.close();
    await pdf.loadingTask.destroy();
  }
  refuseIfNothingRead(readings);
  return { pages: readings, bookmarks, warnings };
}

/** Whether a file has one of the names in plain sight, or objects in which it may be hidden. */
function mayHave(file: Buffer, ...names: readonly string[]): boolean {
  return ['/ObjStm', ...names].some((name) => file.includes(name));
}

async function readOne(pdf: PDFDocumentProxy, number: number, tools: PageTools): Promise<PageReading> {
  try {
    const page = await pdf.getPage(number);
    try {
      return await readPage(page, tools);
    } finally {
      page.cleanup();
    }
  } catch (thrown) {
    const { code, message } = toKkrError(thrown);
    return unreadPage(number, code === 'internal' ? 'page-unreadable' : code, message);
  }
}

/** All pages lost is a failure, not a document; what kept them from being read says which. */
function refuseIfNothingRead(readings: readonly PageReading[]): void {
  const problems = readings.flatMap((reading) => (reading.problem === null ? [] : [reading.problem]));
  if (readings.length === 0) throw new KkrError('pdf-damaged', 'The PDF has no pages.');
  if (problems.length < readings.length || readings.some((reading) => reading.lines.length > 0)) return;
  const message = problems[0]?.message ?? '';
  if (problems.every((problem) => problem.code === 'ocr-failed')) throw new KkrError('ocr-failed', message);
  if (problems.every((problem) => problem.code === 'pdf-too-large'))
    throw new KkrError('pdf-too-large', message);
  throw new KkrError('pdf-damaged', `No page of the PDF could be read: ${message}`);
}
