import { findDates, findTime } from './danish-date.ts';
import type { LabelledValue } from './labels.ts';
import type { Line } from './lines.ts';

export interface FoundTime {
  readonly time: string;
  readonly line: Line | null;
}

/** When the meeting begins: labelled, with its date, below it, or in a line that names the day again. */
export function findMeetingTime(
  front: readonly Line[],
  labels: readonly LabelledValue[],
  date: { readonly date: string | null; readonly lines: readonly Line[] },
): FoundTime | null {
  for (const field of ['time', 'date'] as const) {
    for (const label of labels) {
      if (label.field !== field || isAnotherDay(label, date.date)) continue;
      const found = findTime(withoutDates(label.value));
      if (found) return { time: found.time, line: label.lines[0] ?? null };
    }
  }
  const last = date.lines.at(-1);
  if (last && last.start !== null) {
    const next = front.find((line) => line.index === last.index + 1);
    for (const line of [
      ...date.lines,
      ...(next && /^(?:kl|tid)|^\d{1,2}[.:]\d{2}/i.test(next.text) ? [next] : []),
    ]) {
      const found = findTime(withoutDates(line.text));
      if (found) return { time: found.time, line };
    }
  }
  return date.date === null ? null : saidAgain(front.slice(0, 40), date.date);
}

/** A label with a date that turned out not to be the meeting's: its hour is not either. */
function isAnotherDay(label: LabelledValue, date: string | null): boolean {
  const own = findDates(label.value, { short: true })[0]?.date;
  return own !== undefined && date !== null && own !== date;
}

/** "Møde i KKR X fredag den 19. marts 2010, kl. 12.30", "Mødet holdes virtuelt kl. 9.00 - 11.30". */
function saidAgain(front: readonly Line[], date: string): FoundTime | null {
  for (const line of front) {
    const dates = findDates(line.text);
    const ofMeeting =
      dates.length > 0
        ? dates.every((each) => each.date === date) && /møde/i.test(line.text)
        : /^Mødet (?:af)?holdes\b|^Mødet (?:begynder|starter|finder sted)\b/.test(line.text);
    const found = ofMeeting
      ? /\bkl(?:okken)?\.?\s*\d/i.exec(line.text) && findTime(withoutDates(line.text))
      : null;
    if (found) return { time: found.time, line };
  }
  return null;
}

function withoutDates(text: string): string {
  let result = text;
  for (const { start, end } of findDates(text, { short: true })) {
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}
