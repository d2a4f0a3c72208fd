/** The tables that can be taken out; api/export/tables.ts says what they hold. */
export const TABLE_NAMES = ['decisions', 'histories', 'appointments'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * - `csv`: RFC 4180: commas, CRLF, UTF-8 without a mark.
 * - `excel`: what a double click opens rightly in a Danish Excel: semicolons, a
 *   byte order mark, and cells that would be taken for formulas disarmed by an
 *   apostrophe (OWASP, "CSV injection").
 * - `jsonl`: one JSON object a line; lists stay lists.
 */
export const EXPORT_FORMATS = ['csv', 'excel', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
