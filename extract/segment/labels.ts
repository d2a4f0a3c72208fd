import { findDates, findTime } from './danish-date.ts';
import type { Line } from './lines.ts';
import { joinLines } from './text.ts';

export type LabelField = 'date' | 'time' | 'place' | 'other';

export interface LabelledValue {
  readonly field: LabelField;
  readonly value: string;
  readonly lines: readonly Line[];
}

const LABELS: readonly (readonly [LabelField, RegExp])[] = [
  [
    'date',
    /^(?:møde)?dato(?:\s+og\s+tid(?:spunkt)?)?(?:\s+for\s+mødet)?$|^mødedag$|^hvornår$|^mødedato\/tid$|^dato\/tid$/i,
  ],
  ['time', /^(?:møde)?tid(?:spunkt|srum)?$|^klokkeslæt$|^(?:start|møde)tidspunkt$|^mødestart$|^kl\.?$/i],
  [
    'place',
    /^(?:møde)?sted$|^mødet (?:af)?holdes(?: på| i)?$|^mødelokale$|^lokale$|^lokalitet$|^adresse$|^hvor$|^mødested\s*\/\s*lokale$/i,
  ],
  [
    'other',
    /^(?:deltagere|(?:forventede? )?afbud|emne|mødeleder|ordstyrer|referent|sagsnr\.?|sags ?id|j\.?\s?nr\.?|dok\.?\s?id|e-mail|telefon|tlf\.?|bemærkninger|formøder?|forplejning|gruppemøder|frokost|til stede|fraværende|mission|vision|sekretariat(?:et)?|mødetype|møde(?:nr|nummer)?\.?|forum|udvalg|formand|forfald|initialer|direkte|mobil|bilag|mødet|medlemmer|næste møde|udsendt)$/i,
  ],
];

/**
 * "Sted: Ringsted Kongrescenter" with its value over several lines, and both
 * labels first with the values after them, in the same order.
 */
export function readLabels(front: readonly Line[]): LabelledValue[] {
  const found: LabelledValue[] = [];
  let waiting: { field: LabelField; line: Line }[] = [];
  for (let i = 0; i < front.length; i++) {
    const line = front[i];
    if (!line) continue;
    const label = labelOf(line.text);
    if (label && label.value === '') {
      waiting.push({ field: label.field, line });
      continue;
    }
    if (label) {
      waiting = [];
      const more = continuation(front, i, label.value, label.field);
      found.push({
        field: label.field,
        value: joinLines([label.value, ...more.map((each) => each.text)]),
        lines: [line, ...more],
      });
      i += more.length;
      continue;
    }
    const head = waiting.shift();
    if (!head) continue;
    const more = waiting.length > 0 ? [] : continuation(front, i, line.text, head.field);
    found.push({
      field: head.field,
      value: joinLines([line.text, ...more.map((each) => each.text)]),
      lines: [line, ...more],
    });
    i += more.length;
  }
  return found.map(byValue);
}

/** "Mødet afholdes: 8. juni 2012" and "Tidspunkt: 8. juni 2012 kl. 9" say the day, whatever their label means elsewhere. */
function byValue(label: LabelledValue): LabelledValue {
  const day = findDates(label.value, { short: true }).length > 0;
  return day && (label.field === 'place' || label.field === 'time') ? { ...label, field: 'date' } : label;
}

function labelOf(text: string): { field: LabelField; value: string } | null {
  const match = /^([\p{L}][\p{L}./ ]{1,28}?)\s*(?::\s*|\s{3,}|\t)(.*)$/u.exec(text);
  const bare = match?.[1] ?? (text.length <= 20 ? text.replace(/:$/, '') : '');
  const found = LABELS.find(([, pattern]) => pattern.test(bare.trim()));
  if (!found) return spacedLabel(text);
  if (!match)
    return /^(?:dato|sted|tid(?:spunkt)?|mødedato|mødested|mission|vision|deltagere|afbud)$/i.test(
      bare.trim(),
    )
      ? { field: found[0], value: '' }
      : null;
  return { field: found[0], value: (match[2] ?? '').trim() };
}

/** "Dato Torsdag den 24. oktober 2013": nothing but a space parts label and value, so the value must fit. */
function spacedLabel(text: string): { field: LabelField; value: string } | null {
  const match =
    /^(Dato|Mødedato|Mødet afholdes|(?:Møde)?[Tt]id(?:spunkt)?|Mødestart|Sted|Mødested|Lokale)\s+(\S.*)$/.exec(
      text,
    );
  const [, label = '', value = ''] = match ?? [];
  if (/dato$|afholdes$/i.test(label) && findDates(value, { short: true }).length > 0)
    return { field: 'date', value };
  if (/tid(?:spunkt)?$|start$/i.test(label) && findTime(value)) return { field: 'time', value };
  return /sted$|lokale$/i.test(label) && /^\p{Lu}/u.test(value) && value.length > 5
    ? { field: 'place', value }
    : null;
}

/** Further lines of a value: to the next label, an empty line, or a line that is plainly something else. */
function continuation(front: readonly Line[], at: number, value: string, field: LabelField): Line[] {
  if (field !== 'place') return [];
  const more: Line[] = [];
  let last = value;
  for (let i = at + 1; i < Math.min(at + 6, front.length); i++) {
    const line = front[i];
    if (!line || line.gap || line.role === 'heading' || labelOf(line.text)) break;
    if (
      /^(?:mission|vision|dagsorden|referat|indhold|deltager|KKR|afbud|\d{1,2}(?:\.\d{1,2})*\.?\s)/i.test(
        line.text,
      ) &&
      !/^\d{4}\s/.test(line.text)
    )
      break;
    const wraps = /[-–,]$/.test(last) || last.length >= 45 || /^\d{4}\s\p{Lu}|^[a-zæøå\d(]/u.test(line.text);
    if (!wraps) break;
    more.push(line);
    last = line.text;
  }
  return more;
}
