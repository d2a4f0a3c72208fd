import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A straight line along one of the page's edges: `at` is its y where it is level, its x where it is upright. */
export interface Rule {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Of a bar that was filled; anything thicker is a shaded field. */
const THICKEST = 3;
const SHORTEST = 4;
/** Sides of a rectangle, however a program closes it; a filled drawing has any number. */
const MOST_SIDES = 8;
/** Numbers that a path's step is followed by, in pdf.js's own coding: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];
const STROKES = new Set<unknown>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<unknown>([OPS.fill, OPS.eoFill]);

/** The rules that one `constructPath` draws: lines that it strokes, and thin bars that it fills. */
export function rulesOf(args: readonly unknown[], matrix: readonly number[]): Rule[] {
  const [operator, paths] = args;
  const path: unknown = Array.isArray(paths) ? paths[0] : null;
  if (!(path instanceof Float32Array)) return [];
  if (STROKES.has(operator)) return segments(path, matrix).flatMap((segment) => toRule(segment));
  if (!FILLS.has(operator)) return [];
  return subpaths(segments(path, matrix)).flatMap(barOf);
}

/** From a point to a point, as shown on the page. */
type Segment = readonly [number, number, number, number];

function segments(
  path: Float32Array,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): Segment[] {
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const length = LENGTHS[step];
    if (length === undefined) break;
    const [px, py] = [path[at + length - 1] ?? 0, path[at + length] ?? 0];
    const [toX, toY] = step === 4 ? [startX, startY] : [a * px + c * py + e, b * px + d * py + f];
    if (step === 0) [startX, startY] = [toX, toY];
    else if (step === 1 || step === 4) out.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
    at += length + 1;
  }
  return out;
}

function toRule([x0, y0, x1, y1]: Segment): Rule[] {
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (high < 0.5 && wide >= SHORTEST)
    return [{ level: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (wide < 0.5 && high >= SHORTEST)
    return [{ level: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}

function subpaths(all: readonly Segment[]): Segment[][] {
  const out: Segment[][] = [];
  for (const segment of all) {
    const open = out.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && last[2] === segment[0] && last[3] === segment[1])
      open.push(segment);
    else out.push([segment]);
  }
  return out;
}

/** The middle of a thin filled rectangle. */
function barOf(sides: readonly Segment[]): Rule[] {
  if (sides.length > MOST_SIDES) return [];
  const xs = sides.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = sides.flatMap(([, y0, , y1]) => [y0, y1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left >= SHORTEST)
    return [{ level: true, at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= THICKEST && bottom - top >= SHORTEST)
    return [{ level: false, at: (left + right) / 2, from: top, to: bottom }];
  return [];
}
