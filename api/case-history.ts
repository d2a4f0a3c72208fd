import type { ArchiveRecords, HistoryLink, ItemRecord } from '../core/archive-store.ts';
import { KkrError } from '../core/errors.ts';

export interface CaseHistory {
  /** Items that carry the number, newest first. */
  readonly items: readonly ItemRecord[];
  /** Items that follow the same matter under another number or none, oldest first. */
  readonly related: readonly HistoryLink[];
  /** The number is that of a whole meeting and says nothing of any one matter. */
  readonly wholeMeeting: boolean;
}

/** So many items of one meeting under one number are the meeting, not a matter. */
const ITEMS_OF_ONE_MATTER = 3;

export async function findCase(archive: ArchiveRecords, caseNumber: string): Promise<CaseHistory> {
  const items = await archive.itemsOfCase(caseNumber);
  if (items.length === 0) throw new KkrError('not-found', `There is no item of case ${caseNumber}.`);
  const wholeMeeting = isWholeMeeting(items);
  return { items, wholeMeeting, related: wholeMeeting ? [] : await relatedItems(archive, items) };
}

function isWholeMeeting(items: readonly ItemRecord[]): boolean {
  const meetings = Map.groupBy(items, (item) => item.meetingId ?? item.source.sha256);
  return [...meetings.values()].some((ofOne) => ofOne.length > ITEMS_OF_ONE_MATTER);
}

async function relatedItems(archive: ArchiveRecords, items: readonly ItemRecord[]): Promise<HistoryLink[]> {
  const told = new Set(items.map(({ id }) => id));
  const related: HistoryLink[] = [];
  for (const { id } of items) {
    for (const link of (await archive.history(id))?.links ?? []) {
      if (told.has(link.item.id)) continue;
      told.add(link.item.id);
      related.push(link);
    }
  }
  return related.sort((a, b) => (a.item.date ?? '').localeCompare(b.item.date ?? ''));
}
