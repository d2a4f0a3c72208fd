import type { PDFPageProxy } from 'pdfjs-dist';
import { KkrError, toKkrError } from '../core/errors.ts';
import type { OcrEngine } from '../core/ocr-engine.ts';
import { shareKnown } from './language.ts';
import { type Grid, gridsOf } from './layout/grid.ts';
import type { KnowsWord } from './layout/hyphens.ts';
import { type LaidLine, linesOf } from './layout/lines.ts';
import { mayHoldTable } from './layout/may-hold-table.ts';
import { type Row, rowsOf } from './layout/rows.ts';
import { leanBack, quartersToTurn, withBoxes } from './layout/turned-boxes.ts';
import { chooseOrigin, isSuspect, type PaintEvidence } from './ocr/choose-origin.ts';
import { mergeOcr } from './ocr/merge.ts';
import { pictureOf } from './ocr/page-image.ts';
import { readPicture } from './ocr/read-picture.ts';
import { textEvidence } from './ocr/text-evidence.ts';
import type { PageReading } from './page-reading.ts';
import { readOtherText } from './pdf/annotation-text.ts';
import type { DrawingBoard } from './pdf/drawing-board.ts';
import type { FontBook } from './pdf/font-book.ts';
import type { SeesLayer } from './pdf/layers.ts';
import { linksOf } from './pdf/links.ts';
import { coverageOfAll, type PagePaint, readPaint } from './pdf/page-paint.ts';
import { type PageRuns, readTextRuns } from './pdf/text-runs.ts';

/** What reading a page needs beside the page. */
export interface PageTools {
  readonly ocr: OcrEngine;
  readonly knows: KnowsWord;
  readonly fonts: FontBook;
  readonly board: DrawingBoard;
  /** False where the file holds no image at all, so that no page need be searched for one. */
  readonly mayHaveImages: boolean;
  /** False where the file has neither links nor anything else laid over its pages. */
  readonly mayHaveAnnotations: boolean;
  /** Null where every layer is seen. */
  readonly seesLayer: SeesLayer | null;
  /** How long all that OCR does for one page may take. */
  readonly ocrMs?: number;
}

/** Below the silence after which the reader of a document is ended, so that OCR that hangs costs no text layer. */
const OCR_MS = 150_000;

/** Reads one page: its text layer, a reading of its picture, or both. */
export async function readPage(page: PDFPageProxy, tools: PageTools): Promise<PageReading> {
  // Annotations that cannot be read are no reason to lose the page.
  const annotations = tools.mayHaveAnnotations ? await page.getAnnotations().catch(() => []) : [];
  const layer = await readTextRuns(page, await readOtherText(page, annotations, tools.seesLayer));
  const evidence = textEvidence(layer.runs, layer.height, tools.knows);
  const suspect = isSuspect(evidence, tools.mayHaveImages);
  const followed = suspect ? await follow(page, layer) : NOT_FOLLOWED;
  const { paint } = followed;
  const choice = chooseOrigin(evidence, paint === null ? null : paintEvidence(paint, layer));
  const reading: PageReading = {
    number: page.pageNumber,
    width: layer.width,
    height: layer.height,
    origin: choice.take === 'none' ? 'none' : 'text-layer',
    reason: choice.reason,
    confidence: null,
    lines: choice.take === 'none' ? [] : await layerLines(page, layer, paint, tools.fonts),
    links: linksOf(page, annotations),
    ...toTurn(quartersToTurn(layer.slant)),
    problem: followed.problem,
  };
  if (paint === null || choice.take === 'layer' || choice.take === 'none') return reading;
  return await withOcr(page, paint, reading, choice.take, tools);
}

type Followed = Pick<PageReading, 'problem'> & { readonly paint: PagePaint | null };
const NOT_FOLLOWED: Followed = { paint: null, problem: null };

/** Where a page's painting cannot be followed, its text layer stands, with a word of warning, if it has one. */
async function follow(page: PDFPageProxy, layer: PageRuns): Promise<Followed> {
  try {
    return { paint: await readPaint(page), problem: null };
  } catch (thrown) {
    if (layer.runs.length === 0) throw thrown;
    return { paint: null, problem: problemOf(thrown) };
  }
}

function problemOf(thrown: unknown): PageReading['problem'] {
  const { code, message } = toKkrError(thrown);
  return { code: code === 'internal' ? 'page-unreadable' : code, message };
}

