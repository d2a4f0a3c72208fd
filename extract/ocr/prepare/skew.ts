import type { GreyImage } from '../grey.ts';

/** Sheets lie askew under the lid by a degree or two; more than this is meant so. */
const MOST = 5;
/** Ink is looked for on a picture of about this width: lines of text stay apart, and a page takes milliseconds. */
const WIDTH = 800;
const DEGREE = Math.PI / 180;

/**
 * The slant of a picture's lines, in radians, positive where they fall to the
 * right; 0 where no direction stands out. Ink is projected along every direction
 * in question: along the lines' own, the profile is sharpest (Postl 1986,
 * differential square sum).
 */
export function slantOf(image: GreyImage): number {
  const ink = inkOf(image);
  if (ink.xs.length < 200) return 0;
  const sharpness = (degrees: number): number => sharpnessAt(ink, Math.tan(degrees * DEGREE));
  const coarse = best(range(-MOST, MOST, 0.5), sharpness);
  const fine = best(range(coarse - 0.4, coarse + 0.4, 0.1), sharpness);
  // A picture or a form without lines has no sharp profile in any direction.
  const level = sharpness(0);
  return Math.abs(fine) >= MOST || sharpness(fine) < 1.05 * level ? 0 : fine * DEGREE;
}

interface Ink {
  readonly xs: Int16Array;
  readonly ys: Int16Array;
  readonly width: number;
  readonly height: number;
}

/** Where the picture, made small, is darker than its surroundings' mean. */
function inkOf({ width, height, data }: GreyImage): Ink {
  const step = Math.max(1, Math.floor(width / WIDTH));
  const [wide, high] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8Array(wide * high);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++, at++) {
      let sum = 0;
      for (let dy = 0; dy < step; dy++) {
        const row = (y * step + dy) * width + x * step;
        for (let dx = 0; dx < step; dx++) sum += data[row + dx] ?? 255;
      }
      small[at] = sum / (step * step);
    }
  }
  const xs: number[] = [];
  const ys: number[] = [];
  const reach = 8;
  for (let y = 0; y < high; y++) {
    // A mean that moves along the row follows shadows and grey paper.
    let mean = small[y * wide] ?? 255;
    for (let x = 0; x < wide; x++) {
      const shade = small[y * wide + x] ?? 255;
      mean += (shade - mean) / reach / (shade < mean ? 4 : 1);
      if (shade < 0.78 * mean) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  return { xs: Int16Array.from(xs), ys: Int16Array.from(ys), width: wide, height: high };
}

function sharpnessAt({ xs, ys, width, height }: Ink, slope: number): number {
  const shift = Math.ceil(Math.abs(slope) * width);
  const profile = new Float64Array(height + 2 * shift + 2);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - slope * (xs[i] ?? 0)) + shift;
    profile[row] = (profile[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < profile.length; row++) {
    sum += ((profile[row] ?? 0) - (profile[row - 1] ?? 0)) ** 2;
  }
  return sum;
}

function best(candidates: readonly number[], score: (candidate: number) => number): number {
  const scored = candidates.map((candidate) => ({ candidate, score: score(candidate) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).candidate;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}
