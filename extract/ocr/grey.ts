/** A picture in shades of grey, one byte a pixel, row by row, 0 black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How pdf.js holds the pixels of an image (its ImageKind). */
const ONE_BIT = 1;
const RGB = 2;
const RGBA = 3;

interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Grey by the eye's weights of red, green and blue (ITU-R BT.601). Null where the pixels are not as many as said. */
export function toGrey({ width, height, kind, data }: RawImage): GreyImage | null {
  const grey = new Uint8Array(width * height);
  if (kind === ONE_BIT) {
    const rowBytes = (width + 7) >> 3;
    if (data.length < rowBytes * height) return null;
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const byte = data[y * rowBytes + (x >> 3)] ?? 0;
        grey[at] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
      }
    }
    return { width, height, data: grey };
  }
  const step = kind === RGB ? 3 : kind === RGBA ? 4 : 0;
  if (step === 0 || data.length < width * height * step) return null;
  for (let at = 0, from = 0; at < grey.length; at++, from += step) {
    const shade = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
    const alpha = step === 4 ? (data[from + 3] ?? 255) : 255;
    // What a soft mask lets through shows white paper.
    grey[at] = alpha === 255 ? shade : 255 - ((255 - shade) * alpha) / 255;
  }
  return { width, height, data: grey };
}

/** The picture as a binary PGM file (netpbm): what tesseract takes in with the least work on both sides. */
export function encodePgm({ width, height, data }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, data]);
}

/** The paper's shade, which is what most of a page shows; not every pixel needs to be asked. */
export function usualShade(data: Uint8Array, step = 7): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += step) counts[data[at] ?? 255] = (counts[data[at] ?? 255] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}
