import { type GreyImage, usualShade } from '../grey.ts';

/** Specks up to this many points wide and high are dust: the full stop of a ten-point letter is a point. */
const SPECK_POINTS = 0.76;
/** Below this the dots of small letters are a pixel themselves. */
const FEW_DPI = 120;
/** Print: darker than this part of the paper. */
const DARK = 0.7;
/** A speck stands alone where the cells of this many points around it hold nothing else: no letter, no leader. */
const CELL_POINTS = 2.5;
/** So many specks that stand alone to a square inch, in so many of the page's fields, are dust, not print. */
const DENSE = 4;
const SPREAD = 0.6;
const FIELDS = [4, 6] as const;

interface Speck {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The picture without its dust, where dust lies all over it; else the picture itself.
 * Whether there is any is told by specks far from all print, which nobody writes; then
 * all that is as small goes, also between the letters. What is as large as a full stop,
 * a letter's dot or ring stays.
 */
export function removeDust(image: GreyImage, dpi: number): GreyImage {
  const side = Math.floor((SPECK_POINTS / 72) * dpi);
  if (!(dpi >= FEW_DPI)) return image;
  const paper = usualShade(image.data);
  const specks = specksIn(image, DARK * paper, side);
  if (!isDusty(specks, image, dpi, DARK * paper, side)) return image;
  const { width, height } = image;
  const data = Uint8Array.from(image.data);
  for (const { left, top, right, bottom } of specks) {
    // A scanner's lens leaves a rim around a speck.
    for (let y = Math.max(0, top - 1); y < Math.min(height, bottom + 1); y++)
      for (let x = Math.max(0, left - 1); x < Math.min(width, right + 1); x++)
        data[y * width + x] = Math.max(paper, data[y * width + x] ?? paper);
  }
  return { width, height, data };
}

/** What hangs together (also by corners), is dark, and no wider or higher than `side`. */
function specksIn({ width, height, data }: GreyImage, limit: number, side: number): Speck[] {
  const specks: Speck[] = [];
  const dark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] ?? 255) < limit;
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      // The first pixel of a speck, from above and from the left, has none before it.
      if ((data[at] ?? 255) >= limit || dark(x - 1, y)) continue;
      if (dark(x - 1, y - 1) || dark(x, y - 1) || dark(x + 1, y - 1)) continue;
      const speck = speckFrom(x, y, side, dark);
      if (speck !== null) specks.push(speck);
    }
  }
  return specks;
}

/** Follows what hangs together with a pixel; null as soon as it is too large, or began before it. */
function speckFrom(
  x0: number,
  y0: number,
  side: number,
  dark: (x: number, y: number) => boolean,
): Speck | null {
  let [left, right, bottom] = [x0, x0 + 1, y0 + 1];
  const found: (readonly [number, number])[] = [[x0, y0]];
  for (let next = 0; next < found.length; next++) {
    const [x, y] = found[next] ?? [x0, y0];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const [there, down] = [x + dx, y + dy];
        if (!dark(there, down) || found.some(([a, b]) => a === there && b === down)) continue;
        if (down < y0 || (down === y0 && there < x0)) return null;
        [left, right, bottom] = [
          Math.min(left, there),
          Math.max(right, there + 1),
          Math.max(bottom, down + 1),
        ];
        if (right - left > side || bottom - y0 > side) return null;
        found.push([there, down]);
      }
    }
  }
  return { left, top: y0, right, bottom };
}

/** Whether specks that stand alone are many, and lie all over the page. */
function isDusty(
  specks: readonly Speck[],
  { width, height, data }: GreyImage,
  dpi: number,
  limit: number,
  side: number,
): boolean {
  const enough = (DENSE * width * height) / dpi ** 2;
  if (specks.length < enough) return false;
  const cell = Math.max(2, Math.round((CELL_POINTS / 72) * dpi));
  const wide = Math.ceil(width / cell);
  const ink = new Uint16Array(wide * Math.ceil(height / cell));
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / cell) * wide;
    for (let x = 0; x < width; x++, at++) {
      if ((data[at] ?? 255) >= limit) continue;
      const index = row + Math.floor(x / cell);
      ink[index] = (ink[index] ?? 0) + 1;
    }
  }
  const around = ({ left, top }: Speck): number => {
    const [column, row] = [Math.floor(left / cell), Math.floor(top / cell)];
    let sum = 0;
    for (let y = row - 1; y <= row + 1; y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(wide - 1, column + 1); x++)
        sum += ink[y * wide + x] ?? 0;
    return sum;
  };
  const alone = specks.filter((speck) => around(speck) <= side * side);
  const fields = new Set(
    alone.map(({ left, top }) => {
      const [across, down] = FIELDS;
      return Math.floor((left / width) * across) + across * Math.floor((top / height) * down);
    }),
  );
  return alone.length >= enough && fields.size >= SPREAD * FIELDS[0] * FIELDS[1];
}
