import { findDates, findTime } from './danish-date.ts';
import type { LabelledValue } from './labels.ts';
import type { Line } from './lines.ts';
import { joinLines } from './text.ts';

/** A place that no label announces: beside or below the date, or in a sentence about the meeting. */
export function placeWithoutLabel(front: readonly Line[], dateLine: Line | null): LabelledValue | null {
  const near =
    dateLine === null || dateLine.start === null
      ? []
      : front.filter((line) => line.index >= dateLine.index && line.index <= dateLine.index + 2);
  return addressIn(near) ?? behindDate(near) ?? below(near) ?? inSentence(front);
}

/** A line with a postal code. */
function addressIn(near: readonly Line[]): LabelledValue | null {
  const line = near.find(
    (each) => /\p{L}.*,\s*\d{4}\s+\p{Lu}\p{L}+/u.test(each.text) && each.text.length < 200,
  );
  if (!line) return null;
  const value = line.text
    .replace(/^.*(?<!\p{L})(?:møde)?(?:sted|lokale)\s*:\s*/iu, '')
    .replace(
      /^.*?(?:\d{1,2}[.:]\d{2}|\bkl\.? \d{1,2}(?:\s?[-–]\s?\d{1,2})?)\s*,?\s*(?:(?:i|på|hos)\s)?(?=\p{Lu})/u,
      '',
    );
  return { field: 'place', value, lines: [line] };
}

/** What people meet in, as the end of a word or as one: "Rådhus", "Hotel", "Kro", "lokale 2", "Akseltorv 1". */
const BUILDING =
  /(?:rådhus|hus(?:et)?|centere?t?|center|kro|hotell?|storcenter|gård(?:en)?|hall?en|sal(?:en)?|kulturhuset?|kongres|museet|museum|højskole|skole|slot|kursus\p{L}*|bibliotek\p{L}*|universitet|park|fængsel|kaserne|station)(?!\p{L})|\b(?:lokale|mødelokale|auditorium|comwell|scandic|teams|zoom|virtuelt|skype)\b|(?:vej|gade|torv|allé|stræde|plads|boulevard)(?:en|et)?\s\d/iu;

/** "… kl. 13.00 på Hotel Trinity," + "Fredericia"; "… den 24. august 2021, Scandic Kolding, kl. 13.00". */
function behindDate([line, next]: readonly Line[]): LabelledValue | null {
  const [date] = line ? findDates(line.text, { short: true }) : [];
  const time = line ? findTime(line.text) : null;
  if (!line || !date || !time) return null;
  const between = /^,\s(\p{Lu}[^,]{3,60}(?:,[^,]{2,40})?),\s$/u.exec(
    line.text.slice(date.end, time.start),
  )?.[1];
  if (between && BUILDING.test(between)) return { field: 'place', value: between, lines: [line] };
  const rest = /^(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?\s*(?:,|(?<!\p{L})(?:på|i|hos))\s+(?=\p{Lu})(.+)$/u.exec(
    line.text.slice(time.end),
  );
  const value = rest?.[1] ?? '';
  const whole = [value, ...(next && !next.gap && isShort(next) ? [next.text] : [])].join(' ');
  if (value === '' || !BUILDING.test(whole)) return null;
  const goesOn = next !== undefined && whole !== value && (/,$/.test(value) || !BUILDING.test(value));
  return {
    field: 'place',
    value: goesOn ? joinLines([value, next.text]) : value,
    lines: goesOn ? [line, next] : [line],
  };
}

const isShort = (line: Line): boolean => line.text.length <= 40 && !/[:\d]/.test(line.text);

/** The building on a line of its own right below the day and the hour. */
function below([line, next]: readonly Line[]): LabelledValue | null {
  if (!line || !next || next.text.length > 90 || !findTime(line.text)) return null;
  const value = next.text.replace(/^(?:i|på|hos)\s+(?=\p{Lu})/u, '').replace(/\.$/, '');
  const stands = /^\p{Lu}/u.test(value) && !/[:;]|\s{3}/.test(value) && !next.word && !next.numbered;
  if (!stands || !BUILDING.test(value) || findDates(value).length > 0) return null;
  return { field: 'place', value, lines: [next] };
}

/** "Mødet holdes på Næstved Rådhus, Rådmandshaven 20, i mødelokale Susåen." */
function inSentence(front: readonly Line[]): LabelledValue | null {
  for (const [i, line] of front.slice(0, 40).entries()) {
    if (!/\bMødet\b/.test(line.text)) continue;
    const next = front[i + 1];
    const lines = next && !next.gap ? [line, next] : [line];
    const text = joinLines(lines.map((each) => each.text)).replace(/\s+/g, ' ');
    const found = /\bMødet (?:af)?hold(?:es|t) (?:på|i|hos) (\p{Lu}.{4,90}?)(?:\.(?=\s|$)|\skl\.|$)/u.exec(
      text,
    );
    if (found?.[1] && BUILDING.test(found[1])) return { field: 'place', value: found[1], lines };
  }
  return null;
}

/** The address without what follows it as a sentence ("Mødet er fra 9.30-12."). */
export function placeOf(value: string): string | null {
  const text = joinLines([value]);
  const stop = /(?<=\p{L}{3}|\d)(?<!\b(?:Skt|Sct|Kgs|Sdr|Ndr|Nr|Chr|Gl|Vor|Dr))\.\s+(?=\p{Lu})/u.exec(text);
  const place = (stop ? text.slice(0, stop.index) : text).replace(/\s*[.;,]$/, '').trim();
  return place === '' ? null : place;
}
