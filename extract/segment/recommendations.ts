import type { Piece } from './sections.ts';
import { joinLines } from './text.ts';

const BULLET = /^(?:[-–—•·▪›»*]|\(?\d{1,2}[.)]|\(?[a-hA-H][.)])\s*(?=\S)/;
const LEAD_IN =
  /^(?:(?:det|sekretariatet|formandskabet|administrationen|k\s?\d{1,2}|forretningsudvalget|kommunaldirektør\S*|embedsmandsudvalget[^,:]*?)\s+(?:indstill\S+|anbefal\S+|foreslå\S*)(?:\s+(?:videre|endvidere|derfor|desuden|også))?|(?:indstilling|anbefaling)\s*:)\s*(?:,?\s*at\s+)?[:,]?\s*/i;

/**
 * The recommendations one by one, without "Det indstilles, at". A list gives an
 * entry a bullet; a text without bullets gives one an indstilling.
 */
export function listRecommendations(pieces: readonly Piece[]): string[] {
  const groups: string[][] = [];
  let listed = false;
  for (const piece of pieces) {
    const bullet = BULLET.exec(piece.text);
    const bare = piece.text.slice(bullet?.[0].length ?? 0);
    const last = groups.at(-1)?.at(-1) ?? '';
    const opens =
      bullet !== null ||
      (groups.length > 0 && LEAD_IN.test(piece.text)) ||
      (!bullet &&
        /^at\s+\p{L}/iu.test(bare) &&
        (/(?:[:;,.]|(?<!\p{L})(?:og|samt|at|KKR))$/u.test(last) || leavesRoom(last, bare)));
    if (bullet) listed = true;
    if (groups.length === 0 || opens || (piece.line.gap && !listed && groups.length > 0)) groups.push([bare]);
    else groups.at(-1)?.push(bare);
  }
  const texts = groups.map((group) => joinLines(group));
  const [head, ...others] = texts;
  const leads =
    head !== undefined &&
    others.length > 0 &&
    (/:$/.test(head) || (clean(head).split(' ').length <= 4 && !/[.;]$/.test(head)));
  return (leads ? others : texts).map(clean).filter((text) => text.length > 2);
}

/** Two lines that begin with "at": had the first gone on in the second, it would have been as long. */
function leavesRoom(last: string, next: string): boolean {
  return /^at\s/i.test(last) && last.length + 'at '.length < next.length;
}

/**
 * What is recommended in an item without any headings: the sentence that says so, to
 * its end.
 */
export function recommendedInText(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex((piece) => LEAD_IN.test(piece.text));
  if (from < 0) return [];
  const to = pieces.findIndex((piece, i) => i >= from && /[.!]$/.test(piece.text));
  return pieces.slice(from, to < 0 ? undefined : to + 1);
}

function clean(text: string): string {
  return text
    .replace(LEAD_IN, '')
    .replace(/^at\s+/i, '')
    .replace(/[,;]?(?:\s+(?:og|samt))?\s*[.;,]?$/, '')
    .trim();
}
