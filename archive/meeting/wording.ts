/**
 * Whether two texts say the same in the same words. Spaces, hyphens, line ends
 * and case do not count, as they differ with the layout; one letter in a hundred
 * may differ, as OCR gets letters wrong; figures must be the same, since one
 * digit is another sum.
 */
export function sameWording(a: string, b: string): boolean {
  if (figuresOf(a) !== figuresOf(b)) return false;
  const left = squeezed(a);
  const right = squeezed(b);
  return isWithin(left, right, Math.round(Math.max(left.length, right.length) / LETTERS_PER_ERROR));
}

const LETTERS_PER_ERROR = 100;

function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function figuresOf(text: string): string {
  return text.match(/\d+(?:[.,]\d+)*/g)?.join(' ') ?? '';
}

/** Edit distance at most `limit`; only the cells near the diagonal can matter (Ukkonen 1985). */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  const far = limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(b.length + 1).fill(far);
    next[0] = Math.min(i, far);
    const last = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= last; j += 1) {
      const replaced = (row[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, (row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, far);
    }
    row = next;
  }
  return (row[b.length] ?? far) <= limit;
}
