import { z } from 'zod';
import type { Item } from '../core/document.ts';
import { likeness } from './likeness.ts';

/** What a meeting's documents let one expect, and what is not there. Kept with the meeting as JSON. */
export const Missing = z.object({
  minutes: z.boolean(),
  agenda: z.boolean(),
  appendices: z.array(z.object({ item: z.string(), number: z.number(), title: z.string() })),
});
export type Missing = z.infer<typeof Missing>;

export interface ExpectingItem {
  /** Public id. */
  readonly id: string;
  readonly owner: string;
  readonly item: Item;
}

export interface ReceivedAttachment {
  readonly owner: string;
  readonly item: string | null;
  readonly number: number | null;
  readonly title: string;
}

/**
 * The appendices that items list and that were not received. One is received
 * where its item's number and its own fit, or where its title does: bundles
 * count by item, loose files often say no more than their title.
 */
export function missingAppendices(
  items: readonly ExpectingItem[],
  received: readonly ReceivedAttachment[],
): Missing['appendices'] {
  const missing = items.flatMap(({ id, owner, item }) =>
    item.attachments
      .filter(({ number, title }) => {
        const own = received.filter((each) => each.owner === owner && each.item === item.number);
        return !own.some((each) => each.number === number) && !received.some((each) => isTitled(each, title));
      })
      .map(({ number, title }) => ({ item: id, number, title })),
  );
  // Agenda and minutes list the same appendices: told once.
  const seen = new Set<string>();
  return missing.filter(({ item, number }) => {
    const key = `${item} ${number}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isTitled(received: ReceivedAttachment, title: string): boolean {
  return likeness(received.title, title) >= SAME_TITLE;
}

const SAME_TITLE = 0.8;
