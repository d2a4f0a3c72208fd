import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteArchive } from '../../archive/archive-store.sqlite.ts';
import { keep } from '../../archive/testing/keep.ts';
import type { MeetingChange } from '../../core/archive-store.ts';
import type { Document, Item } from '../../core/document.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { type FoundCounts, NOTHING_FOUND } from './counts.ts';

/** One thing that the minutes have otherwise than the agenda, done to the fictional minutes as they were read. */
interface Change {
  readonly kind: MeetingChange['kind'];
  readonly make: (items: readonly Item[], at: number) => Item[] | null;
}

const CHANGES: readonly Change[] = [
  { kind: 'dropped', make: (items, at) => items.filter((_, place) => place !== at) },
  {
    kind: 'added',
    make: (items, at) => {
      const like = items[at];
      if (!like) return null;
      const title = 'Sikring mod stormflod langs Storstrømmen';
      const added = { ...like, number: '97', title, sections: [], recommendations: [], attachments: [] };
      return [...items.slice(0, at + 1), added, ...items.slice(at + 1)];
    },
  },
  {
    kind: 'moved',
    make: (items, at) => {
      const [item, next] = [items[at], items.at(-2)];
      if (!item || !next || items.length - at < 5) return null;
      return [...items.slice(0, at), ...items.slice(at + 1, -1), item, ...items.slice(-1)];
    },
  },
  {
    kind: 'retitled',
    make: (items, at) =>
      items.map((item, place) =>
        place === at ? { ...item, title: `${item.title} og opfølgning herpå` } : item,
      ),
  },
  {
    kind: 'recommendation',
    make: (items, at) => {
      const changed = items.map((item, place) =>
        place === at ? { ...item, sections: item.sections.map(recommendMore) } : item,
      );
      return JSON.stringify(changed) === JSON.stringify(items) ? null : changed;
    },
  },
];

function recommendMore(section: Item['sections'][number]): Item['sections'][number] {
  if (!/^(?:indstilling|anbefaling)/i.test(section.heading)) return section;
  return { ...section, text: `${section.text}\nat sekretariatet bemyndiges til at rette i aftalen` };
}

export interface ChangeScore {
  readonly byKind: ReadonlyMap<MeetingChange['kind'], FoundCounts>;
  readonly misses: readonly string[];
}

const DOCUMENTS = new URL('../../fixtures/documents/', import.meta.url);

/** Minutes and agendas as read from their PDFs: first as they are, then with one change each. */
export async function scoreChanges(meetings: readonly string[]): Promise<ChangeScore> {
  const reader = openReaderInProcess({ ocr: 'none' });
  const read = async (name: string) => reader.read(await readFile(new URL(name, DOCUMENTS)), name);
  const byKind = new Map<MeetingChange['kind'], FoundCounts>();
  const misses: string[] = [];
  try {
    for (const meeting of meetings) {
      const agenda = await read(`${meeting}-dagsorden.pdf`);
      const minutes = await read(`${meeting}-referat.pdf`);
      const before = await changesOf(agenda, minutes);
      for (const [turn, change] of CHANGES.entries()) {
        const at = placeFor(minutes, turn);
        const items = change.make(minutes.items, at);
        if (!items) continue;
        const found = await changesOf(agenda, { ...minutes, items });
        const fresh = found.filter(
          (each) => !before.some((old) => JSON.stringify(old) === JSON.stringify(each)),
        );
        const right = fresh.filter((each) => each.kind === change.kind).slice(0, 1);
        count(byKind, change.kind, { right: right.length, expected: 1, found: fresh.length });
        if (right.length !== 1 || fresh.length !== 1)
          misses.push(
            `${meeting} ${change.kind} at ${at}: ${fresh.map((each) => `${each.kind} ${each.item}`).join(', ')}`,
          );
      }
    }
  } finally {
    await reader.close();
  }
  return { byKind, misses };
}

/** An open item with a title of its own, another one for each change. */
function placeFor({ items }: Document, turn: number): number {
  const fit = items.flatMap((item, place) => (item.sections.length > 1 && !item.closed ? place : []));
  return fit[turn % Math.max(1, fit.length)] ?? 0;
}

async function changesOf(agenda: Document, minutes: Document): Promise<readonly MeetingChange[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-changes-'));
  const store = openSqliteArchive(join(folder, 'archive.sqlite'));
  try {
    await keep(store, agenda);
    await keep(store, minutes);
    const [meeting] = await store.meetings({});
    return (await store.meeting(meeting?.id ?? ''))?.changes ?? [];
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function count(
  byKind: Map<MeetingChange['kind'], FoundCounts>,
  kind: MeetingChange['kind'],
  { right, expected, found }: FoundCounts,
): void {
  const counts = byKind.get(kind) ?? { ...NOTHING_FOUND };
  byKind.set(kind, {
    right: counts.right + right,
    expected: counts.expected + expected,
    found: counts.found + found,
  });
}
