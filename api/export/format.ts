import { type Options, stringify } from 'csv-stringify/sync';
import type { Cell } from './column.ts';
import type { ExportFormat } from './names.ts';

export const MEDIA_TYPE: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  excel: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

export const FILE_ENDING: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  excel: 'csv',
  jsonl: 'jsonl',
};

const BYTE_ORDER_MARK = '\uFEFF';
const CSV: Options = {
  record_delimiter: 'windows',
  // The library puts only whole line ends of its own kind in quotes.
  quoted_match: /[\r\n]/,
  cast: { boolean: String },
};
const EXCEL: Options = { ...CSV, delimiter: ';', escape_formulas: true };

/** Pieces of the file, a row each and the header before them. */
export async function* written(
  format: ExportFormat,
  names: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  if (format === 'jsonl') {
    for await (const row of rows) {
      yield `${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`;
    }
    return;
  }
  const options = format === 'excel' ? EXCEL : CSV;
  yield (format === 'excel' ? BYTE_ORDER_MARK : '') + stringify([[...names]], options);
  for await (const row of rows) yield stringify([row.map(flat)], options);
}

function flat(cell: Cell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.join(' | ') : cell;
}
