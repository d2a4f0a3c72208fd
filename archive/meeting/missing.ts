import { z } from 'zod';
import type { Item, ListedAttachment } from '../../core/document.ts';
import { likeness } from '../matter/likeness.ts';

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
 * where the item's number, in agenda or minutes, and its own fit, or where its
 * title does: bundles count by item, loose files often say no more than their
 * title. What agenda and minutes both list is told once.
 */
export function missingAppendices(
  items: readonly ExpectingItem[],
  received: readonly ReceivedAttachment[],
): Missing['appendices'] {
  return [...Map.groupBy(items, ({ id }) => id)].flatMap(([id, readings]) => {
    const own = received.filter((each) =>
      readings.some(({ owner, item }) => each.owner === owner && each.item === item.number),
    );
    const listed = new Map(
      readings.flatMap(({ item }) =>
        item.attachments.filter(isDocument).map((entry) => [entry.number, entry.title]),
      ),
    );
    return [...listed]
      .filter(
        ([number, title]) =>
          !own.some((each) => each.number === number) &&
          !received.some((each) => isSameTitle(each.title, title)),
      )
      .map(([number, title]) => ({ item: id, number, title }));
  });
}

/**
 * Whether an entry stands for a paper that one can receive: it leads nowhere, to a
 * file, or to where publishers keep theirs. A link to a web page is reading matter.
 */
function isDocument({ link }: Pick<ListedAttachment, 'link'>): boolean {
  return link === undefined || FILE.test(link) || FILE_STORE.test(link);
}

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|zip|msg)(?:[?#]|$)/i;
/** "/media/…", "/bilag/12", "?documentId=7", "/download/…", "GetAttachment.ashx" */
const FILE_STORE =
  /[/?&=](?:media|bilag|download|getfile|files?|filer|get-?attachment|attachments?|document-?id|dokument-?id)\b/i;

/** Whether an appendix and its entry in a list go by one title, slips aside. */
export function isSameTitle(a: string, b: string): boolean {
  return likeness(a, b) >= SAME_TITLE;
}

const SAME_TITLE = 0.8;
