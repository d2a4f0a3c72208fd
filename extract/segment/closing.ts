import type { Line } from './lines.ts';

/** How a meeting or a letter ends: when it was over, a greeting, the place for names. */
const CLOSING =
  /^(?:(?:KKR-)?mødet\s+(?:(?:blev|er)\s+)?(?:hævet|hævedes|afsluttet|sluttede|slut(?:tet)?)(?:\s+(?:kl|\d)|[.:]|$)|(?:med\s+)?(?:venlig(?:e)?|kærlig)\s+hilsen(?:er)?[,.]?$|underskrift(?:er|sside)?:?$|godkendt(?: og underskrevet)? af:?$|referent:\s)/i;

/** What a web page has below its text: an address with a telephone number, or when it was last changed. */
const FOOT =
  /^(?=.*[·|].*[·|])(?=.*\b(?:tlf|telefon|cookies|cvr|ean)\b).+$|^(?:senest|sidst) (?:opdateret|ændret|redigeret)(?::|\s+(?:den\s+|d\.\s*)?\d).{0,30}$/i;

/** A closing is followed by names and offices, never by more than so many lines. */
const MOST_LINES = 16;

/**
 * Where the last item gives way to how the paper ends, so that no signature is read as
 * part of a decision; `lines.length` where nothing says so. `from` is the last item's first line.
 */
export function closingAt(lines: readonly Line[], from: number): number {
  const start = Math.max(from + 1, lines.length - MOST_LINES);
  for (let i = start; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    if ((CLOSING.test(text) && lines.slice(i + 1).every(isOfSignatures)) || FOOT.test(text)) return i;
  }
  return lines.length;
}

/** Names, offices, a place and a day: short, and no heading of anything. */
function isOfSignatures(line: Line): boolean {
  return line.text.length <= 80 && line.numbered === null && line.word === null;
}
