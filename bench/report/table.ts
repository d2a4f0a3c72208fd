import type { BenchResult, Cell, MissList, Table } from './result.ts';

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
  const { title, about, tables, listed = [] } = result;
  return [`## ${title}`, about, ...tables.map(tableMarkdown), ...listed.map(missesMarkdown)].join('\n\n');
}

const MOST_MISSES = 30;
const LONGEST_MISS = 160;

/** Misses as they are, letter for letter, so in a block that is not read as markdown. */
export function missesMarkdown({ title, lines }: MissList): string {
  if (lines.length === 0) return `**${title}**: none.`;
  const shown = lines.slice(0, MOST_MISSES).map((line) => {
    const plain = line.replace(/\s+/gu, ' ').replaceAll('```', "'''");
    return plain.length > LONGEST_MISS ? `${plain.slice(0, LONGEST_MISS - 1)}…` : plain;
  });
  const rest = lines.length - shown.length;
  return [
    `**${title}** (${lines.length})`,
    '',
    '```text',
    ...shown,
    ...(rest > 0 ? [`… and ${rest} more`] : []),
    '```',
  ].join('\n');
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
