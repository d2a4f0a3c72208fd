import type { Box } from '../../core/document.ts';
import type { LaidLine } from './lines.ts';

/** The line with each of its boxes elsewhere. */
export function withBoxes(line: LaidLine, move: (box: Box) => Box): LaidLine {
  return {
    ...line,
    box: line.box === null ? null : move(line.box),
    words: line.words.map((word) => ({ ...word, box: move(word.box) })),
    ...(line.cells === undefined
      ? {}
      : { cells: line.cells.map((cell) => ({ ...cell, box: move(cell.box) })) }),
  };
}

/** Less than this off a quarter turn, a box is moved and keeps its shape; a line askew is not a hand high. */
const ASKEW = Math.PI / 36;

/**
 * A box of text that was turned about the page's upper left corner to be level, back
 * where the text stands. `slant` is how it ran, in radians clockwise.
 */
export function leanBack(box: Box, slant: number): Box {
  if (slant === 0) return box;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const [left, top, right, bottom] = box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [middleX, middleY] = [x * cos - y * sin, x * sin + y * cos];
  const [wide, high] = [(right - left) / 2, (bottom - top) / 2];
  const quarters = Math.round(slant / (Math.PI / 2));
  const isAskew = Math.abs(slant - (quarters * Math.PI) / 2) < ASKEW;
  const [c, s] = isAskew ? (quarters % 2 === 0 ? [1, 0] : [0, 1]) : [Math.abs(cos), Math.abs(sin)];
  const [across, down] = [wide * c + high * s, wide * s + high * c];
  return [middleX - across, middleY - down, middleX + across, middleY + down];
}

/** Of a page whose text runs so: how often it must be turned by a quarter, clockwise, to be read. */
export function quartersToTurn(slant: number): 0 | 1 | 2 | 3 {
  const quarters = ((-Math.round(slant / (Math.PI / 2)) % 4) + 4) % 4;
  return quarters === 1 || quarters === 2 || quarters === 3 ? quarters : 0;
}
