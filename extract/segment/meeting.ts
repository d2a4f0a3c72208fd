import type { MeetingFacts, Span, Warning } from '../../core/document.ts';
import { BODIES, type BodyName, type DocumentKind } from '../../core/vocabulary.ts';
import { readLabels } from './labels.ts';
import type { Line, Lines } from './lines.ts';
import { findMeetingDate } from './meeting-date.ts';
import { placeOf, placeWithoutLabel } from './meeting-place.ts';
import { findMeetingTime } from './meeting-time.ts';
import { spansOfLines } from './sections.ts';
import { squeeze, withinEdits } from './text.ts';

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
  const time = findMeetingTime(front, labels, date);
  const place =
    labels.find((label) => label.field === 'place') ?? placeWithoutLabel(front, date.lines.at(-1) ?? null);
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

export function warn(code: string, message: string, page: number | null): Warning {
  return { code, message, page };
}
