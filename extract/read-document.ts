import { createHash } from 'node:crypto';
import type { Bookmark, Document, Page, Warning } from '../core/document.ts';
import type { ReadProgress } from '../core/document-reader.ts';
import type { OcrEngine } from '../core/ocr-engine.ts';
import { wordsWithinLines } from '../danish/hyphen.ts';
import { type FinishTools, finishPage, finishPages } from './finish-pages.ts';
import type { PageReading } from './page-reading.ts';
import { type PdfOptions, readPdf } from './read-pdf.ts';
import { createDecoder } from './repair/decode.ts';
import { applyEdits } from './repair/edits.ts';
import { segment } from './segment/segment.ts';
import { sniff } from './sniff.ts';
import { decodeText } from './text-file/decode.ts';
import { splitIntoPages } from './text-file/split.ts';

export interface ReadTools extends FinishTools {
  readonly ocr: OcrEngine;
  /** How long OCR of one page may take in all. */
  readonly ocrMs?: number;
}

/**
 * The recipe: bytes to Document.
 *
 *   sniff          PDF or plain text, by the bytes
 *   read pages     text layer, or OCR of its picture, page by page (read-page.ts)
 *   lay out        running headers, headings, lists, tables, contents (layout/)
 *   repair         damaged Danish, recorded edit by edit (repair/)
 *   language       page by page (language.ts)
 *   segment        meeting, items, decisions, appendices (segment/)
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  tools: ReadTools,
  options: PdfOptions = { known: new Map() },
): Promise<Document> {
  const mediaType = sniff(bytes, name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { name, sha256, bytes: bytes.length, mediaType };
  if (mediaType !== 'application/pdf') {
    const pages = readTextFile(bytes, tools, options.onProgress);
    return { source, pages, ...segment({ name, pages }) };
  }
  const { pages: readings, bookmarks: printed, warnings } = await readPdf(bytes, tools, options);
  const pages = await finishPages(readings, tools, options.onFinished);
  const links = readings.flatMap(({ number, links }) => links.map((link) => ({ ...link, page: number })));
  const bookmarks = withGoodLetters(printed);
  const segments = segment({ name, pages, links, bookmarks });
  const outline = bookmarks.length === 0 ? {} : { bookmarks };
  return {
    source,
    pages,
    ...segments,
    ...outline,
    warnings: [...warnings, ...warningsOf(readings), ...segments.warnings],
  };
}

/** Programs write titles of bookmarks in the wrong encoding even where the text is right. */
function withGoodLetters(bookmarks: readonly Bookmark[]): Bookmark[] {
  if (bookmarks.length === 0) return [];
  const decode = createDecoder();
  return bookmarks.map((bookmark) => ({
    ...bookmark,
    title: applyEdits(bookmark.title, decode(bookmark.title)),
  }));
}

function readTextFile(bytes: Uint8Array, tools: FinishTools, onProgress?: ReadProgress): Page[] {
  const parts = splitIntoPages(decodeText(bytes));
  const words = wordsWithinLines(parts.flatMap((part) => part.lines.map((line) => line.text)));
  const damage = parts.length > 1 ? tools.repairer.damageOf(parts.map(({ text }) => text)) : null;
  return parts.map((page, index) => {
    const reason = 'Filen er ren tekst.';
    const raw = {
      number: index + 1,
      origin: 'text-layer' as const,
      reason,
      confidence: null,
      size: null,
      page,
    };
    const finished = finishPage(raw, tools, { words, damage });
    onProgress?.(index + 1, parts.length);
    return finished;
  });
}

function warningsOf(readings: readonly PageReading[]): Warning[] {
  return readings.flatMap(({ number, problem }) => (problem === null ? [] : [{ ...problem, page: number }]));
}
