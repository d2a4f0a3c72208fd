import type { Box } from './document.ts';
import type { Language } from './vocabulary.ts';

/**
 * Reads the text of one image. Engines are deterministic: what was read before
 * does not change what is read now.
 */
export interface OcrEngine {
  /** Name and version, stored with each page, e.g. "tesseract.js 7.0.0 dan". */
  readonly version: string;
  /** True where it is switched off, so that no picture need be made for it; left out where it reads. */
  readonly off?: boolean;
  /** Throws `ocr-failed`. An engine that is switched off answers with null. */
  recognize(image: OcrImage): Promise<OcrResult | null>;
  /**
   * How a page is to be turned to stand upright: quarters of a turn, clockwise.
   * Null where the engine cannot tell. Throws `ocr-failed`.
   */
  orientation(image: OcrImage): Promise<Quarters | null>;
  close(): Promise<void>;
}

export type Quarters = 0 | 1 | 2 | 3;

export interface OcrImage {
  /** An encoded image: PNG, JPEG or binary PGM. */
  readonly bytes: Uint8Array;
  /** Pixels per inch on paper; null where unknown. */
  readonly dpi: number | null;
  readonly languages: readonly Language[];
  /** False where no dark ground is on it, so that the engine need not look for light print; else it looks. */
  readonly mayHoldLightPrint?: boolean;
  /** Fires when nobody waits for the answer any more: the engine gives up at once and is free. */
  readonly signal?: AbortSignal;
}

export interface OcrResult {
  /** In reading order. */
  readonly lines: readonly OcrLine[];
  /** Mean word confidence, 0 to 1. */
  readonly confidence: number;
}

export interface OcrLine {
  readonly words: readonly OcrWord[];
  /** First line of a paragraph as the engine sees it. */
  readonly startsParagraph: boolean;
}

export interface OcrWord {
  readonly text: string;
  readonly confidence: number;
  /** In pixels of the image given. */
  readonly box: Box;
}
