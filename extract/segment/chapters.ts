import { parseCaseLine } from './case-number.ts';
import { isPronounced, type Line, type Lines } from './lines.ts';
import { parseNumbered } from './numbers.ts';
import { inlineSection, sectionWord } from './section-words.ts';

/** Headings over several items that stand in text without typography. */
const USUAL_CHAPTER =
  /^(?:\p{L}+sager|sager (?:til|fra|om)\b.*|punkter til\b.*|temadrøftelser?|meddelelser|udpegninger(?: og indstillinger)?|til (?:beslutning|drøftelse|orientering)|åben(?:t)? (?:dagsorden|møde)|lukke(?:t|de) (?:dagsorden|punkter|møde|sager)|formalia|formelle punkter|orientering(?:er|spunkter)?|beslutningspunkter|drøftelsespunkter)$/iu;

/** "II. Sager til beslutning", "Kapitel B: …": what numbers chapters where items have the digits. */
const LETTERED = /^(?:(?:kapitel|afsnit|del)\s+)?([IVX]{1,4}|[A-F])\s?[.):–-]\s*(\p{Lu}.{2,})$/iu;

/** A chapter's heading taken apart. */
export function chapterTitle(text: string): { number: string | null; title: string } {
  const [, number, title] = LETTERED.exec(text) ?? [];
  return number && title && number === number.toUpperCase()
    ? { number, title }
    : { number: null, title: text };
}

/**
 * The line of an unnumbered chapter heading right above an item that begins at
 * `start`: pronounced and short, or one of the usual words in a paragraph of its
 * own. Null where there is none.
 */
export function chapterAbove(lines: Lines, start: number, previous: number | null): number | null {
  const above = start - 1;
  const line = lines.body[above];
  const head = lines.body[start];
  if (!line || !head || (previous !== null && above <= previous)) return null;
  if (!chapterLike(line, isLarger(line, head))) return null;
  const pronounced = isPronounced(line, lines.textSize) && line.text.length <= 70;
  const apart = line.gap && head.gap && line.size === null;
  const usual = apart && (USUAL_CHAPTER.test(line.text) || line.text.length <= 40);
  return pronounced || usual ? above : null;
}

/** Set larger than the item's own heading, so that even a section's word ("Indledning") heads a chapter. */
function isLarger(line: Line, head: Line): boolean {
  return line.size !== null && head.size !== null && line.size >= head.size + 1;
}

function chapterLike(whole: Line, larger: boolean): boolean {
  const line = { ...whole, text: chapterTitle(whole.text).title };
  return (
    line.text.length >= 3 &&
    line.text.length <= 80 &&
    /^\p{Lu}/u.test(line.text) &&
    !/[.:;,]$/.test(line.text) &&
    line.role !== 'list' &&
    line.role !== 'table' &&
    !/\d{4}|\d[.:]\d\d/.test(line.text) &&
    parseNumbered(line.text) === null &&
    parseCaseLine(line.text) === null &&
    (larger || (sectionWord(line.text) === null && inlineSection(line.text) === null))
  );
}
