import type { Box } from '../../core/document.ts';
import type { LaidLine } from '../layout/lines.ts';

/**
 * Lines of the text layer and lines read from the page's picture, each text once:
 * what the layer has is better than a reading of it, so only what stands where the
 * layer has nothing is added, at its place from top to bottom.
 */
export function mergeOcr(layer: readonly LaidLine[], read: readonly LaidLine[]): LaidLine[] {
  if (layer.length === 0) return [...read];
  const taken = layer.flatMap((line) => line.words.map((word) => word.box));
  const added = read.flatMap((line) => {
    const words = line.words.filter((word) => !taken.some((box) => overlap(word.box, box) > 0.4));
    return words.length === 0 ? [] : [words.length === line.words.length ? line : cutTo(line, words)];
  });
  const merged = [...layer];
  for (const line of added) merged.splice(placeFor(line, merged), 0, line);
  return merged;
}

/** Part of the first box that the second covers. */
function overlap(box: Box, other: Box): number {
  const wide = Math.min(box[2], other[2]) - Math.max(box[0], other[0]);
  const high = Math.min(box[3], other[3]) - Math.max(box[1], other[1]);
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  return wide <= 0 || high <= 0 || area <= 0 ? 0 : (wide * high) / area;
}

function cutTo(line: LaidLine, kept: LaidLine['words']): LaidLine {
  let text = '';
  const words = kept.map((word) => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += line.text.slice(word.start, word.end);
    return { start, end: text.length, box: word.box };
  });
  // Its cells, where it had any, were those of the whole line.
  return { ...line, text, words, cells: undefined };
}

/** After the last line that ends above it. */
function placeFor(line: LaidLine, lines: readonly LaidLine[]): number {
  const middle = line.box === null ? Number.POSITIVE_INFINITY : (line.box[1] + line.box[3]) / 2;
  const after = lines.findLastIndex(
    (other) => other.box !== null && (other.box[1] + other.box[3]) / 2 < middle,
  );
  return after + 1;
}