function toTurn(quarters: 0 | 1 | 2 | 3): Pick<PageReading, 'toTurn'> {
  return quarters === 0 ? {} : { toTurn: quarters };
}

async function layerLines(
  page: PDFPageProxy,
  layer: PageRuns,
  paint: PagePaint | null,
  fonts: FontBook,
): Promise<LaidLine[]> {
  await fonts.learn(page, layer.runs);
  const standing = (lines: readonly LaidLine[], slant: number): LaidLine[] =>
    slant === 0 ? [...lines] : lines.map((line) => withBoxes(line, (box) => leanBack(box, slant)));
  const rows = rowsOf(layer.runs, fonts);
  return [
    ...standing(linesOf(rows, await drawnTables(page, layer, rows, paint)), layer.slant),
    ...layer.turned.flatMap(({ slant, runs }) => standing(linesOf(rowsOf(runs, fonts)), slant)),
  ];
}

/** Beyond this, in radians, drawn lines do not run along the page's edges. */
const LEVEL = 0.002;

/** The page is taken apart for its drawn lines only where its text may be a table. */
async function drawnTables(
  page: PDFPageProxy,
  layer: PageRuns,
  rows: readonly Row[],
  known: PagePaint | null,
): Promise<Grid[]> {
  if (Math.abs(layer.slant) >= LEVEL || !mayHoldTable(rows)) return [];
  // Lines that cannot be told are no reason to lose the text between them.
  const paint = known ?? (await readPaint(page).catch(() => null));
  return gridsOf(paint?.rules ?? []);
}

function paintEvidence(paint: PagePaint, layer: PageRuns): PaintEvidence {
  const strings = paint.hiddenText + paint.visibleText;
  return {
    cover: coverageOfAll(paint.images, layer.width, layer.height),
    hidden: strings === 0 ? 0 : paint.hiddenText / strings,
    shapes: paint.shapes,
  };
}

/** Reads the page's picture; where that fails or OCR is off, the text layer stands with a word of warning. */
async function withOcr(
  page: PDFPageProxy,
  paint: PagePaint,
  reading: PageReading,
  take: 'ocr' | 'both',
  { ocr, knows, board, ocrMs = OCR_MS }: PageTools,
): Promise<PageReading> {
  const origin = reading.lines.length === 0 ? 'none' : reading.origin;
  const unread = { ...reading, origin, reason: `${reading.reason} OCR er slået fra.` } as const;
  if (ocr.off === true) return unread;
  try {
    const read = await inTime(
      (signal) =>
        pictureOf(page, paint, board).then((picture) => readPicture(picture, reading, ocr, knows, signal)),
      ocrMs,
    );
    if (read === null) return unread;
    if (take === 'ocr' && !isBetter(read.lines, reading.lines, knows)) {
      return { ...reading, reason: `${reading.reason} En ny læsning af billedet var ikke bedre.` };
    }
    const layer = take === 'both' ? reading.lines : [];
    const lines = mergeOcr(layer, read.lines);
    const letters = (some: readonly LaidLine[]): number =>
      some.reduce((sum, line) => sum + line.text.length, 0);
    const mostlyOcr = letters(layer) < letters(lines) / 2;
    return {
      ...reading,
      lines,
      ...(layer.length === 0 ? { toTurn: undefined, ...toTurn(read.turned) } : {}),
      reason:
        read.turned === 0 ? reading.reason : `${reading.reason} Den er scannet på siden eller på hovedet.`,
      origin: mostlyOcr ? 'ocr' : 'text-layer',
      confidence: mostlyOcr ? read.confidence : null,
    };
  } catch (thrown) {
    return { ...reading, origin, problem: problemOf(thrown) };
  }
}

/**
 * What takes longer is told by the signal that nobody waits for it any more.
 * @throws KkrError `ocr-failed`
 */
async function inTime<T>(work: (signal: AbortSignal) => Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const giveUp = new AbortController();
  const timer = setTimeout(() => {
    const error = new KkrError('ocr-failed', `OCR of a page took more than ${ms / 1000} s.`);
    giveUp.abort(error);
    late.reject(error);
  }, ms);
  try {
    return await Promise.race([work(giveUp.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** More of its words exist: a text layer in a language that we do not know is not to be read worse. */
function isBetter(read: readonly LaidLine[], layer: readonly LaidLine[], knows: KnowsWord): boolean {
  const known = (lines: readonly LaidLine[]): number =>
    shareKnown(lines.map((line) => line.text).join('\n'), knows);
  return layer.length === 0 || known(read) > known(layer);
}
