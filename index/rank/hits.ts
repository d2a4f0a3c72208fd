import type { SearchHit, SearchQuery, SnippetPiece } from '../../core/search-index.ts';
import type { Slot } from '../query/plan.ts';
import { type Ranked, tellingField } from './rank.ts';
import { shownFrom, snippet } from './snippet.ts';

/** One hit for each group, shown by its best record, in the order asked for. */
export function toHits(
  ranked: readonly Ranked[],
  sort: SearchQuery['sort'],
  slots: readonly Slot[],
): SearchHit[] {
  const groups = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const group = groups.get(one.record.group);
    if (group) group.push(one);
    else groups.set(one.record.group, [one]);
  }
  const ordered = [...groups.values()].map((group) => group.sort(better));
  // Engines hand groups over by date already; without words there is nothing else to go by.
  if (sort === 'relevance') ordered.sort((a, b) => compareBest(a, b, slots.length > 0));
  return ordered.flatMap((group) => toHit(group, slots));
}

function compareBest([a]: readonly Ranked[], [b]: readonly Ranked[], asked: boolean): number {
  if (!a || !b) return 0;
  return asked ? better(a, b) : (b.record.date ?? '').localeCompare(a.record.date ?? '') || better(a, b);
}

/** By score, then newer, then by id, so that every engine and every day gives the same order. */
function better(a: Ranked, b: Ranked): number {
  return (
    Math.round((b.score - a.score) * 1e6) ||
    (b.record.date ?? '').localeCompare(a.record.date ?? '') ||
    a.record.id.localeCompare(b.record.id, 'en', { numeric: true })
  );
}

/** Copies of one text score alike; OCR's mistakes make a little difference. */
const ALIKE = 0.1;

/** The best of a group; of copies in several documents that score alike, the most legible one. */
function toShow([best, ...rest]: readonly Ranked[]): Ranked | undefined {
  if (!best) return undefined;
  const alike = rest.filter(
    ({ record, score }) =>
      record.kind === best.record.kind &&
      record.document !== best.record.document &&
      score >= best.score * (1 - ALIKE),
  );
  return alike.reduce((shown, one) => (one.record.legibility > shown.record.legibility ? one : shown), best);
}

function toHit(group: readonly Ranked[], slots: readonly Slot[]): SearchHit[] {
  const best = toShow(group);
  if (!best) return [];
  const { record } = best;
  const page = pageOf(best);
  const rest = group.filter((one) => one !== best);
  const sameDocument = rest.filter(
    (other) => other.record.document === record.document && other.record.page !== page,
  );
  const others = rest.filter((other) => other.record.document !== record.document);
  return [
    {
      id: record.target,
      source: record.source,
      document: record.document,
      kind: record.kind,
      body: record.body,
      date: record.date,
      meetingId: record.meetingId,
      number: record.number,
      title: record.title,
      type: record.type,
      caseNumber: record.caseNumber,
      outcomes: record.outcomes,
      page,
      snippet: snippetOf(best, slots),
      foundIn: best.foundIn,
      score: Math.round(best.score * 1_000) / 1_000,
      morePages: [...new Set(sameDocument.map((other) => other.record.page))].sort((a, b) => a - b),
      duplicates: others.map((other) => ({
        id: other.record.target,
        source: other.record.source,
        page: other.record.page,
      })),
    },
  ];
}

/** The page on which the find stands; an item begins on its first, where its title is. */
function pageOf({ record, places, foundIn }: Ranked): number {
  if (foundIn !== 'recommendation' && foundIn !== 'decision' && foundIn !== 'text') return record.page;
  const at = shownFrom(places[foundIn]) ?? 0;
  const before = record.pageStarts.filter(({ field, start }) => field === foundIn && start <= at);
  return before.at(-1)?.page ?? record.page;
}

/** The title stands beside the snippet anyway, so that of a find there the decision or the text is shown. */
function snippetOf({ record, places }: Ranked, slots: readonly Slot[]): SnippetPiece[] {
  const field = tellingField(places, slots, ['decision', 'recommendation', 'text', 'extra']);
  if (field) return snippet(record[field], places[field]);
  return snippet(record.decision || record.recommendation || record.text || record.extra, []);
}
