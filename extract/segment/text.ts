import { decideHyphen, NO_WORDS } from '../../danish/hyphen.ts';

/** Small tools for Danish text that is spread over lines or damaged by spacing. */

/**
 * Joins the lines of a title or an entry. A hyphen at a line's end goes where it
 * parts one word ("profes-" + "sionsuddannelserne") and stays where it belongs
 * to the word ("EU-" + "kontor") or stands for a left-out part ("social-" + "og").
 */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const raw of lines) {
    const line = raw.trim().replaceAll('\u2010', '-');
    if (text === '') text = line;
    else if (text.endsWith('-') && /^\p{Ll}/u.test(line) && broken(text)) {
      // The lines come from pages whose words were joined with the dictionary at hand; this is for the rest.
      const right = /^\p{L}+/u.exec(line)?.[0] ?? '';
      const decision = decideHyphen(broken(text), right, NO_WORDS);
      if (decision === 'suspend') text = `${text} ${line}`;
      else text = `${text.replace(/\s?-$/, decision === 'keep' ? '-' : '')}${line}`;
    } else if (/[^\s][-–/]$/.test(text)) text = `${text}${line}`;
    else text = `${text} ${line}`;
  }
  return withEvenBlanks(text);
}

/** Every run of blanks as one space. */
function withEvenBlanks(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

const UNEVEN = /\s\s|[^\S ]/;

/**
 * The text of a table's cell, whose lines stand joined by blanks, without the
 * hyphens of their ends: "efterret- ning". What is left out stays: "børne- og".
 */
export function mendCell(text: string): string {
  return text.replace(
    /(\p{L}+)([-\u2010]) (\p{Ll}+)/gu,
    (whole, left: string, hyphen: string, right: string) => {
      const decision = decideHyphen(left, right, NO_WORDS);
      if (decision === 'suspend') return whole.replace('\u2010', '-');
      return decision === 'keep' && hyphen === '-' ? `${left}-${right}` : `${left}${right}`;
    },
  );
}

/** What stands before a hyphen at the end; empty if there is none. */
function broken(text: string): string {
  return /(\p{L}+)\s?-$/u.exec(text)?.[1] ?? '';
}

/** For comparing titles: letters and digits only, in lower case. */
export function titleKey(text: string): string {
  return text.toLowerCase().replace(/[^a-zæøåéäöü0-9]/g, '');
}

const ALIKE = 0.75;

/** Whether two titles say the same, allowing for an inflection or some OCR errors. */
export function similarTitles(a: string, b: string): boolean {
  const left = titleKey(a);
  const right = titleKey(b);
  if (left === right) return true;
  const shorter = Math.min(left.length, right.length);
  if (shorter < 4) return false;
  if (shorter >= 12 && (left.startsWith(right) || right.startsWith(left))) return true;
  // No more pairs can be shared than the shorter has.
  const most = (2 * (shorter - 1)) / (left.length + right.length - 2);
  return most >= ALIKE && dice(left, right) >= ALIKE;
}

/** Sørensen–Dice coefficient of letter pairs. */
function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<number, number>();
  for (let i = 0; i + 2 <= a.length; i++) {
    const pair = pairAt(a, i);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 2 <= b.length; i++) {
    const pair = pairAt(b, i);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Edit distance, given up beyond `limit`: what lies further from the diagonal is beyond it anyway. */
export function withinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  const beyond = limit + 1;
  let above = new Uint8Array(b.length + 1).fill(beyond);
  let row = new Uint8Array(b.length + 1).fill(beyond);
  for (let j = 0; j <= Math.min(limit, b.length); j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(i - limit, 1);
    row[from - 1] = from === 1 ? Math.min(i, beyond) : beyond;
    let least = row[from - 1] ?? beyond;
    for (let j = from; j <= Math.min(i + limit, b.length); j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const [left = beyond, up = beyond, both = beyond] = [row[j - 1], above[j], above[j - 1]];
      const value = Math.min(left + 1, up + 1, both + cost, beyond);
      row[j] = value;
      least = Math.min(least, value);
    }
    if (least > limit) return false;
    [above, row] = [row, above];
  }
  return (above[b.length] ?? beyond) <= limit;
}

/** Undoes letter-spacing: "K K R  S J Æ L L A N D" and "D AG S O R D E N" become one run of letters. */
export function squeeze(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toUpperCase();
}
