import type { GreyImage } from '../grey.ts';

/** Paper is looked for in squares of this many pixels: wider than a letter's strokes at any usual resolution. */
const SQUARE = 48;
/** A shadow is wide; a dark bar or picture of fewer squares than this in either direction is print. */
const WIDE = 5;
/** Paper whose dim parts have at least this share of the light of its bright ones is lit well enough. */
const EVEN = 0.85;

/**
 * The picture with its paper made white and its ink black where the paper lies
 * in shadow; else the picture itself, as an engine copes with grey paper and pale
 * ink. What is divided by is the brightness of the paper around each point.
 */
export function evenLight(image: GreyImage): GreyImage {
  const paper = paperOf(image);
  const sorted = Float32Array.from(paper.shades).sort();
  const dimmest = sorted[Math.floor(0.1 * sorted.length)] ?? 255;
  const brightest = sorted[Math.floor(0.9 * sorted.length)] ?? 255;
  // A page that is dark all over is a photograph, or white print on a dark ground.
  if (dimmest > EVEN * brightest || brightest < 100) return image;
  const ink = darkest(image);
  const { width, height, data } = image;
  const even = new Uint8Array(data.length);
  const black = Math.min(0.7, ink / (brightest || 1));
  const stretch = 255 / (1 - black);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const share = (data[at] ?? 255) / paper.at(x, y);
      even[at] = Math.max(0, Math.min(255, (share - black) * stretch));
    }
  }
  return { width, height, data: even };
}

interface Paper {
  readonly shades: Float32Array;
  readonly at: (x: number, y: number) => number;
}

/** The bright end of each square, closed (greatest, then least of the neighbours) over what is print. */
function paperOf({ width, height, data }: GreyImage): Paper {
  const [wide, high] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const shades = new Float32Array(wide * high);
  const counts = new Uint32Array(256);
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      counts.fill(0);
      let pixels = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 2) {
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 2) {
          const shade = data[y * width + x] ?? 255;
          counts[shade] = (counts[shade] ?? 0) + 1;
          pixels += 1;
        }
      }
      shades[row * wide + column] = Math.max(1, atShare(counts, pixels, 0.75));
    }
  }
  const paper = closed(shades, wide, high);
  const at = (x: number, y: number): number => {
    const across = Math.max(0, Math.min(wide - 1.001, x / SQUARE - 0.5));
    const down = Math.max(0, Math.min(high - 1.001, y / SQUARE - 0.5));
    const [left, top] = [Math.floor(across), Math.floor(down)];
    const [dx, dy] = [across - left, down - top];
    const corner = top * wide + left;
    const value = (index: number): number => paper[Math.min(paper.length - 1, index)] ?? 255;
    return (
      (value(corner) * (1 - dx) + value(corner + 1) * dx) * (1 - dy) +
      (value(corner + wide) * (1 - dx) + value(corner + wide + 1) * dx) * dy
    );
  };
  return { shades: paper, at };
}

/** Closes what is narrower than `WIDE`. Beyond the edges the grid goes on as it ends: a shadow falls in from there. */
function closed(shades: Float32Array, wide: number, high: number): Float32Array {
  const reach = WIDE >> 1;
  const shade = (column: number, row: number): number => {
    const [x, y] = [Math.max(0, Math.min(wide - 1, column)), Math.max(0, Math.min(high - 1, row))];
    return shades[y * wide + x] ?? 255;
  };
  const around = (column: number, row: number, of: (x: number, y: number) => number): number[] => {
    const found: number[] = [];
    for (let y = row - reach; y <= row + reach; y++) {
      for (let x = column - reach; x <= column + reach; x++) found.push(of(x, y));
    }
    return found;
  };
  const across = wide + 2 * reach;
  const greatest = Float32Array.from({ length: across * (high + 2 * reach) }, (_, index) =>
    Math.max(...around((index % across) - reach, Math.floor(index / across) - reach, shade)),
  );
  return shades.map((_, index) =>
    Math.min(
      ...around(
        index % wide,
        Math.floor(index / wide),
        (x, y) => greatest[(y + reach) * across + x + reach] ?? 255,
      ),
    ),
  );
}

/** How dark the darkest pixel in a hundred is. */
function darkest({ data }: GreyImage): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 3) counts[data[at] ?? 255] = (counts[data[at] ?? 255] ?? 0) + 1;
  return atShare(counts, Math.ceil(data.length / 3), 0.01);
}

/** The value below which that share of what was counted lies. */
function atShare(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] ?? 0;
    if (seen >= share * total) return value;
  }
  return counts.length - 1;
}
