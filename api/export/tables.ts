import type { ArchiveRecords } from '../../core/archive-store.ts';
import { APPOINTMENTS, appointmentsIn } from './appointments.ts';
import type { Cell, Column } from './column.ts';
import { DECISIONS } from './decisions.ts';
import { HISTORIES, stepsIn } from './histories.ts';
import type { TableName } from './names.ts';
import { itemsWanted, type Wanted } from './wanted.ts';

/** A table that analysts can take out of the archive. docs/export.md lists their columns, held by a test. */
export interface Table {
  /** In Danish: the page shows both. */
  readonly title: string;
  readonly meaning: string;
  readonly columns: readonly { readonly name: string; readonly meaning: string }[];
  /** Rows of cells in the order of the columns, one at a time, so that an archive of any size can be taken out. */
  rows(archive: ArchiveRecords, wanted: Wanted): AsyncGenerator<Cell[]>;
}

export const TABLES: Readonly<Record<TableName, Table>> = {
  decisions: table('Beslutninger', 'Alle punkter med det, der blev besluttet.', DECISIONS, itemsWanted),
  histories: table(
    'Sagers gang',
    'Sager, der er taget op mere end én gang: hvad der blev besluttet hver gang.',
    HISTORIES,
    (archive, wanted) => stepsIn(archive, itemsWanted(archive, wanted)),
  ),
  appointments: table(
    'Udpegninger',
    'Personer, som en beslutning nævner som udpeget, indstillet eller valgt.',
    APPOINTMENTS,
    (archive, wanted) => appointmentsIn(itemsWanted(archive, wanted)),
  ),
};

function table<Row>(
  title: string,
  meaning: string,
  columns: readonly Column<Row>[],
  read: (archive: ArchiveRecords, wanted: Wanted) => AsyncIterable<Row>,
): Table {
  return {
    title,
    meaning,
    columns: columns.map(({ name, meaning: told }) => ({ name, meaning: told })),
    async *rows(archive, wanted) {
      for await (const row of read(archive, wanted)) yield columns.map(({ value }) => value(row));
    },
  };
}
