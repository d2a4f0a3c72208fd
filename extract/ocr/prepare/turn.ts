import type { Box } from '../../../core/document.ts';
import type { Quarters } from '../../../core/ocr-engine.ts';
import type { GreyImage } from '../grey.ts';

/** The picture turned clockwise by quarters. */
export function turnPicture(image: GreyImage, quarters: Quarters): GreyImage {
  if (quarters === 0) return image;
  const { width, height, data } = image;
  const [wide, high] = quarters === 2 ? [width, height] : [height, width];
  const turned = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++, at++) {
      const from =
        quarters === 1
          ? (height - 1 - x) * width + y
          : quarters === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : x * width + (width - 1 - y);
      turned[at] = data[from] ?? 255;
    }
  }
  return { width: wide, height: high, data: turned };
}

/** The picture turned about its middle so that lines that fell by `slant` radians lie level; corners turn white. */
export function levelPicture({ width, height, data }: GreyImage, slant: number): GreyImage {
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const level = new Uint8Array(data.length).fill(255);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin;
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [across, down] = [fromX - left, fromY - top];
      const corner = top * width + left;
      const above = (data[corner] ?? 0) * (1 - across) + (data[corner + 1] ?? 0) * across;
      const below = (data[corner + width] ?? 0) * (1 - across) + (data[corner + width + 1] ?? 0) * across;
      level[at] = above * (1 - down) + below * down + 0.5;
    }
  }
  return { width, height, data: level };
}

/** A box on a page of that size, after the page was turned clockwise by quarters. */
export function turnBox(box: Box, quarters: Quarters, width: number, height: number): Box {
  const [left, top, right, bottom] = box;
  if (quarters === 1) return [height - bottom, left, height - top, right];
  if (quarters === 2) return [width - right, height - bottom, width - left, height - top];
  if (quarters === 3) return [top, width - right, bottom, width - left];
  return box;
}
