import type { MeetingFacts, Span, Warning } from '../../core/document.ts';
import { BODIES, type BodyName, type DocumentKind } from '../../core/vocabulary.ts';
import { findDates, findTime } from './danish-date.ts';
import { type LabelledValue, readLabels } from './labels.ts';
import { type Line, type Lines, setAlike } from './lines.ts';
import { spansOfLines } from './sections.ts';
import { joinLines, squeeze, withinEdits } from './text.ts';

export type MeetingHead = Omit<MeetingFacts, 'attendees' | 'apologies'>;

/**
 * Body, date, time and place, from the letterhead (`front`: the lines before
 * the first item), the running header and, failing these, the file's name.
 * No date from elsewhere in the text is ever taken.
 */
export function readMeeting(
  front: readonly Line[],
  lines: Lines,
  name: string,
  kind: DocumentKind,
  warnings: Warning[],
): MeetingHead {
  const labels = readLabels(front);
  const body = findBody(front, lines, name, kind, warnings);
  const date = findMeetingDate(front, lines, labels, name, kind, warnings);
  const time = findMeetingTime(front, labels, date.lines);
  const place =
    labels.find((label) => label.field === 'place') ?? addressBelow(front, date.lines.at(-1) ?? null);
  const where: Record<string, Span[]> = {};
  if (body.line) where.body = spansOfLines([body.line]);
  if (date.lines.length > 0) where.date = spansOfLines(date.lines);
  if (time?.line) where.time = spansOfLines([time.line]);
  if (place) where.place = spansOfLines(place.lines);
  return {
    body: body.name,
    date: date.date,
    time: time?.time ?? null,
    place: place ? placeOf(place.value) : null,
    dateFrom: date.from,
    where,
  };
}

/** An address without a label: a line with a postal code right below the line with the date. */
function addressBelow(front: readonly Line[], dateLine: Line | null): LabelledValue | null {
  if (dateLine === null || dateLine.start === null) return null;
  const near = front.filter((line) => line.index >= dateLine.index && line.index <= dateLine.index + 2);
  const line = near.find(
    (each) => /\p{L}.*,\s*\d{4}\s+\p{Lu}\p{L}+/u.test(each.text) && each.text.length < 200,
  );
  if (!line) return null;
  const value = line.text
    .replace(/^.*(?<!\p{L})(?:møde)?(?:sted|lokale)\s*:\s*/iu, '')
    .replace(/^.*?\d{1,2}[.:]\d{2}\s*(?:\b(?:i|på|hos)\b)?\s*(?=\p{Lu})/u, '');
  return { field: 'place', value, lines: [line] };
}

interface FoundBody {
  readonly name: BodyName | null;
  readonly line: Line | null;
}

const BODY_KEYS = BODIES.map((body) => ({ name: body.name, key: squeeze(body.name.replace('KKR ', '')) }));

/** The body that a line names, plain or letter-spaced ("K K R  S J Æ L L A N D"), with a letter misread. */
function bodyIn(text: string): BodyName | null {
  const squeezed = squeeze(text);
  for (const lead of squeezed.matchAll(
    /(?:KKR|(?:KOMMUNE)?KONTAKTR(?:Å|AA?)D(?:ET)?)(?:FORKOMMUNERNE)?I?(?:REGION)?/g,
  )) {
    const after = squeezed.slice(lead.index + lead[0].length);
    for (const { name, key } of BODY_KEYS) {
      if (after.startsWith(key)) return name;
      if ([0, 1, -1].some((more) => withinEdits(after.slice(0, key.length + more), key, 1))) return name;
    }
  }
  return null;
}

function findBody(
  front: readonly Line[],
  lines: Lines,
  name: string,
  kind: DocumentKind,
  warnings: Warning[],
): FoundBody {
  const short = (line: Line) => line.text.length <= 80;
  const head = kind === 'bilag' ? front.slice(0, 12) : front.slice(0, 60);
  for (const line of [...lines.running.slice(0, 40).filter(short), ...head.filter(short)]) {
    const found = bodyIn(line.text);
    if (found) return { name: found, line };
  }
  const counts = new Map<BodyName, { count: number; line: Line }>();
  for (const line of lines.body) {
    if (!line.text.includes('KKR')) continue;
    const found = bodyIn(line.text);
    if (found)
      counts.set(found, {
        count: (counts.get(found)?.count ?? 0) + 1,
        line: counts.get(found)?.line ?? line,
      });
  }
  const ranked = [...counts].sort((a, b) => b[1].count - a[1].count);
  const [first, second] = ranked;
  if (first && first[1].count >= 3 && first[1].count >= 3 * (second?.[1].count ?? 0)) {
    return { name: first[0], line: first[1].line };
  }
  const named = bodyIn(fileWords(name));
  if (named) warnings.push(warn('body-from-file-name', `${named} was taken from the file's name`, null));
  return { name: named, line: null };
}

