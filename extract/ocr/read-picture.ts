import type { OcrEngine, OcrResult, Quarters } from '../../core/ocr-engine.ts';
import type { Language } from '../../core/vocabulary.ts';
import { languageOf, shareKnown } from '../language.ts';
import type { KnowsWord } from '../layout/hyphens.ts';
import type { LaidLine } from '../layout/lines.ts';
import { withBoxes } from '../layout/turned-boxes.ts';
import { drawnRulesOf } from './drawn-rules.ts';
import { encodePgm } from './grey.ts';
import { layOcrLines } from './ocr-lines.ts';
import type { PageImage } from './page-image.ts';
import { mayHoldLightPrint } from './prepare/light-print.ts';
import { prepare, turnImage } from './prepare/prepare.ts';
import { turnBox } from './prepare/turn.ts';
import { lookAgain } from './second-look.ts';

export interface PictureReading {
  readonly lines: readonly LaidLine[];
  readonly confidence: number;
  /** How the page had to be turned, clockwise, to be read. */
  readonly turned: Quarters;
}

/** A reading of one picture as it lies; `sideways` where the engine found the words standing on end. */
type Attempt = Omit<PictureReading, 'turned'> & { readonly sideways: boolean };

/** Upright print is read with more certainty than this, and more of its words exist. */
const UNCERTAIN = 0.7;
const FEW_KNOWN = 0.5;

/**
 * Reads a picture of a page of that size with the Danish model, and once more with
 * another language's where the text turns out to be in it. Where hardly anything
 * could be read, the page may lie on its side or on its head: it is turned, and
 * read again. Null where OCR is switched off. What fails after the first reading only
 * makes it no better.
 */
export async function readPicture(
  picture: PageImage,
  page: { readonly width: number; readonly height: number },
  ocr: OcrEngine,
  knows: KnowsWord,
  signal?: AbortSignal,
): Promise<PictureReading | null> {
  const upright = await read(prepare(picture), ocr, knows, signal);
  if (upright === null) return null;
  if (!upright.sideways && !isPoor(upright, knows)) return { ...upright, turned: 0 };
  const { grey, dpi } = picture;
  const turned = await ocr
    .orientation({ bytes: encodePgm(grey), dpi, languages: ['dan'], ...(signal && { signal }) })
    .catch(() => null);
  if (turned === null || turned === 0) return { ...upright, turned: 0 };
  const image = prepare(turnImage(picture, turned, page.width, page.height));
  const reading = await read(image, ocr, knows, signal).catch(() => null);
  if (reading === null || (!upright.sideways && reading.confidence <= upright.confidence))
    return { ...upright, turned: 0 };
  const [width, height] = turned === 2 ? [page.width, page.height] : [page.height, page.width];
  const back = turned === 1 ? 3 : turned === 3 ? 1 : 2;
  const lines = reading.lines.map((line) => withBoxes(line, (box) => turnBox(box, back, width, height)));
  return { ...reading, lines, turned };
}

function isPoor({ lines, confidence }: Attempt, knows: KnowsWord): boolean {
  return confidence < UNCERTAIN && shareKnown(lines.map((line) => line.text).join('\n'), knows) < FEW_KNOWN;
}

async function read(
  image: PageImage,
  ocr: OcrEngine,
  knows: KnowsWord,
  signal?: AbortSignal,
): Promise<Attempt | null> {
  const drawn = drawnRulesOf(image.grey, image.dpi);
  const mayHold = mayHoldLightPrint(image.grey, image.dpi);
  const ask = (language: Language, grey = image.grey): Promise<OcrResult | null> =>
    ocr.recognize({
      bytes: encodePgm(grey),
      dpi: image.dpi,
      languages: [language],
      mayHoldLightPrint: mayHold,
      ...(signal && { signal }),
    });
  const danish = await ask('dan');
  if (danish === null) return null;
  const language = languageOf(textOf(danish), knows);
  const foreign =
    language === null || language === 'dan' || language === 'nob'
      ? null
      : await ask(language).catch(() => null);
  const best =
    foreign !== null && foreign.confidence > danish.confidence
      ? foreign
      : await lookAgain(danish, image.grey, (cut) => ask('eng', cut).catch(() => null));
  return { lines: layOcrLines(best, image, drawn), confidence: best.confidence, sideways: isSideways(best) };
}

/** Longer words are wider than high; the engine knows columns of words that stand on end, but not which way. */
function isSideways(result: OcrResult): boolean {
  const long = result.lines.flatMap((line) => line.words).filter((word) => word.text.length >= 5);
  const tall = long.filter(({ box }) => box[3] - box[1] > box[2] - box[0]);
  return tall.length > 0.5 * long.length;
}

function textOf(result: OcrResult): string {
  return result.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
}
