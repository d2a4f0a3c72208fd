import type { GreyImage } from '../grey.ts';
import { atShare } from './light.ts';

/** Print that stands out from its paper by fewer shades than this is pale. */
const PALE = 110;

/**
 * The picture smoothed (weights 1 2 1 both ways) where its print is pale: there the
 * scanner's compression and grain are as strong as the edges of letters. Else the
 * picture itself.
 */
export function smoothPale(image: GreyImage): GreyImage {
  return contrastOf(image) < PALE ? smooth(image) : image;
}

/** Shades between the usual pixel, which is paper, and the darkest in five hundred. */
function contrastOf({ data }: GreyImage): number {
  const shades = new Uint32Array(256);
  let counted = 0;
  for (let at = 0; at < data.length; at += 3, counted++) {
    const shade = data[at] ?? 255;
    shades[shade] = (shades[shade] ?? 0) + 1;
  }
  return atShare(shades, counted, 0.5) - atShare(shades, counted, 0.002);
}

function smooth({ width, height, data }: GreyImage): GreyImage {
  const across = new Uint16Array(data.length);
  const both = new Uint8Array(data.length);
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const [left, right] = [x > 0 ? x - 1 : 0, x < last ? x + 1 : last];
      across[row + x] = (data[row + left] ?? 255) + 2 * (data[row + x] ?? 255) + (data[row + right] ?? 255);
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    for (let x = 0; x < width; x++) {
      const sum = (across[above + x] ?? 0) + 2 * (across[row + x] ?? 0) + (across[below + x] ?? 0);
      both[row + x] = (sum + 8) >> 4;
    }
  }
  return { width, height, data: both };
}