function fileWords(name: string): string {
  return name
    .replace(/\.[a-z]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/sjaelland/gi, 'sjælland');
}

interface FoundMeetingDate {
  readonly date: string | null;
  readonly from: MeetingFacts['dateFrom'];
  readonly lines: readonly Line[];
}

const NOT_THE_MEETING =
  /udsendt|frist|senest|næste møde|godkendt|udskrevet|dok\.?\s?(?:id|nr)|senest revideret|trykt/i;

function findMeetingDate(
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
  // An appendix is a letter as a rule: "Dato" there is the day it was written.
  if (labelled && line && kind !== 'bilag' && kind !== 'andet') {
    return { date: findDates(labelled.value, { short: true })[0]?.date ?? null, from: 'text', lines: [line] };
  }
  const head = kind === 'bilag' || kind === 'andet' ? front.slice(0, 15) : front.slice(0, 40);
  for (const [i, each] of head.entries()) {
    const most = /^Mødet (?:blev |er )?(?:af)?hold/.test(each.text) ? 200 : 110;
    if (each.text.length > most || NOT_THE_MEETING.test(each.text)) continue;
    // An agenda that speaks of minutes speaks of another meeting's.
    if (kind !== 'referat' && /referat (?:fra|af)/i.test(each.text)) continue;
    const own = headingFrom(head, i);
    const text = own.map((line) => line.text).join(' ');
    const found = findDates(text)[0];
    if (!found || !namesMeeting(text, kind)) continue;
    return { date: found.date, from: 'text', lines: own };
  }
  for (const each of lines.running) {
    if (!/KKR|møde|dagsorden|referat/i.test(each.text)) continue;
    const found = findDates(each.text, { short: true })[0];
    if (!found) continue;
    warnings.push(
      warn('date-from-running-header', `The date ${found.date} was taken from the running header`, each.page),
    );
    return { date: found.date, from: 'running-header', lines: [each] };
  }
  const named = findDates(name.replace(/_/g, ' '), { compact: true })[0];
  if (named) {
    warnings.push(warn('date-from-file-name', `The date ${named.date} was taken from the file's name`, null));
    return { date: named.date, from: 'file-name', lines: [] };
  }
  return { date: null, from: null, lines: [] };
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

/** In a letterhead a date that stands alone, with a weekday or with a time is the meeting's. */
function namesMeeting(text: string, kind: DocumentKind): boolean {
  if (
    /møde/i.test(text) &&
    /KKR|kontaktråd|dagsorden|referat|mødet?\s+(?:den|d\.|(?:blev |er )?(?:af)?holdt)|mødedato/i.test(text)
  )
    return true;
  if (kind === 'bilag' || kind === 'andet') return false;
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

function findMeetingTime(
  front: readonly Line[],
  labels: readonly LabelledValue[],
  dateLines: readonly Line[],
): { time: string; line: Line | null } | null {
  for (const label of labels.filter((each) => each.field === 'time')) {
    const found = findTime(withoutDates(label.value));
    if (found) return { time: found.time, line: label.lines[0] ?? null };
  }
  for (const label of labels.filter((each) => each.field === 'date')) {
    const found = findTime(withoutDates(label.value));
    if (found) return { time: found.time, line: label.lines[0] ?? null };
  }
  const last = dateLines.at(-1);
  if (last && last.start !== null) {
    const next = front.find((line) => line.index === last.index + 1);
    for (const line of [
      ...dateLines,
      ...(next && /^(?:kl|tid)|^\d{1,2}[.:]\d{2}/i.test(next.text) ? [next] : []),
    ]) {
      const found = findTime(withoutDates(line.text));
      if (found) return { time: found.time, line };
    }
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

/** The address without what follows it as a sentence ("Mødet er fra 9.30-12."). */
function placeOf(value: string): string | null {
  const text = joinLines([value]);
  const stop = /(?<=\p{L}{3}|\d)(?<!\b(?:Skt|Sct|Kgs|Sdr|Ndr|Nr|Chr|Gl|Vor|Dr))\.\s+(?=\p{Lu})/u.exec(text);
  const place = (stop ? text.slice(0, stop.index) : text).replace(/\s*[.;,]$/, '').trim();
  return place === '' ? null : place;
}

export function warn(code: string, message: string, page: number | null): Warning {
  return { code, message, page };
}
