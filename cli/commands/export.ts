import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { written } from '../../api/export/format.ts';
import type { ExportFormat, TableName } from '../../api/export/names.ts';
import { TABLES } from '../../api/export/tables.ts';
import { wantedBy } from '../../api/export/wanted.ts';
import type { SearchFilters } from '../../core/search-index.ts';
import { refuseBackwards } from '../options.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

export interface ExportFlags extends GlobalFlags, SearchFilters {
  readonly format: ExportFormat;
  readonly query?: string;
}

/** `kkr export`: a table of the archive on stdout. */
export async function exportCommand(name: TableName, flags: ExportFlags): Promise<void> {
  await withHouse(flags, async (house) => {
    const { body, year, kind, outcome, municipality, from, to } = flags;
    refuseBackwards(flags);
    const filters = {
      body,
      year,
      kind,
      type: flags.type?.toLowerCase(),
      outcome,
      municipality,
      case: flags.case,
      from,
      to,
    };
    const archive = await house.archive();
    const { columns, rows } = TABLES[name];
    const wanted = flags.query
      ? await wantedBy({ archive, index: await house.index() }, flags.query, filters)
      : { filters, found: null };
    const pieces = written(
      flags.format,
      columns.map((column) => column.name),
      rows(archive, wanted),
    );
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  });
}
