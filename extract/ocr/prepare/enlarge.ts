import type { GreyImage } from '../grey.ts';

/** The picture at twice its size, between pixels by straight lines. */
export function enlarge({ width, height, data }: GreyImage): GreyImage {
  const [wide, high] = [2 * width, 2 * height];
  const large = new Uint8Array(wide * high);
  for (let y = 0, at = 0; y < high; y++) {
    // Middles of pixels lie a quarter of a pixel to either side of the old ones.
    const near = (y >> 1) * width;
    const far = Math.max(0, Math.min(height - 1, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * width;
    for (let x = 0; x < wide; x++, at++) {
      const column = x >> 1;
      const beside = Math.max(0, Math.min(width - 1, column + (x % 2 === 0 ? -1 : 1)));
      const here = 3 * (data[near + column] ?? 255) + (data[near + beside] ?? 255);
      const there = 3 * (data[far + column] ?? 255) + (data[far + beside] ?? 255);
      large[at] = (3 * here + there + 8) >> 4;
    }
  }
  return { width: wide, height: high, data: large };
}
