import type { ItemRecord } from '../../core/archive-store.ts';
import type { Person } from '../../core/document.ts';
import { itemUrl } from '../urls.ts';
import type { Column } from './column.ts';
import { DECISION_COLUMNS, ITEM_COLUMNS } from './decisions.ts';

export interface Appointment {
  readonly item: ItemRecord;
  readonly person: Person;
}

/** One row for each person that a decision names as appointed, nominated or elected. */
export const APPOINTMENTS: readonly Column<Appointment>[] = [
  { name: 'name', meaning: 'Personens navn.', value: ({ person }) => person.name },
  {
    name: 'office',
    meaning: 'Hverv, som det er trykt.',
    value: ({ person }) => person.office ?? null,
  },
  { name: 'party', meaning: 'Parti, som det er trykt.', value: ({ person }) => person.party ?? null },
  {
    name: 'organisation',
    meaning: 'Kommune eller organisation.',
    value: ({ person }) => person.organisation,
  },
  ...[...ITEM_COLUMNS, ...DECISION_COLUMNS].map(({ name, meaning, value }) => ({
    name,
    meaning,
    value: ({ item }: Appointment) => value(item),
  })),
  { name: 'path', meaning: 'Punktets side i arkivet.', value: ({ item }) => itemUrl(item.id) },
];

export async function* appointmentsIn(items: AsyncIterable<ItemRecord>): AsyncGenerator<Appointment> {
  for await (const item of items) {
    for (const person of item.decision?.appointed ?? []) yield { item, person };
  }
}
