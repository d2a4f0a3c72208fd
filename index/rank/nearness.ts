import type { Place } from './locate.ts';

/** Characters that one Danish word takes, with its space. */
const WORD = 7;

/**
 * How near the things asked for stand to each other, 0 to 1: the shortest
 * stretch that holds most of them, against a stretch of these words alone.
 */
export function nearness(places: readonly Place[], asked: number): number {
  if (asked < 2 || places.length < 2) return 0;
  const ordered = [...places].sort((a, b) => a.start - b.start);
  const found = new Set(ordered.map((place) => place.slot)).size;
  if (found < 2) return 0;
  const within = new Map<number, number>();
  let shortest = Number.POSITIVE_INFINITY;
  let from = 0;
  for (const last of ordered) {
    within.set(last.slot, (within.get(last.slot) ?? 0) + 1);
    while (within.size === found) {
      const first = ordered[from];
      if (!first) break;
      shortest = Math.min(shortest, last.end - first.start);
      const left = (within.get(first.slot) ?? 1) - 1;
      if (left === 0) within.delete(first.slot);
      else within.set(first.slot, left);
      from++;
    }
  }
  return (found / asked) * Math.min(1, (found * WORD) / Math.max(WORD, shortest));
}
