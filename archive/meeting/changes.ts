import type { MeetingChange } from '../../core/archive-store.ts';
import type { Item } from '../../core/document.ts';
import { sameWording } from './wording.ts';

/** One item as agenda or minutes have it, under the id that both share. */
export interface PlacedItem {
  readonly id: string;
  readonly item: Item;
}

/**
 * What became different between agenda and minutes, in the minutes' order.
 * `moved` are the fewest items that account for the new order; the others have
 * kept their order, and where they carry another number they were renumbered.
 */
export function changesBetween(
  agenda: readonly PlacedItem[],
  minutes: readonly PlacedItem[],
): MeetingChange[] {
  const before = new Map(agenda.map((placed, at) => [placed.id, { item: placed.item, at }]));
  const after = new Set(minutes.map(({ id }) => id));
  const common = minutes.flatMap(({ id }) => before.get(id)?.at ?? []);
  const inOrder = longestRise(common);
  // Where not one number is the same, the two count in different ways (7 here, 4.1 there).
  const sameCount = minutes.some(({ id, item }) => before.get(id)?.item.number === item.number);
  const changes = minutes.flatMap(({ id, item }): MeetingChange[] => {
    const earlier = before.get(id);
    if (!earlier) return [{ kind: 'added', item: id, to: item.number }];
    const place = placeChange(id, earlier.item.number, item.number, {
      inOrder: inOrder.has(earlier.at),
      sameCount,
    });
    // One paper may name what the other hides behind "Lukket punkt".
    if (item.closed || earlier.item.closed) return place;
    return [
      ...place,
      ...titleChange(id, earlier.item.title, item.title),
      ...recommendationChange(id, earlier.item, item),
    ];
  });
  const dropped = agenda
    .filter(({ id }) => !after.has(id))
    .map(({ id, item }): MeetingChange => ({ kind: 'dropped', item: id, from: item.number }));
  return [...changes, ...dropped];
}

function placeChange(
  item: string,
  from: string | null,
  to: string | null,
  { inOrder, sameCount }: { inOrder: boolean; sameCount: boolean },
): MeetingChange[] {
  if (!inOrder) return [{ kind: 'moved', item, from, to }];
  const isOther = sameCount && from !== null && to !== null && from !== to;
  return isOther ? [{ kind: 'renumbered', item, from, to }] : [];
}

function titleChange(item: string, from: string, to: string): MeetingChange[] {
  return sameWording(from, to) ? [] : [{ kind: 'retitled', item, from, to }];
}

/** Minutes that leave the recommendation out have not changed it. */
function recommendationChange(item: string, agenda: Item, minutes: Item): MeetingChange[] {
  const from = recommendationOf(agenda);
  const to = recommendationOf(minutes);
  if (from === null || to === null || sameWording(from, to)) return [];
  return [{ kind: 'recommendation', item, from, to }];
}

function recommendationOf(item: Item): string | null {
  const section = item.sections.find(({ heading }) => /^(?:indstilling|anbefaling)/iu.test(heading.trim()));
  return section && section.text.trim() !== '' ? section.text.trim() : null;
}

/** The members of a longest rising run (patience sorting): what kept its order. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | null>();
  for (const value of values) {
    const at = tails.findIndex((tail) => tail >= value);
    const length = at === -1 ? tails.length : at;
    previous.set(value, length === 0 ? null : (tails[length - 1] ?? null));
    tails[length] = value;
  }
  const run = new Set<number>();
  for (let value = tails.at(-1) ?? null; value !== null; value = previous.get(value) ?? null) run.add(value);
  return run;
}
