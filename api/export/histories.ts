import { setImmediate } from 'node:timers/promises';
import type { ArchiveRecords, HistoryReason, ItemRecord } from '../../core/archive-store.ts';
import { itemUrl } from '../urls.ts';
import type { Column } from './column.ts';
import { DECISION_COLUMNS, ITEM_COLUMNS } from './decisions.ts';

/** One item's place in the history of its matter. */
export interface Step {
  /** Id of the matter's first item. */
  readonly matter: string;
  /** Counted from 1, oldest first. */
  readonly step: number;
  readonly item: ItemRecord;
  /** Earlier items of the matter that this one is tied to directly, and why. */
  readonly ties: readonly Tie[];
}

interface Tie {
  readonly to: string;
  readonly reasons: readonly HistoryReason[];
}

/** One row for each item of a matter that was taken up more than once; a matter's rows stand together. */
export const HISTORIES: readonly Column<Step>[] = [
  {
    name: 'matter',
    meaning: 'Sagens id: dens første punkt. Rækker med samme id er én sags gang.',
    value: ({ matter }) => matter,
  },
  { name: 'step', meaning: 'Nummer i sagens gang, ældste først.', value: ({ step }) => step },
  ...[
    ...ITEM_COLUMNS,
    { name: 'caseNumber', meaning: 'Sagsnummer.', value: ({ caseNumber }: ItemRecord) => caseNumber },
    ...DECISION_COLUMNS,
  ].map(({ name, meaning, value }) => ({ name, meaning, value: ({ item }: Step) => value(item) })),
  {
    name: 'follows',
    meaning: 'Tidligere punkter, som dette hænger sammen med.',
    value: ({ ties }) => ties.map(({ to }) => to),
  },
  {
    name: 'because',
    meaning: 'Hvorfor: henvisning i teksten (reference), sagsnummer (case-number) eller lighed (likeness).',
    value: ({ ties }) => ties.map(({ reasons }) => reasons.map(({ kind }) => kind).join(' + ')),
  },
  {
    name: 'quotes',
    meaning: 'Henvisningens ordlyd.',
    value: ({ ties }) =>
      ties.flatMap(({ reasons }) =>
        reasons.flatMap((reason) => (reason.kind === 'reference' ? [reason.quote] : [])),
      ),
  },
  { name: 'path', meaning: 'Punktets side i arkivet.', value: ({ item }) => itemUrl(item.id) },
];

/**
 * Matters of more than one item, in the order of their first. Items are of one
 * matter where a chain of ties leads from one to the other, as far as all of
 * them are among `items`. Holds what is tied in memory, nothing else.
 */
export async function* stepsIn(
  archive: Pick<ArchiveRecords, 'history' | 'item'>,
  items: AsyncIterable<ItemRecord>,
): AsyncGenerator<Step> {
  const tied = new Map<string, Map<string, readonly HistoryReason[]>>();
  const place = new Map<string, number>();
  for await (const { id } of items) {
    // Each walk goes over dozens of items; a served page need not wait for a meeting's worth of them.
    await setImmediate();
    const links = (await archive.history(id))?.links ?? [];
    if (links.length > 0) {
      place.set(id, place.size);
      tied.set(id, new Map(links.map(({ item, reasons }) => [item.id, reasons])));
    }
  }
  const told = new Set<string>();
  for (const first of place.keys()) {
    if (told.has(first)) continue;
    const ids = matterOf(first, tied, place);
    for (const id of ids) told.add(id);
    if (ids.length === 1) continue;
    for (const [at, id] of ids.entries()) {
      const item = await archive.item(id);
      if (!item) continue;
      const before = ids.slice(0, at);
      const ties = before.flatMap((to) => {
        const reasons = tied.get(id)?.get(to);
        return reasons ? [{ to, reasons }] : [];
      });
      yield { matter: first, step: at + 1, item, ties };
    }
  }
}

function matterOf(
  first: string,
  tied: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  place: ReadonlyMap<string, number>,
): string[] {
  const reached = new Set([first]);
  for (const id of reached) {
    for (const next of tied.get(id)?.keys() ?? []) if (tied.has(next)) reached.add(next);
  }
  return [...reached].sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
}
