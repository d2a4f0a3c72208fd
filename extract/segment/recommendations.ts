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
    const opens =
      bullet !== null ||
      (groups.length > 0 && LEAD_IN.test(piece.text)) ||
      (!bullet &&
        /^at\s+\p{L}/u.test(bare) &&
        /(?:[:;,.]|(?<!\p{L})(?:og|samt|at|KKR))$/u.test(groups.at(-1)?.at(-1) ?? ''));
    if (bullet) listed = true;
    if (groups.length === 0 || opens || (piece.line.gap && !listed && groups.length > 0)) groups.push([bare]);
    else groups.at(-1)?.push(bare);
  }
  const texts = groups.map((group) => joinLines(group));
  const [head, ...others] = texts;
  const leads =
    head !== undefined && others.length > 0 && (/:$/.test(head) || clean(head).split(' ').length <= 4);
  return (leads ? others : texts).map(clean).filter((text) => text.length > 2);
}

function clean(text: string): string {
  return text
    .replace(LEAD_IN, '')
    .replace(/^at\s+/i, '')
    .replace(/[,;]?(?:\s+(?:og|samt))?\s*[.;,]?$/, '')
    .trim();
}
