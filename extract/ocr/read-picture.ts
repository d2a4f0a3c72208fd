import type { OcrEngine, OcrResult } from '../../core/ocr-engine.ts';
import type { Language } from '../../core/vocabulary.ts';
import { languageOf } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { LaidLine } from '../layout/lines.ts';
import { encodePgm } from './grey.ts';
import { layOcrLines } from './ocr-lines.ts';
import type { PageImage } from './page-image.ts';

export interface PictureReading {
  readonly lines: readonly LaidLine[];
  readonly confidence: number;
}

/**
 * Reads a picture with the Danish model, and once more with another language's
 * where the text turns out to be in it. Null where OCR is switched off.
 */
export async function readPicture(
  picture: PageImage,
  ocr: OcrEngine,
  knows: KnowsWord,
): Promise<PictureReading | null> {
  const bytes = encodePgm(picture.grey);
  const read = (language: Language): Promise<OcrResult | null> =>
    ocr.recognize({ bytes, dpi: picture.dpi, languages: [language] });
  const danish = await read('dan');
  if (danish === null) return null;
  const language = languageOf(textOf(danish), knows);
  const foreign = language === null || language === 'dan' || language === 'nob' ? null : await read(language);
  const best = foreign !== null && foreign.confidence > danish.confidence ? foreign : danish;
  return { lines: layOcrLines(best, picture), confidence: best.confidence };
}

function textOf(result: OcrResult): string {
  return result.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
}
