/**
 * Alignment of two sequences with the fewest changes (Levenshtein 1966), kept
 * to a band around the diagonal that is widened until the answer is proved
 * (Ukkonen 1985): time and memory grow with length times distance, so pages that were
 * read nearly right cost next to nothing.
 */

type Step =
  | { readonly kind: 'same' | 'changed'; readonly from: number; readonly to: number }
  | { readonly kind: 'lost'; readonly from: number }
  | { readonly kind: 'added'; readonly to: number };

export interface Alignment {
  /** Elements changed, lost and added. */
  readonly distance: number;
  /** From left to right; `from` counts in the first sequence, `to` in the second. */
  readonly steps: readonly Step[];
}

const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
const FAR = 0x3fffffff;

export function align<T>(from: ArrayLike<T>, to: ArrayLike<T>): Alignment {
  const { prefix, fromEnd, toEnd } = commonEnds(from, to);
  const rows = fromEnd - prefix;
  const columns = toEnd - prefix;
  const steps: Step[] = [];
  for (let i = 0; i < prefix; i += 1) steps.push({ kind: 'same', from: i, to: i });
  const { distance, directions, band } = fill(from, to, prefix, rows, columns, true);
  steps.push(...trace(from, to, prefix, rows, columns, directions, band));
  for (let i = fromEnd, j = toEnd; i < from.length; i += 1, j += 1) {
    steps.push({ kind: 'same', from: i, to: j });
  }
  return { distance, steps };
}

/** The distance alone, without the memory that the steps take. */
export function editDistance<T>(from: ArrayLike<T>, to: ArrayLike<T>): number {
  const { prefix, fromEnd, toEnd } = commonEnds(from, to);
  return fill(from, to, prefix, fromEnd - prefix, toEnd - prefix, false).distance;
}

function commonEnds<T>(from: ArrayLike<T>, to: ArrayLike<T>) {
  let prefix = 0;
  while (prefix < from.length && prefix < to.length && from[prefix] === to[prefix]) prefix += 1;
  let fromEnd = from.length;
  let toEnd = to.length;
  while (fromEnd > prefix && toEnd > prefix && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1;
    toEnd -= 1;
  }
  return { prefix, fromEnd, toEnd };
}

/** Widens the band until the distance found fits in it: no cheaper path can leave the band then. */
function fill<T>(
  from: ArrayLike<T>,
  to: ArrayLike<T>,
  offset: number,
  rows: number,
  columns: number,
  keep: boolean,
) {
  const widest = Math.max(rows, columns);
  let band = Math.max(Math.abs(rows - columns), 16);
  for (;;) {
    const { distance, directions } = fillBand(from, to, offset, rows, columns, band, keep);
    if (distance <= band || band >= widest) return { distance, directions, band };
    band = Math.min(widest, band * 2);
  }
}

function fillBand<T>(
  from: ArrayLike<T>,
  to: ArrayLike<T>,
  offset: number,
  rows: number,
  columns: number,
  band: number,
  keep: boolean,
) {
  const width = 2 * band + 1;
  const directions = new Uint8Array(keep ? (rows + 1) * width : 0);
  let above = new Int32Array(width + 1).fill(FAR);
  let here = new Int32Array(width + 1).fill(FAR);
  // Column j of row i lies at j - i + band, so the cell above-left has the same place.
  for (let i = 0; i <= rows; i += 1) {
    here.fill(FAR);
    const last = Math.min(columns, i + band);
    for (let j = Math.max(0, i - band); j <= last; j += 1) {
      const place = j - i + band;
      if (i === 0 && j === 0) {
        here[place] = 0;
        continue;
      }
      let best = FAR;
      let direction = 0;
      if (i > 0 && j > 0) {
        const same = from[offset + i - 1] === to[offset + j - 1];
        best = (above[place] ?? FAR) + (same ? 0 : 1);
        direction = DIAGONAL;
      }
      const lost = i > 0 ? (above[place + 1] ?? FAR) + 1 : FAR;
      if (lost < best) {
        best = lost;
        direction = UP;
      }
      const added = place > 0 ? (here[place - 1] ?? FAR) + 1 : FAR;
      if (added < best) {
        best = added;
        direction = LEFT;
      }
      here[place] = best;
      if (keep) directions[i * width + place] = direction;
    }
    [above, here] = [here, above];
  }
  return { distance: above[columns - rows + band] ?? FAR, directions };
}

function trace<T>(
  from: ArrayLike<T>,
  to: ArrayLike<T>,
  offset: number,
  rows: number,
  columns: number,
  directions: Uint8Array,
  band: number,
): Step[] {
  const width = 2 * band + 1;
  const steps: Step[] = [];
  let i = rows;
  let j = columns;
  while (i > 0 || j > 0) {
    const direction = directions[i * width + j - i + band];
    if (direction === DIAGONAL) {
      i -= 1;
      j -= 1;
      const same = from[offset + i] === to[offset + j];
      steps.push({ kind: same ? 'same' : 'changed', from: offset + i, to: offset + j });
    } else if (direction === UP) {
      i -= 1;
      steps.push({ kind: 'lost', from: offset + i });
    } else {
      j -= 1;
      steps.push({ kind: 'added', to: offset + j });
    }
  }
  return steps.reverse();
}
