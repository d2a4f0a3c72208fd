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

/** What may stand between two words of one name: "Køge Kommune", "S-tog", "Hansen,\nStella" no longer. */
const BETWEEN = /^[\s\-–/.]{1,3}$/;

/**
 * Of the pairs of words that were typed one after the other, the share that
 * stands so in the text, 0 to 1: "Stella Hansen" is a person, and a page with a
 * Stella and a Hansen on it may be about two others.
 * @param asked numbers of the slots that count, ascending.
 */
export function sideBySide(text: string, places: readonly Place[], asked: readonly number[]): number {
  const pairs = asked.filter((slot, at) => asked[at + 1] === slot + 1);
  if (pairs.length === 0 || places.length < 2) return 0;
  const ordered = [...places].sort((a, b) => a.start - b.start);
  const found = new Set<number>();
  for (const [at, place] of ordered.entries()) {
    if (!pairs.includes(place.slot) || found.has(place.slot)) continue;
    for (const next of ordered.slice(at + 1)) {
      if (next.start > place.end + 3) break;
      if (next.slot === place.slot + 1 && BETWEEN.test(text.slice(place.end, next.start)))
        found.add(place.slot);
    }
  }
  return found.size / pairs.length;
}
