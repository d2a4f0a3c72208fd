import type { TableCell } from '../../../core/document.ts';
import type { Line } from '../lines.ts';
import { parseNumbered } from '../numbers.ts';
import { type SectionWord, sectionWord } from '../section-words.ts';

/** A cell with its lines, or with what is its own of a line that runs through several cells. */
export interface ReadCell extends TableCell {
  readonly lines: readonly Line[];
}

/** What the columns of a table of items hold, told by its row of headings. */
export interface ItemColumns {
  /** The headings as printed, by column. */
  readonly heads: ReadonlyMap<number, string>;
  /** The column of numbers; null where they stand before the titles, or nowhere. */
  readonly number: number | null;
  readonly caseNumber: number | null;
  readonly subject: number;
}

const NUMBER = /^(?:nr|pkt|punkt|sag|dagsordens?punkt|#)?(?:\.?\s?(?:nr|no|nummer))?\.?$/i;
const CASE = /^(?:sags?-?\s?(?:nr|nummer|id)|j(?:ournal)?\.?\s?-?(?:nr|nummer)|acadre(?:nr)?)\.?$/i;
const SUBJECT =
  /^(?:sag(?:en|er|stitel|sfremstilling)?|emner?|titel|overskrift|punkt(?:er)?|tema|dagsorden(?:en|spunkt(?:er)?)?)$/i;
/** A heading over a column is a word or three. */
const LONGEST = 40;

/**
 * Reads a table's first row as headings of item parts: one names what the items are
 * about, and another what is recommended or decided. Null for all other tables.
 */
export function itemColumns([head = [], ...rows]: readonly (readonly ReadCell[])[]): ItemColumns | null {
  const heads = new Map(head.map((cell) => [cell.column, textOf(cell)]));
  if (head.length < 2 || [...heads.values()].some((text) => text.length > LONGEST)) return null;
  const find = (pattern: RegExp, not: readonly (number | null)[] = []): number | null =>
    [...heads].find(([column, text]) => pattern.test(text) && !not.includes(column))?.[0] ?? null;
  // "Punkt" and "Sag" may head the numbers or the titles: what stands beneath them says which.
  const number =
    [...heads].find(([column, text]) => NUMBER.test(text) && holdsNumbers(rows, column))?.[0] ?? null;
  const caseNumber = find(CASE, [number]);
  const subject = find(SUBJECT, [number, caseNumber]);
  if (subject === null) return null;
  const acts = [...heads].some(([column, text]) => column !== subject && isAct(sectionWord(text)));
  return acts ? { heads, number, caseNumber, subject } : null;
}

function isAct(word: SectionWord | null): boolean {
  return word?.role === 'decision' || word?.role === 'recommendation';
}

/** Most of a column's cells are a number and nothing else. */
function holdsNumbers(rows: readonly (readonly ReadCell[])[], column: number): boolean {
  const cells = rows.flatMap((row) => row.filter((cell) => cell.column === column));
  const numbers = cells.filter((cell) => parseNumbered(textOf(cell))?.rest === '');
  return cells.length > 0 && numbers.length >= 0.6 * cells.length;
}

/** Whether a row repeats the headings, as at the top of a new page. */
export function repeatsHeads(row: readonly ReadCell[], { heads }: ItemColumns): boolean {
  return row.length > 1 && row.every((cell) => [...heads.values()].includes(textOf(cell)));
}

export function textOf(cell: ReadCell): string {
  return cell.lines
    .map((line) => line.text)
    .join(' ')
    .replace(/\s*:$/, '')
    .trim();
}
