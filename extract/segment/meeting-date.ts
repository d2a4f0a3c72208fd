import type { MeetingFacts, Warning } from '../../core/document.ts';
import type { DocumentKind } from '../../core/vocabulary.ts';
import { findDates, findTime } from './danish-date.ts';
import type { LabelledValue } from './labels.ts';
import { type Line, type Lines, setAlike } from './lines.ts';

export interface FoundMeetingDate {
  readonly date: string | null;
  readonly from: MeetingFacts['dateFrom'];
  readonly lines: readonly Line[];
}

/**
 * The day of the meeting, from the letterhead (`front`), the running header or the
 * file's name, in this order. A line that speaks of the meeting ("for KKR-møde onsdag
 * den 30. maj") goes before the day that a letter or a mail was written on.
 */
export function findMeetingDate(
  front: readonly Line[],
  lines: Lines,
  labels: readonly LabelledValue[],
  name: string,
  kind: DocumentKind,
  warnings: Warning[],
): FoundMeetingDate {
  const labelled = labels.find(
    (label) => label.field === 'date' && findDates(label.value, { short: true }).length > 0,
  );
  const line = labelled?.lines[0];
  const letter = kind === 'bilag' || kind === 'andet';
  const head = letter ? front.slice(0, 15) : front.slice(0, 40);
  const named = dateIn(head, kind, namesMeeting);
  // An appendix is a letter as a rule: "Dato" there is the day it was written.
  if (labelled && line && !letter && !(named && isDayOfWriting(labelled, named.lines[0]))) {
    return { date: findDates(labelled.value, { short: true })[0]?.date ?? null, from: 'text', lines: [line] };
  }
  const found = named ?? (letter ? null : dateIn(head, kind, standsAlone));
  if (found) return found;
  for (const each of lines.running) {
    if (!/KKR|møde|dagsorden|referat/i.test(each.text)) continue;
    const date = findDates(each.text, { short: true })[0]?.date;
    if (date === undefined) continue;
    const message = `The date ${date} was taken from the running header`;
    warnings.push({ code: 'date-from-running-header', message, page: each.page });
    return { date, from: 'running-header', lines: [each] };
  }
  const date = findDates(name.replace(/_/g, ' '), { compact: true })[0]?.date;
  if (date === undefined) return { date: null, from: null, lines: [] };
  const message = `The date ${date} was taken from the file's name`;
  warnings.push({ code: 'date-from-file-name', message, page: null });
  return { date, from: 'file-name', lines: [] };
}

const WEEKDAY = '(?:man|tirs|ons|tors|fre|lør|søn)dag';

/** Said in a title of what is sent: "Tillægsdagsorden til møde i KKR X den 12. juni", "for mødet mandag den 3. juni". */
const TITLE = /^(?:Emne:.*)?(?:.*(?:dagsorden|referat|protokol)\b.*)?\b(?:for|fra|til|af|-)\s.{0,20}møde/i;

/** "Dato: 9. juni" over a title that names another day, and says neither weekday nor hour. */
function isDayOfWriting({ lines, value }: LabelledValue, title: Line | undefined): boolean {
  const bare = /^dato\b/i.test(lines[0]?.text ?? '') && !/\bkl\b|\d[.:]\d{2}\b(?!\d|[.-])/i.test(value);
  return bare && !new RegExp(WEEKDAY, 'i').test(value) && TITLE.test(title?.text ?? '');
}

const NOT_THE_MEETING =
  /udsendt|^sendt\b|frist|senest|næste møde|godkendt|udskrevet|dok\.?\s?(?:id|nr)|senest revideret|trykt/i;

/** "Hjørring, den 21. maj 2007": where and when a letter was written, at the end of its line. */
function isWrittenAt(text: string): boolean {
  const town =
    /(?:^|\s{2}|\t)(\p{Lu}[\p{L}. ]{1,20}),\s(?:den\s|d\.\s?)?\d{1,2}\.\s?\p{L}+\.?\s\d{4}\.?$/u.exec(text);
  return town !== null && !/KKR|kontaktr|møde|dagsorden|referat|protokol|dag$/i.test(town[1] ?? '');
}

function dateIn(
  head: readonly Line[],
  kind: DocumentKind,
  isMeeting: (own: readonly Line[], text: string, before: Line | undefined) => boolean,
): FoundMeetingDate | null {
  for (const [i, each] of head.entries()) {
    const most = /^Mødet (?:blev |er )?(?:af)?hold/.test(each.text) ? 200 : 110;
    if (each.text.length > most || NOT_THE_MEETING.test(each.text) || isWrittenAt(each.text)) continue;
    // An agenda that speaks of minutes speaks of another meeting's.
    if (kind !== 'referat' && /referat (?:fra|af)/i.test(each.text)) continue;
    const own = headingFrom(head, i);
    const text = own.map((line) => line.text).join(' ');
    const found = findDates(text)[0];
    if (found && isMeeting(own, text, head[i - 1])) return { date: found.date, from: 'text', lines: own };
  }
  return null;
}

/** A line, with the next where a large heading breaks off within a date: "… den 24. oktober" + "2013 kl. 10.00". */
function headingFrom(head: readonly Line[], i: number): readonly Line[] {
  const line = head[i];
  const next = head[i + 1];
  if (!line) return [];
  const goesOn =
    next && !next.gap && setAlike(line, next) && /\d\.?\s?(?:\p{L}+)?$|\d[.:]\d{2}\s?[-–]$/u.test(line.text);
  return goesOn && /^\d/.test(next.text) ? [line, next] : [line];
}

const OF_MEETING = new RegExp(
  `KKR|kontaktråd|dagsorden|referat|mødet?\\s+(?:${WEEKDAY}\\s+)?(?:den|d\\.|(?:blev |er )?(?:af)?holdt)|mødedato`,
  'i',
);

/**
 * The line says that it is of a meeting, or the title right above it does:
 * "Bilag til møde i KKR Nordjylland" + "Fredag den 2. februar 2018 kl. 9.30".
 */
function namesMeeting(own: readonly Line[], text: string, before: Line | undefined): boolean {
  if (/møde/i.test(text)) return OF_MEETING.test(text);
  const title = before?.text ?? '';
  return (
    new RegExp(`^${WEEKDAY}\\b`, 'i').test(own[0]?.text ?? '') &&
    title.length < 80 &&
    /\bmøde(?:t|r)?\s+i\s/i.test(title) &&
    /KKR|kontaktråd/i.test(title) &&
    findDates(title).length === 0
  );
}

/** "Onsdag den 1. marts 2023 kl. 14-16 på Musicon", "KKR Syddanmark, tirsdag den 24. august 2021, Scandic, kl. 13". */
const BY_WEEKDAY = new RegExp(`^(?:KKR\\s\\p{Lu}\\p{L}+\\s?[,–-]?\\s)?${WEEKDAY}\\s(?:den|d\\.)\\s`, 'iu');

/** In a letterhead a date that stands alone, with a weekday or with a time is the meeting's. */
function standsAlone(_: readonly Line[], text: string): boolean {
  if (BY_WEEKDAY.test(text) && findTime(text)) return true;
  const rest = text
    .replace(
      /\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s?\p{L}+\.?,?\s+\d{4}/u,
      '',
    )
    .replace(
      /\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\bkl\.?|\d{1,2}[.:]\d{2}|\b(?:den|d|fra|til|og)\b\.?|[\s\d|,.:–-]|dagsorden|referat|KKR|\bi\b|for|hovedstaden|sjælland|syddanmark|midtjylland|nordjylland|tid(?:spunkt)?|dato/gi,
      '',
    );
  return rest.length <= 12;
}
