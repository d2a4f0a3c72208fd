import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { keep } from '../../archive/testing/keep.ts';
import { sampleDocument, sampleItem } from '../../archive/testing/sample.ts';
import type { ArchiveStore, HistoryReason } from '../../core/archive-store.ts';
import { meetingId } from '../../core/ids.ts';
import { BodyName } from '../../core/vocabulary.ts';
import { type FoundCounts, NOTHING_FOUND } from './counts.ts';

const Meetings = z.array(
  z.strictObject({
    body: BodyName,
    date: z.string(),
    case: z.string(),
    items: z.array(
      z.strictObject({
        number: z.string(),
        title: z.string(),
        matter: z.string().optional(),
        beside: z.string().optional(),
        caseNumber: z.string().optional(),
        text: z.string(),
      }),
    ),
  }),
);

interface JudgedItem {
  readonly id: string;
  readonly title: string;
  readonly matter: string | null;
  readonly beside: string | null;
}

export interface HistoryScore {
  readonly links: FoundCounts;
  /** By what a link is given for. */
  readonly byReason: ReadonlyMap<HistoryReason['kind'], FoundCounts>;
  readonly misses: readonly string[];
}

/** Files the judged meetings and asks for the history of every item. */
export async function scoreHistories(store: ArchiveStore): Promise<HistoryScore> {
  const items = await fileMeetings(store);
  const byId = new Map(items.map((item) => [item.id, item]));
  const links = { ...NOTHING_FOUND };
  const byReason = new Map<HistoryReason['kind'], FoundCounts>();
  const misses: string[] = [];
  for (const item of items) {
    const wanted = items.filter(
      (other) => other !== item && item.matter !== null && other.matter === item.matter,
    );
    const found = (await store.history(item.id))?.links ?? [];
    links.expected += wanted.length;
    for (const link of found) {
      const other = byId.get(link.item.id);
      if (!other || isBeside(item, other)) continue;
      const isRight = wanted.includes(other);
      for (const kind of new Set(link.reasons.map((reason) => reason.kind))) {
        const counts = byReason.get(kind) ?? { ...NOTHING_FOUND };
        counts.found += 1;
        if (isRight) counts.right += 1;
        byReason.set(kind, counts);
      }
      links.found += 1;
      if (isRight) links.right += 1;
      else misses.push(`${item.id} "${item.title}" is no history of ${other.id} "${other.title}"`);
    }
    for (const other of wanted) {
      if (found.some((link) => link.item.id === other.id)) continue;
      misses.push(`${item.id} "${item.title}" misses ${other.id} "${other.title}"`);
    }
  }
  return { links, byReason, misses };
}

function isBeside(a: JudgedItem, b: JudgedItem): boolean {
  return (a.beside !== null && a.beside === b.matter) || (b.beside !== null && b.beside === a.matter);
}

async function fileMeetings(store: ArchiveStore): Promise<JudgedItem[]> {
  const text = await readFile(new URL('meetings.yaml', import.meta.url), 'utf8');
  const judged: JudgedItem[] = [];
  for (const { body, date, case: whole, items } of Meetings.parse(parse(text))) {
    const sample = sampleDocument(`${body} ${date}.pdf`, { date });
    await keep(store, {
      ...sample,
      meeting: { ...sample.meeting, body },
      items: items.map(({ number, title, caseNumber = whole, text: words }) =>
        sampleItem(number, title, {
          caseNumber,
          sections: words === '' ? [] : [{ heading: 'Sagsfremstilling', text: words }],
        }),
      ),
    });
    for (const { number, title, matter = null, beside = null } of items) {
      judged.push({ id: `${meetingId(body, date)}-${number}`, title, matter, beside });
    }
  }
  return judged;
}
