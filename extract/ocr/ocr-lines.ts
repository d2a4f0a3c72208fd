import type { OcrLine, OcrResult } from '../../core/ocr-engine.ts';
import { halves, type LaidLine } from '../layout/lines.ts';
import { median, type PlacedWord } from '../layout/piece.ts';
import type { PageImage } from './page-image.ts';

/** Lines as the OCR engine read them, in points on the page. */
export function layOcrLines(result: OcrResult, image: PageImage): LaidLine[] {
  const sizes = result.lines.map((line) => lineHeight(line) * image.scale[1]);
  const usual = median(sizes);
  return result.lines.map((line, index) => {
    const { text, words } = place(line, image);
    const size = sizes[index] ?? usual;
    // Heights of letters vary with what the line says; only a marked difference is another size.
    const settled = Math.abs(size - usual) < 0.22 * usual ? usual : size;
    return {
      text,
      words,
      role: 'body',
      box: around(words),
      size: halves(settled),
      bold: false,
      opens: line.startsParagraph,
    };
  });
}

/** Font size in pixels: words reach from a capital's top to a descender's foot in most lines. */
function lineHeight(line: OcrLine): number {
  return Math.max(...line.words.map((word) => word.box[3] - word.box[1])) / 0.97;
}

function place(line: OcrLine, image: PageImage): { text: string; words: PlacedWord[] } {
  let text = '';
  const words = line.words.map((word): PlacedWord => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += word.text;
    const [left, top, right, bottom] = word.box;
    const [across, down] = image.scale;
    return {
      start,
      end: text.length,
      box: [
        image.left + left * across,
        image.top + top * down,
        image.left + right * across,
        image.top + bottom * down,
      ],
    };
  });
  return { text, words };
}

function around(words: readonly PlacedWord[]): [number, number, number, number] {
  return [
    Math.min(...words.map((word) => word.box[0])),
    Math.min(...words.map((word) => word.box[1])),
    Math.max(...words.map((word) => word.box[2])),
    Math.max(...words.map((word) => word.box[3])),
  ];
}
