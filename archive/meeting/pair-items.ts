import { likenessOf, triplesIn } from '../matter/likeness.ts';

export interface Titled {
  readonly number: string | null;
  readonly title: string;
}

/**
 * Which item of the agenda is which of the minutes: index in `minutes` for each
 * of `agenda`, null where it is not there. The same number under a like title is
 * certain; then like titles find each other wherever their numbers moved to;
 * what is left with the same number is a retitled item, unless the two titles
 * have next to nothing in common: then one was dropped and another added.
 */
export function pairItems(agenda: readonly Titled[], minutes: readonly Titled[]): (number | null)[] {
  const partner: (number | null)[] = agenda.map(() => null);
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    partner[from] = to;
    taken.add(to);
  };
  const triples = minutes.map((item) => triplesIn(item.title));
  const candidates = agenda
    .flatMap((item, from) => {
      const own = triplesIn(item.title);
      return minutes.map((other, to) => {
        const sameNumber = item.number !== null && item.number === other.number;
        const like = likenessOf(own, triples[to] ?? NONE);
        return { from, to, sameNumber, like, apart: Math.abs(from - to) };
      });
    })
    .sort((a, b) => b.like - a.like || a.apart - b.apart);
  const passes: ((candidate: (typeof candidates)[number]) => boolean)[] = [
    ({ sameNumber, like }) => sameNumber && like >= SAME_TITLE,
    ({ like }) => like >= MOVED_TITLE,
    ({ sameNumber, like }) => sameNumber && like >= RETITLED,
  ];
  for (const passing of passes) {
    for (const candidate of candidates) {
      if (partner[candidate.from] !== null || taken.has(candidate.to)) continue;
      if (passing(candidate)) pair(candidate.from, candidate.to);
    }
  }
  return partner;
}

const NONE: ReadonlySet<string> = new Set();
const SAME_TITLE = 0.5;
const MOVED_TITLE = 0.75;
const RETITLED = 0.15;
