import type { Box } from '../../core/document.ts';
import type { OcrLine, OcrWord } from '../../core/ocr-engine.ts';
import { median } from '../layout/piece.ts';
import type { Rule } from '../pdf/rules.ts';
import type { DrawnRule } from './drawn-rules.ts';
import type { PageImage } from './page-image.ts';

/** Lines shorter than this, in points, tell a page's slope worse than its text does. */
const TELLING = 150;

/** How much level lines fall per pixel to the right; null where none is long. */
export function slopeOfRules(rules: readonly DrawnRule[], dpi: number): number | null {
  const long = rules.filter(({ level, from, to }) => level && to[0] - from[0] >= (TELLING / 72) * dpi);
  return long.length === 0 ? null : median(long.map(({ from, to }) => (to[1] - from[1]) / (to[0] - from[0])));
}

/** Where a line of the picture lies on the page, among words that were set level by the same slope. */
export function toRule(
  { level, from, to }: DrawnRule,
  slope: number,
  lean: number,
  { left, top, scale }: PageImage,
): Rule {
  const across = ([x, y]: DrawnRule['from']): number => left + (x + lean * y) * scale[0];
  const down = ([x, y]: DrawnRule['from']): number => top + (y - slope * x) * scale[1];
  return level
    ? { level, at: (down(from) + down(to)) / 2, from: across(from), to: across(to) }
    : { level, at: (across(from) + across(to)) / 2, from: down(from), to: down(to) };
}

/** What upright and level lines are read as. */
const BARS = /^(?:[|¦[\]]+|[lI1!])$/u;
const DASHES = /^[—–_-]+$/u;
/** In points: such a word is hardly thicker than a line, and lies on it; where a bar stands between words is guessed. */
const THIN = 8;
const ON = 0.7;
const GUESSED = 4;

/** Without the bars and dashes that are drawn lines, read as print: they stand on the edge of a cell, in none. */
export function withoutReadRules(
  lines: readonly OcrLine[],
  rules: readonly DrawnRule[],
  dpi: number,
): OcrLine[] {
  const point = dpi / 72;
  const isRule = ({ text, box }: OcrWord): boolean =>
    (BARS.test(text) || DASHES.test(text)) &&
    rules.some((rule) => {
      if (!(rule.level ? DASHES : BARS).test(text)) return false;
      return isThinOn(box, rule, THIN * point, (/^[|¦]/u.test(text) ? GUESSED : ON) * point);
    });
  return lines.flatMap((line) => {
    const words = line.words.filter((word) => !isRule(word));
    return words.length === 0 ? [] : [words.length === line.words.length ? line : { ...line, words }];
  });
}

/** Whether a box is thin across the line, and the line runs through it. */
function isThinOn(box: Box, { level, from, to }: DrawnRule, thin: number, on: number): boolean {
  const [left, top, right, bottom] = box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (level) {
    const at = from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0] || 1);
    return bottom - top <= thin && x >= from[0] && x <= to[0] && at >= top - on && at <= bottom + on;
  }
  const at = from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1] || 1);
  return right - left <= thin && y >= from[1] && y <= to[1] && at >= left - on && at <= right + on;
}
