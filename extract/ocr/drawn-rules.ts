import { type GreyImage, usualShade } from './grey.ts';

/** A straight line on a picture, in its pixels, from its left or upper end to the other; it may lean a little. */
export interface DrawnRule {
  readonly level: boolean;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Of its ink across, as most of it is. */
  readonly thickness: number;
}

/** In points: what is thicker is a bar, what is shorter may be a letter's stroke or a dash. */
const THICKEST = 2;
const SHORTEST = { level: 40, upright: 20 } as const;
/** In points: where another line crosses, a letter touches or ink is missing. Words stand further apart. */
const GAP = 2.5;
/** Serifs and the tops of small letters lie on a line too, but fill half of it. */
const FILLED = 0.85;
/** Lines fall or lean by this much to the pixel: more is set level before, or is a drawing's. */
const LEAN = 0.02;
/** Ink: darker than this part of the paper. Lines a pixel wide are pale; lines around a shaded field are darker than it. */
const DARK = [0.85, 0.7] as const;
/** Thin strokes along one direction; a page of small print has 80,000, and only pictures have more than these. */
const MOST_STROKES = 300_000;

/**
 * Finds the long straight lines of a picture, level and upright ones. Across them the
 * picture is looked at every point or two: where ink is as thin as a line's, the places
 * are followed from look to look. Letters have stems, which are not thin. A line may
 * be found twice, as a thin and as a black one.
 */
export function drawnRulesOf(image: GreyImage, dpi: number): DrawnRule[] {
  if (!(dpi > 0)) return [];
  const paper = usualShade(image.data);
  const along = (level: boolean): DrawnRule[] =>
    DARK.flatMap((share) => rulesAlong(image, dpi / 72, share * paper, level));
  const level = along(true);
  // Upright lines alone part nothing, and most pages have no lines.
  return level.length === 0 ? [] : [...level, ...along(false)];
}

/** Places where ink is thin, in the order of the looks: `look` counts them along the line, the others are pixels across it. */
interface Strokes {
  readonly look: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
}

function rulesAlong(image: GreyImage, point: number, limit: number, level: boolean): DrawnRule[] {
  const step = Math.max(1, Math.floor(level ? 2 * point : point));
  const thickest = Math.ceil(THICKEST * point) + 1;
  const strokes = level
    ? levelStrokes(image, step, limit, thickest)
    : uprightStrokes(image, step, limit, thickest);
  if (strokes === null) return [];
  const shortest = (level ? SHORTEST.level : SHORTEST.upright) * point;
  const across = level ? image.height : image.width;
  return follow(strokes, across, step, point)
    .filter((line) => line.length >= shortest)
    .map(({ first, last, start, end, thickness }): DrawnRule => {
      const [a, b] = [first * step, last * step];
      return level
        ? { level, from: [a, start], to: [b, end], thickness }
        : { level, from: [start, a], to: [end, b], thickness };
    });
}

/** Row by row, as the picture lies in memory; strokes come sorted by row and are put into the order of the looks. */
function levelStrokes(image: GreyImage, step: number, limit: number, thickest: number): Strokes | null {
  const { width, height, data } = image;
  const looks = Math.ceil(width / step);
  const since = new Int32Array(looks).fill(-1);
  const found = new StrokeList();
  const counts = new Int32Array(looks + 1);
  for (let y = 1; y < height; y++) {
    for (let look = 0, at = y * width; look < looks; look++, at += step) {
      const isDark = (data[at] ?? 255) < limit;
      const start = since[look] ?? -1;
      if (isDark) {
        if (start < 0) since[look] = y;
      } else if (start >= 0) {
        since[look] = -1;
        if (y - start > thickest) continue;
        if (!found.add(look, start, y)) return null;
        counts[look + 1] = (counts[look + 1] ?? 0) + 1;
      }
    }
  }
  for (let look = 0; look < looks; look++) counts[look + 1] = (counts[look + 1] ?? 0) + (counts[look] ?? 0);
  return found.sorted(counts);
}

function uprightStrokes(image: GreyImage, step: number, limit: number, thickest: number): Strokes | null {
  const { width, height, data } = image;
  const found = new StrokeList();
  for (let look = 0; look * step < height; look++) {
    const row = look * step * width;
    let start = -1;
    for (let x = 1; x < width; x++) {
      if ((data[row + x] ?? 255) < limit) {
        if (start < 0) start = x;
      } else if (start >= 0) {
        if (x - start <= thickest && !found.add(look, start, x)) return null;
        start = -1;
      }
    }
  }
  return found.strokes();
}

