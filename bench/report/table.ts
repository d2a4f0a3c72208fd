import type { BenchResult, Cell, Table } from './result.ts';

/** A table in markdown that reads well as plain text too. */
export function tableMarkdown(table: Table): string {
  const head = table.columns.map(escapeCell);
  const rows = table.rows.map((row) => table.columns.map((_, index) => cellText(row[index] ?? null)));
  const isNumeric = table.columns.map((_, column) =>
    table.rows.every((row) => typeof (row[column] ?? 0) === 'number'),
  );
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, isNumeric[column] ?? false)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isNumeric[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const parts = [`**${table.title}**`, '', line(head), line(rule), ...rows.map(line)];
  if (table.note !== undefined) parts.push('', table.note);
  return parts.join('\n');
}

export function resultMarkdown(result: BenchResult): string {
  return [`## ${result.title}`, result.about, ...result.tables.map(tableMarkdown)].join('\n\n');
}

/** A share as "98.4 %". */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return escapeCell(cell);
  if (Number.isInteger(cell)) return cell.toLocaleString('en-GB');
  return Math.abs(cell) >= 100 ? cell.toFixed(0) : cell.toFixed(Math.abs(cell) >= 10 ? 1 : 3);
}

function escapeCell(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\|/gu, '\\|');
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
