import { caseNumberInTitle } from './case-number.ts';
import { saysClosed, withoutClosedMark, withoutOpenMark } from './closed.ts';
import { parseType } from './item-type.ts';

/** What a title line says besides the title itself. */
export interface TitleParts {
  readonly title: string;
  readonly type: string | null;
  readonly timeSlot: string | null;
  readonly closed: boolean;
  readonly caseNumber: string | null;
  readonly caseworkers: readonly string[];
}

const SLOT =
  /\s*[([]?\s*(?:kl\.?\s*)?(\d{1,2})\s?[.:]\s?(\d{2})\s*[-–—]\s*(?:kl\.?\s*)?(\d{1,2})\s?[-.:–]\s?(\d{2})\s*[)\]]\s*$|\s+kl\.?\s*(\d{1,2})[.:](\d{2})\s*[-–—]\s*(\d{1,2})[.:](\d{2})\s*$/i;

/** "(bilag 1)", "(bilag: Referat 14-09-17)", "(bilag vedlagt)" behind a title. */
const ENCLOSED = /\s*\((?:bilag(?:\s?\d[^()]*|:[^()]*|\s+vedlagt)?|vedlagt)\)$/i;

/** Takes a whole title apart: type, time slot, closed mark, case number, and what is left. */
export function parseTitle(whole: string): TitleParts {
  let title = whole.trim();
  let timeSlot: string | null = null;
  let caseNumber: string | null = null;
  let caseworkers: readonly string[] = [];
  // Slot and case number stand behind the title in either order.
  for (let round = 0; round < 2; round++) {
    const slot = /[\d)\]]$/.test(title) ? SLOT.exec(title) : null;
    if (slot) {
      const [hour1, minute1, hour2, minute2] = slot.slice(1).filter((part) => part !== undefined);
      timeSlot ??= `${clock(hour1, minute1)}-${clock(hour2, minute2)}`;
      title = title.slice(0, slot.index).trim();
    }
    const inTitle = caseNumberInTitle(title);
    if (!inTitle) continue;
    caseNumber ??= inTitle.caseNumber;
    if (inTitle.caseworkers.length > 0) caseworkers = inTitle.caseworkers;
    title = inTitle.title;
  }
  if (timeSlot !== null || caseNumber !== null) title = title.replace(/\s*[,;–-]$/, '');
  let type: string | null = null;
  const colon = title.indexOf(':');
  if (colon >= 3) {
    type = parseType(title.slice(0, colon).trimEnd());
    if (type !== null) title = title.slice(colon + 1).trimStart();
  }
  let closed = type !== null && saysClosed(type);
  if (saysClosed(title)) {
    closed = true;
    title = withoutClosedMark(title);
  }
  if (/^[([]|[)\]]$/.test(title)) title = withoutOpenMark(title).replace(ENCLOSED, '');
  if (title === '') title = whole.replace(/:\s*$/, '').trim();
  return { title, type, timeSlot, closed, caseNumber, caseworkers };
}

function clock(hour = '', minute = ''): string {
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
