import type { Box } from '../../core/document.ts';
import type { OcrLine, OcrResult, OcrWord } from '../../core/ocr-engine.ts';
import { gridsOf } from '../layout/grid.ts';
import { type LaidLine, linesOf } from '../layout/lines.ts';
import { mayHoldTable } from '../layout/may-hold-table.ts';
import { median } from '../layout/piece.ts';
import { rowsOf } from '../layout/rows.ts';
import { withBoxes } from '../layout/turned-boxes.ts';
import { PLAIN_FONTS } from '../pdf/font-book.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import type { DrawnRule } from './drawn-rules.ts';
import { isNoise } from './noise.ts';
import type { PageImage } from './page-image.ts';
import { slopeOfRules, toRule, withoutReadRules } from './rules-among-words.ts';

/**
 * Lays what was read from a picture out like a text layer: the engine's words and
 * baselines, but the columns, tables and order of our own layout, which knows more
 * of pages like these. Where the picture is crooked, words and drawn lines are set level first.
 */
export function layOcrLines(
  result: OcrResult,
  image: PageImage,
  drawn: readonly DrawnRule[] = [],
): LaidLine[] {
  const slope = slopeOfRules(drawn, image.dpi) ?? slopeOf(result.lines);
  // Only beside upright lines does it matter that what stands below stands further to one side.
  const lean = drawn.some((rule) => !rule.level) ? slope : 0;
  const lines = drawn.length === 0 ? result.lines : withoutReadRules(result.lines, drawn, image.dpi);
  const measured = lines.map((line) => measure(line, slope));
  const usual = median(measured.map((line) => line.size));
  const runs = measured.flatMap(({ line, size, baseline }) => {
    // Measured sizes vary a little from line to line; only a marked difference is another size.
    const settled = Math.abs(size - usual) < 0.12 * usual ? usual : size;
    return line.words.map((word) => toRun(word, settled, baseline, lean, image));
  });
  const confidences = new Map(
    result.lines.flatMap((line) => line.words.map((word) => [word.text, word.confidence])),
  );
  const rows = rowsOf(runs, PLAIN_FONTS);
  const rules = drawn.map((rule) => toRule(rule, slope, lean, image));
  return linesOf(rows, mayHoldTable(rows) ? gridsOf(rules) : [])
    .map((line) =>
      isNoise(line, (word) => confidences.get(word) ?? 1) ? { ...line, role: 'noise' as const } : line,
    )
    .map((line) => withBoxes(line, (box) => leanBack(tilt(unshear(box, lean, image), slope, image), image)));
}

/** Back to where a box stood before all was moved aside by its height on the picture. */
function unshear(box: Box, lean: number, { top, scale }: PageImage): Box {
  const across = lean * (((box[1] + box[3]) / 2 - top) / scale[1]) * scale[0];
  return across === 0 ? box : [box[0] - across, box[1], box[2] - across, box[3]];
}

/** Back to where it stood before all was moved up or down by its distance from the picture's left edge. */
function tilt(box: Box, slope: number, { left, scale }: PageImage): Box {
  const down = slope * (((box[0] + box[2]) / 2 - left) / scale[0]) * scale[1];
  return down === 0 ? box : [box[0], box[1] + down, box[2], box[3] + down];
}

/** From the picture that was turned level back to where the words stand on the page. */
function leanBack(box: Box, { slant, grey, left, top, scale }: PageImage): Box {
  if (slant === 0) return box;
  const [middleX, middleY] = [left + (grey.width * scale[0]) / 2, top + (grey.height * scale[1]) / 2];
  const [x, y] = [(box[0] + box[2]) / 2 - middleX, (box[1] + box[3]) / 2 - middleY];
  const across = x * Math.cos(slant) - y * Math.sin(slant) - x;
  const down = x * Math.sin(slant) + y * Math.cos(slant) - y;
  return [box[0] + across, box[1] + down, box[2] + across, box[3] + down];
}

interface Measured {
  readonly line: OcrLine;
  readonly size: number;
  /** Where the line's baseline would meet the picture's left edge, were it level. */
  readonly baseline: number;
}

/** Letters' heights over the baseline and depths below it, in font sizes, as common typefaces have them. */
const TALL = 0.72;
const SMALL = 0.53;
const DEEP = 0.21;
const HAS_TALL = /[\p{Lu}\p{N}bdfhijklt!?()[\]{}/|§&åäö]/u;
const HAS_DEEP = /[gjpqyç,;()[\]{}|]/u;

/** Font size and baseline of a line, from how high its words are and which letters they have. */
function measure(line: OcrLine, slope: number): Measured {
  const words = line.words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word.text));
  const judged = words.length > 0 ? words : line.words;
  const sizes = judged.map((word) => {
    const height = word.box[3] - word.box[1] - Math.abs(slope) * (word.box[2] - word.box[0]);
    return height / ((HAS_TALL.test(word.text) ? TALL : SMALL) + (HAS_DEEP.test(word.text) ? DEEP : 0));
  });
  const size = median(sizes);
  const baselines = judged.map((word) => level(word, slope) - (HAS_DEEP.test(word.text) ? DEEP * size : 0));
  return { line, size, baseline: median(baselines) };
}

function level(word: OcrWord, slope: number): number {
  const middle = (word.box[0] + word.box[2]) / 2;
  return word.box[3] - (Math.abs(slope) * (word.box[2] - word.box[0])) / 2 - slope * middle;
}

function toRun(word: OcrWord, size: number, baseline: number, lean: number, image: PageImage): TextRun {
  const [across, down] = image.scale;
  const aside = (lean * (word.box[1] + word.box[3])) / 2;
  return {
    text: word.text,
    left: image.left + (word.box[0] + aside) * across,
    right: image.left + (word.box[2] + aside) * across,
    baseline: image.top + baseline * down,
    size: size * down,
    font: '',
  };
}

/** How much lines fall per pixel to the right: the usual slope of the long ones. */
function slopeOf(lines: readonly OcrLine[]): number {
  const slopes = lines.flatMap((line) => {
    const [first, last] = [line.words[0], line.words.at(-1)];
    if (first === undefined || last === undefined || line.words.length < 5) return [];
    const run = (last.box[0] + last.box[2] - first.box[0] - first.box[2]) / 2;
    const rise = foot(last) - foot(first);
    return run > 0 ? [rise / run] : [];
  });
  return slopes.length < 3 ? 0 : median(slopes);
}

function foot(word: OcrWord): number {
  const height = word.box[3] - word.box[1];
  return word.box[3] - (HAS_DEEP.test(word.text) ? (DEEP / (TALL + DEEP)) * height : 0);
}
