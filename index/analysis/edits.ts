/**
 * The least number of letters to change, add, drop or swap with their
 * neighbour to turn one word into another (optimal string alignment distance),
 * or `atMost + 1` where it is more than that.
 */
export function edits(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > atMost) return atMost + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, atMost + 1);
}

/** How many edits a typed word is forgiven; numbers none. */
export function forgivenEdits(folded: string): number {
  if (/\d/.test(folded) || folded.length < 5) return 0;
  return folded.length < 9 ? 1 : 2;
}
