import type { ArchiveRecords, HistoryLink, ItemRecord } from '../core/archive-store.ts';
import { meantCaseNumbers } from '../core/case-number.ts';
import { KkrError } from '../core/errors.ts';

export interface CaseHistory {
  /** As the archive keeps it. */
  readonly caseNumber: string;
  /** Items that carry the number, newest first. */
  readonly items: readonly ItemRecord[];
  /** Items that follow the same matter under another number or none, oldest first. */
  readonly related: readonly HistoryLink[];
  /** The number is that of a whole meeting and says nothing of any one matter. */
  readonly wholeMeeting: boolean;
}

/** So many items of one meeting under one number are the meeting, not a matter. */
const ITEMS_OF_ONE_MATTER = 3;

/** @param written a case number in any notation */
export async function findCase(archive: ArchiveRecords, written: string): Promise<CaseHistory> {
  const items = await itemsOfCase(archive, written);
  const caseNumber = items[0]?.caseNumber;
  if (!caseNumber) throw new KkrError('not-found', `There is no item of case ${written.trim()}.`);
  const wholeMeeting = isWholeMeeting(items);
  return { caseNumber, items, wholeMeeting, related: wholeMeeting ? [] : await relatedItems(archive, items) };
}

/** Of the cases that may be meant the likeliest that the archive has; two papers may print its number in two ways. */
async function itemsOfCase(archive: ArchiveRecords, written: string): Promise<readonly ItemRecord[]> {
  for (const forms of meantCaseNumbers(written)) {
    const found = await Promise.all(forms.map((form) => archive.itemsOfCase(form)));
    const items = found.flat().sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
    if (items.length > 0) return items;
  }
  return [];
}

/** The forms in which the archive keeps the case that is meant; none where it has no such case. */
export async function keptCaseNumbers(
  archive: ArchiveRecords,
  written: string,
): Promise<ReadonlySet<string>> {
  const items = await itemsOfCase(archive, written);
  return new Set(items.flatMap(({ caseNumber }) => caseNumber ?? []));
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
