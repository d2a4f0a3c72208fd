import type { Kysely } from 'kysely';
import type { AttachmentSummary } from '../../core/archive-store.ts';
import type { Item } from '../../core/document.ts';
import type { DocumentKind } from '../../core/vocabulary.ts';
import { withoutCopies } from '../copy/copies.ts';
import { type AttachmentSourceRow, selectAttachments } from '../document/attachments.ts';
import { isSameTitle } from '../meeting/missing.ts';
import type { Tables } from '../sql/schema.ts';

/** An item as one document has it. */
export interface OwnedItem {
  readonly owner: string;
  readonly kind: DocumentKind;
  readonly item: Item;
}

/**
 * The appendices received for each of some items, in the order of `groups`. They
 * go by the number that the agenda gave, since bundles are sent out with it, or
 * by the minutes' where the agenda gave none. Loose files that name no item go by
 * their title, if the item lists it.
 */
export async function appendicesOf(
  db: Kysely<Tables>,
  groups: readonly (readonly OwnedItem[])[],
): Promise<AttachmentSummary[][]> {
  const owners = [...new Set(groups.flat().map(({ owner }) => owner))];
  if (owners.length === 0) return [];
  const received = await selectAttachments(db)
    .where('attachment.owner', 'in', owners)
    .orderBy('attachment.number', (order) => order.asc().nullsLast())
    .orderBy('attachment.document')
    .orderBy('attachment.place')
    .execute();
  if (received.length === 0) return groups.map(() => []);
  const byOwner = Map.groupBy(received, (row) => row.owner);
  const found: AttachmentSummary[][] = [];
  for (const group of groups) found.push(await withoutCopies(db, ofItem(group, byOwner)));
  return found;
}

function ofItem(
  group: readonly OwnedItem[],
  byOwner: ReadonlyMap<string, readonly AttachmentSourceRow[]>,
): AttachmentSourceRow[] {
  const numbered = group.filter(({ item }) => item.number !== null);
  const agenda = numbered.filter(({ kind }) => kind === 'dagsorden');
  const asking = agenda.length > 0 ? agenda : numbered;
  const listed = group.flatMap(({ item }) => item.attachments.map(({ title }) => title));
  const owners = new Set(group.map(({ owner }) => owner));
  return [...owners]
    .flatMap((owner) => byOwner.get(owner) ?? [])
    .filter((row) =>
      row.item === null
        ? listed.some((title) => isSameTitle(title, row.title))
        : asking.some(({ owner, item }) => owner === row.owner && item.number === row.item),
    );
}
