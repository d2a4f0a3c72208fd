import type { ExportFormat, TableName } from './names.ts';

/** A table as a file; without filters the whole of it. */
export function exportUrl(
  table: TableName,
  format: ExportFormat,
  filters: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return `/api/export/${table}?${query}`;
}
