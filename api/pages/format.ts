import type { PageRange } from '../../core/document.ts';
import { DocumentKind } from '../../core/vocabulary.ts';
import { KIND_WORD } from './words.ts';

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** "19. juni 2024" */
export function danishDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day}. ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "09.30", as Danish writes the time of day. */
export function danishTime(time: string): string {
  return time.replaceAll(':', '.').replace('-', '–');
}

const NUMBER = new Intl.NumberFormat('da-DK');
export const danishNumber = (value: number): string => NUMBER.format(value);

const PERCENT = new Intl.NumberFormat('da-DK', { style: 'percent' });
export const danishPercent = (share: number): string => PERCENT.format(share);

/** "1 sag", "2 sager" */
export function counted(count: number, one: string, many: string): string {
  return `${danishNumber(count)} ${count === 1 ? one : many}`;
}

/** "s. 4" or "s. 4–6" */
export function danishPages([first, last]: PageRange): string {
  return first === last ? `s. ${first}` : `s. ${first}–${last}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}

export function kindWord(value: string): string {
  const kind = DocumentKind.safeParse(value);
  return kind.success ? KIND_WORD[kind.data] : value;
}
