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
  const taken = await agendaNumbers(db, owners);
  const byOwner = Map.groupBy(received, (row) => row.owner);
  const found: AttachmentSummary[][] = [];
  for (const group of groups) {
    const near = [...new Set(group.map(({ owner }) => owner))].flatMap((owner) => byOwner.get(owner) ?? []);
    const own = near.filter((row) => isAppendixOf(row, group, taken));
    found.push(await withoutCopies(db, own));
  }
  return found;
}

/** The numbers that current agendas give, each with its owner: an item of the minutes alone has no right to them. */
export async function agendaNumbers(
  db: Kysely<Tables>,
  owners: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('item')
    .select(['owner', 'number'])
    .where('owner', 'in', owners)
    .where('kind', '=', 'dagsorden')
    .where('current', '=', 1)
    .execute();
  return new Set(rows.map(({ owner, number }) => numberKey(owner, number)));
}

function numberKey(owner: string, number: string | null): string {
  return `${owner} ${number}`;
}

/**
 * Whether an appendix belongs to an item, given by all documents that tell of it.
 * @param taken what `agendaNumbers` says of the owners.
 */
export function isAppendixOf(
  row: Pick<AttachmentSourceRow, 'owner' | 'item' | 'title'>,
  group: readonly OwnedItem[],
  taken: ReadonlySet<string>,
): boolean {
  if (row.item === null) {
    const near = group.some(({ owner }) => owner === row.owner);
    return (
      near && group.some(({ item }) => item.attachments.some(({ title }) => isSameTitle(title, row.title)))
    );
  }
  const numbered = group.filter(({ item }) => item.number !== null);
  const agenda = numbered.filter(({ kind }) => kind === 'dagsorden');
  if (agenda.length === 0 && taken.has(numberKey(row.owner, row.item))) return false;
  const asking = agenda.length > 0 ? agenda : numbered;
  return asking.some(({ owner, item }) => owner === row.owner && item.number === row.item);
}
