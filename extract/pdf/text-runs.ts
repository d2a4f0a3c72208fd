import type { PDFPageProxy } from 'pdfjs-dist';
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PaintedText } from './painted-text.ts';

/** A stretch of text in one font, placed on the page as it is shown: points from the upper left corner. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** The font's name within the document, for `FontBook`. */
  readonly font: string;
}

export interface PageRuns {
  readonly width: number;
  readonly height: number;
  /** How the page's text runs, in radians clockwise: level, a little askew over a crooked scan, or on end. */
  readonly slant: number;
  /** Text that runs so, turned about the page's upper left corner to be level. */
  readonly runs: readonly TextRun[];
  /** Text along other directions, each turned to be level: stamps, chart axes, watermarks. */
  readonly turned: readonly { readonly slant: number; readonly runs: readonly TextRun[] }[];
}

/** Beyond this a line is not a crooked scan but text that was meant to be turned. */
const CROOKED = Math.PI / 36;

interface Placed extends TextRun {
  readonly angle: number;
}

/** What pdf.js's text extraction does not know of a page. */
export interface OtherText {
  /** Text that stands over the page. */
  readonly beside: readonly PaintedText[];
  /** Whether text that begins at that point, as shown, is seen by nobody; null where all is seen. */
  readonly isUnseen: ((text: string, x: number, y: number) => boolean) | null;
}

/** Reads a page's text with its places, by pdf.js. Rotation of the page and its crop are undone. */
export async function readTextRuns(page: PDFPageProxy, other: OtherText | null = null): Promise<PageRuns> {
  const viewport = page.getViewport({ scale: 1 });
  const placed: Placed[] = [];
  const add = (run: Placed | null): void => {
    if (run !== null && onPage(run, viewport.width, viewport.height)) placed.push(run);
  };
  const content = await page.getTextContent();
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix: number[] = Util.transform(viewport.transform, item.transform);
    if (other?.isUnseen?.(item.str, matrix[4] ?? 0, matrix[5] ?? 0)) continue;
    add(placeRun(item.str, matrix, item.width * (viewport.userUnit ?? 1), item.fontName));
  }
  for (const { text, matrix, width, font } of other?.beside ?? []) add(placeRun(text, matrix, width, font));
  return { width: viewport.width, height: viewport.height, ...straighten(placed) };
}

/** Word processors' hyphen that keeps a word in one line: to a reader, and to whoever searches, a hyphen. */
const HARD_HYPHEN = '\u2011';

function placeRun(said: string, matrix: readonly number[], width: number, font: string): Placed | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
  const size = Math.hypot(c, d);
  if (![x, y, size, width].every(Number.isFinite) || size < 0.5) return null;
  const text = said.replaceAll(HARD_HYPHEN, '-');
  return { text, left: x, right: x + Math.abs(width), baseline: y, size, font, angle: Math.atan2(b, a) };
}

/** Text outside the visible page is no part of what a reader sees. */
function onPage(run: Placed, width: number, height: number): boolean {
  return run.left < width && run.baseline > 0 && run.left > -0.5 * width && run.baseline < height + run.size;
}

/**
 * Turns everything by the usual slant of the page's text, so that lines are level.
 * A page whose text mostly runs another way (a table printed sideways) is turned whole.
 */
function straighten(placed: readonly Placed[]): Pick<PageRuns, 'slant' | 'runs' | 'turned'> {
  if (placed.every((run) => run.angle === 0)) return { slant: 0, runs: placed, turned: [] };
  const slant = usualAngle(placed);
  const runs: TextRun[] = [];
  const turned = new Map<number, TextRun[]>();
  for (const run of placed) {
    if (Math.abs(angleBetween(run.angle, slant)) < CROOKED) {
      runs.push(turn(run, slant));
      continue;
    }
    const angle = rounded(run.angle);
    const others = turned.get(angle) ?? [];
    if (others.length === 0) turned.set(angle, others);
    others.push(turn(run, angle));
  }
  return { slant, runs, turned: [...turned].map(([angle, some]) => ({ slant: angle, runs: some })) };
}

function turn(run: Placed, angle: number): TextRun {
  const { text, size, font } = run;
  const width = run.right - run.left;
  if (angle === 0) return { text, size, font, left: run.left, right: run.right, baseline: run.baseline };
  const cos = Math.cos(-angle);
  const sin = Math.sin(-angle);
  const left = run.left * cos - run.baseline * sin;
  return { text, size, font, left, right: left + width, baseline: run.left * sin + run.baseline * cos };
}

/** To a tenth of a degree. */
const rounded = (angle: number): number => (Math.round((angle * 1800) / Math.PI) * Math.PI) / 1800;

/** The angle along which most characters run. */
function usualAngle(placed: readonly Placed[]): number {
  const weights = new Map<number, number>();
  let best = 0;
  for (const run of placed) {
    const angle = rounded(run.angle);
    const weight = (weights.get(angle) ?? 0) + run.text.length;
    weights.set(angle, weight);
    if (weight > (weights.get(best) ?? 0)) best = angle;
  }
  return best;
}

function angleBetween(angle: number, other: number): number {
  const turn = 2 * Math.PI;
  const difference = (((angle - other) % turn) + turn) % turn;
  return difference > Math.PI ? difference - turn : difference;
}