/** Grows without an object for each. */
class StrokeList {
  #look = new Int32Array(1 << 14);
  #from = new Int32Array(1 << 14);
  #to = new Int32Array(1 << 14);
  #count = 0;

  /** False where there are too many. */
  add(look: number, from: number, to: number): boolean {
    if (this.#count === MOST_STROKES) return false;
    if (this.#count === this.#look.length) {
      [this.#look, this.#from, this.#to] = [twice(this.#look), twice(this.#from), twice(this.#to)];
    }
    this.#look[this.#count] = look;
    this.#from[this.#count] = from;
    this.#to[this.#count] = to;
    this.#count += 1;
    return true;
  }

  strokes(): Strokes {
    return { look: this.#look, from: this.#from, to: this.#to, count: this.#count };
  }

  /** By look; `places` says where each look's strokes begin, and is used up. */
  sorted(places: Int32Array): Strokes {
    const count = this.#count;
    const [look, from, to] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    for (let index = 0; index < count; index++) {
      const its = this.#look[index] ?? 0;
      const place = places[its] ?? 0;
      places[its] = place + 1;
      look[place] = its;
      from[place] = this.#from[index] ?? 0;
      to[place] = this.#to[index] ?? 0;
    }
    return { look, from, to, count };
  }
}

function twice(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
}

interface Followed {
  /** Looks. */
  readonly first: number;
  readonly last: number;
  /** Pixels across, at both ends. */
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly thickness: number;
}

/** Ties each stroke to the one before it on nearly the same place, and keeps what makes a full, straight line. */
function follow({ look, from, to, count }: Strokes, across: number, step: number, point: number): Followed[] {
  const gap = Math.max(2, Math.ceil((GAP * point) / step));
  const drift = Math.max(1, Math.round(0.3 * point));
  const before = new Int32Array(count).fill(-1);
  const size = new Int32Array(count).fill(1);
  const goesOn = new Uint8Array(count);
  const latest = new Int32Array(across + 1).fill(-1);
  for (let index = 0; index < count; index++) {
    const middle = ((from[index] ?? 0) + (to[index] ?? 0)) >> 1;
    let best = -1;
    for (let off = 0; off <= drift && best < 0; off++) {
      for (const place of off === 0 ? [middle] : [middle - off, middle + off]) {
        const other = latest[place] ?? -1;
        if (other < 0 || goesOn[other] === 1) continue;
        const apart = (look[index] ?? 0) - (look[other] ?? 0);
        if (apart > 0 && apart <= gap) best = other;
      }
    }
    if (best >= 0) {
      before[index] = best;
      size[index] = (size[best] ?? 0) + 1;
      goesOn[best] = 1;
    }
    latest[middle] = index;
  }
  const found: Followed[] = [];
  const few = (SHORTEST.upright * point * FILLED) / step;
  for (let index = 0; index < count; index++) {
    if (goesOn[index] === 1 || (size[index] ?? 0) < few) continue;
    const line = lineEndingAt(index, { look, from, to, count }, before, step);
    if (line !== null) found.push(line);
  }
  return found;
}

function lineEndingAt(
  end: number,
  { look, from, to }: Strokes,
  before: Int32Array,
  step: number,
): Followed | null {
  const looks: number[] = [];
  const middles: number[] = [];
  const widths: number[] = [];
  for (let at = end; at >= 0; at = before[at] ?? -1) {
    looks.push(look[at] ?? 0);
    middles.push(((from[at] ?? 0) + (to[at] ?? 0)) / 2);
    widths.push((to[at] ?? 0) - (from[at] ?? 0));
  }
  const [last = 0, first = 0] = [looks[0], looks.at(-1)];
  if (looks.length < FILLED * (last - first + 1)) return null;
  const { slope, base } = straight(looks, middles);
  const thickness = widths.sort((a, b) => a - b)[widths.length >> 1] ?? 1;
  const off = (index: number): number => Math.abs((middles[index] ?? 0) - base - slope * (looks[index] ?? 0));
  const strays = looks.filter((_, index) => off(index) > 1 + thickness / 2).length;
  if (Math.abs(slope) > LEAN * step || strays > (1 - FILLED) * looks.length) return null;
  return {
    first,
    last,
    start: base + slope * first,
    end: base + slope * last,
    length: (last - first + 1) * step,
    thickness,
  };
}

/** The line of least squares through places. */
function straight(xs: readonly number[], ys: readonly number[]): { slope: number; base: number } {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x0, y0] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
  const slope = xs.reduce((sum, x, index) => sum + (x - x0) * ((ys[index] ?? y0) - y0), 0) / (spread || 1);
  return { slope, base: y0 - slope * x0 };
}
