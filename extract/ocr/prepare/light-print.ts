import { type GreyImage, usualShade } from '../grey.ts';

/** The bars and boxes that light print stands in show solid squares of this many points beside it and above. */
const SOLID_POINTS = 4.5;
/** Such a square is looked at in this many places across and down. */
const PLACES = 5;
/** Ground this much darker than the paper may have light print on it; the tint of a table's row is lighter. */
const DARK = 0.75;
/** The paper of a page that is dark all over: a photograph, or light print on a dark ground. */
const DARK_PAPER = 100;

/**
 * Whether a picture has ground dark enough and wide enough for light print to stand
 * on. An engine that need not look for such print reads doubtful lines once instead of
 * twice. Large letters, logos and shadows count as ground too: they only cost time.
 */
export function mayHoldLightPrint({ width, height, data }: GreyImage, dpi: number): boolean {
  const step = Math.max(1, Math.round((SOLID_POINTS / 72 / PLACES) * (dpi > 0 ? dpi : 150)));
  const paper = usualShade(data, step * step);
  if (paper < DARK_PAPER) return true;
  const limit = DARK * paper;
  // At each place, the size of the largest dark square that ends there; one row of places at a time.
  const sizes = new Uint8Array(Math.ceil(width / step) + 1);
  for (let y = 0; y < height; y += step) {
    let corner = 0;
    for (let x = 0, column = 1, at = y * width; x < width; x += step, column++, at += step) {
      const above = sizes[column] ?? 0;
      const isDark = (data[at] ?? 255) < limit;
      const size = isDark ? 1 + Math.min(sizes[column - 1] ?? 0, above, corner) : 0;
      if (size >= PLACES) return true;
      sizes[column] = size;
      corner = above;
    }
  }
  return false;
}
