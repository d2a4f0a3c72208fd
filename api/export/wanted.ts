import { setImmediate } from 'node:timers/promises';
import type { ArchiveRecords, ItemRecord } from '../../core/archive-store.ts';
import { KkrError } from '../../core/errors.ts';
import type { SearchFilters } from '../../core/search-index.ts';
import { keptCaseNumbers } from '../case-history.ts';
import { refuseUnfilled, type WordSources } from '../unfilled.ts';

/** Which items an export is about: those that the filters let through and, where words were given, a search found. */
export interface Wanted {
  readonly filters: SearchFilters;
  /** Ids of items and appendices that the words were found in; null where no words were given. */
  readonly found: ReadonlySet<string> | null;
}

const HITS_AT_ONCE = 100;
const MOST_HITS = 10_000;

/**
 * Asks the index once for all that the words are found in.
 * @throws KkrError `query-invalid` where that is more than an export by words carries,
 * `search-unavailable` where the index was not made yet: an empty table would be taken for an answer
 */
export async function wantedBy(sources: WordSources, text: string, filters: SearchFilters): Promise<Wanted> {
  if (text.trim() === '') return { filters, found: null };
  const { body, year, from, to } = filters;
  const found = new Set<string>();
  for (let offset = 0; ; offset += HITS_AT_ONCE) {
    const { total, hits } = await sources.index.search({
      text,
      // What an appendix does not carry (outcome, type) is asked of its item below.
      filters: {
        ...(body && { body }),
        ...(year && { year }),
        ...(from && { from }),
        ...(to && { to }),
      },
      // By date, since the order by relevance changes while documents arrive.
      sort: 'oldest',
      offset,
      limit: HITS_AT_ONCE,
    });
    await refuseUnfilled(sources, { total });
    if (total > MOST_HITS) {
      throw new KkrError(
        'query-invalid',
        `q: finds ${total} places; an export by words carries at most ${MOST_HITS}. Narrow it by year or body.`,
      );
    }
    for (const { id, duplicates } of hits) {
      found.add(id);
      // The same paper under other items is shown once in a search, and counts for each of them here.
      for (const copy of duplicates) found.add(copy.id);
    }
    if (hits.length === 0 || offset + hits.length >= total) return { filters, found };
  }
}

/**
 * Items as the archive tells them, oldest meeting first; those of undated documents
 * last. The archive answers at once, without ever letting others have their turn:
 * they get it between meetings and between documents.
 */
export async function* itemsWanted(archive: ArchiveRecords, wanted: Wanted): AsyncGenerator<ItemRecord> {
  const { body, year, from, to } = wanted.filters;
  const written = wanted.filters.case;
  const cases = written === undefined ? null : await keptCaseNumbers(archive, written);
  const meetings = await archive.meetings({ ...(body && { body }), ...(year && { year }) });
  for (const { id, date } of meetings.toReversed()) {
    if ((from && date < from) || (to && date > to)) continue;
    const meeting = await archive.meeting(id);
    for (const item of meeting?.items ?? []) if (isWanted(item, wanted, cases)) yield item;
    await setImmediate();
  }
  for (const { source, state, meetingId, supersededBy } of await archive.documents()) {
    if (state !== 'read' || meetingId !== null || supersededBy !== null) continue;
    for (const item of await archive.itemsOfDocument(source.sha256))
      if (isWanted(item, wanted, cases)) yield item;
    await setImmediate();
  }
}

function isWanted(item: ItemRecord, { filters, found }: Wanted, cases: ReadonlySet<string> | null): boolean {
  const { body, year, kind, type, outcome, municipality, from, to } = filters;
  if (found && !found.has(item.id) && !item.appendices.some(({ id }) => found.has(id))) return false;
  if (body && item.body !== body) return false;
  if (year && item.date?.slice(0, 4) !== String(year)) return false;
  if (from && (item.date === null || item.date < from)) return false;
  if (to && (item.date === null || item.date > to)) return false;
  if (kind && item.kind !== kind) return false;
  if (type && item.type !== type) return false;
  if (outcome && !item.decision?.outcomes.includes(outcome)) return false;
  if (municipality && !item.municipalities.includes(municipality)) return false;
  return cases === null || (item.caseNumber !== null && cases.has(item.caseNumber));
}
