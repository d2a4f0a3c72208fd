import type { ListedAttachment } from '../../core/document.ts';
import { type Piece, spansOf } from './sections.ts';
import { joinLines } from './text.ts';

/** A link of a PDF: where it lies and where it leads. */
export interface PageLink {
  readonly page: number;
  readonly url: string;
  /** In points from the page's upper left corner; null where only the text is known. */
  readonly box: readonly [number, number, number, number] | null;
}

const BULLET = /^(?:[-–—•·▪○●›»«*+]|\uf0b7|o(?=\s))\s*/;
/** "./." says that something is enclosed. */
const MARK = /^\.\s?\/\s?\.?\s*/;
const NUMBERED =
  /^(?:bilag|bilagsnr\.?|nr\.?)?\s*(?:nr\.?\s*)?((?:\d{1,2}[.-])*\d{1,3})(?:\s*[.:)]|\s+[-–—])\s+(?=\S)/i;
const NAMED = /^bilag\s+((?:\d{1,2}[.-])*\d{1,3})\s+(?=\p{Lu})/iu;
const NOTHING = /^(?:ingen(?: bilag)?|intet|nej|-|–|der er ingen bilag(?: til (?:punktet|sagen))?)\.?$/i;

interface Entry {
  readonly pieces: Piece[];
  readonly number: number | null;
  readonly bulleted: boolean;
}

/**
 * The attachments that an item lists, one an entry however many lines it takes.
 * "./." is a mark; a sentence that leads up to the list is no attachment.
 */
export function listAttachments(
  pieces: readonly Piece[],
  links: readonly PageLink[],
  wrapAt: number,
): ListedAttachment[] {
  const entries: Entry[] = [];
  for (const piece of pieces.flatMap(entriesOnLine)) {
    const bullet = BULLET.exec(piece.text);
    let text = piece.text.slice(bullet?.[0].length ?? 0).replace(MARK, '');
    const marked = MARK.test(piece.text);
    // A mark that OCR could not read leaves a letter or two.
    if (text.replace(/[^\p{L}\d]/gu, '').length < 3 || NOTHING.test(text)) continue;
    const numbered = NUMBERED.exec(text) ?? NAMED.exec(text);
    if (numbered) text = text.slice(numbered[0].length);
    const last = entries.at(-1);
    const opens = bullet !== null || numbered !== null || marked;
    const cut = { ...piece, text };
    if (!last || opens || !continuesEntry(last, piece, wrapAt)) {
      const number = numbered?.[1] ? Number(numbered[1].split(/[.-]/).at(-1)) : null;
      entries.push({ pieces: [cut], number, bulleted: opens });
    } else last.pieces.push(cut);
  }
  const listed = entries.filter((entry, i) => !isLeadIn(entry, entries[i + 1]));
  const numbers = listed.map((entry) => entry.number);
  const trusted = new Set(numbers).size === numbers.length && !numbers.includes(null) && !numbers.includes(0);
  return listed.map((entry, i) => {
    const link = linkOf(entry.pieces, links);
    const title = entryTitle(entry.pieces);
    return {
      number: trusted ? (entry.number ?? i + 1) : i + 1,
      title,
      ...(link ? { link } : {}),
      where: spansOf(entry.pieces),
    };
  });
}

/** "Udredning • Beregning", "Bilag 1: Notat Bilag 2: Kort": a cell of a table has its entries on one line. */
function entriesOnLine(piece: Piece): Piece[] {
  // A cell's text is one line: the mark with which it begins comes back before each of its entries.
  const mark = piece.line.role === 'table' ? /^([-–*o+])\s/.exec(piece.text)?.[1] : undefined;
  const pattern =
    mark === undefined ? ANOTHER : new RegExp(`\\s+(?=[${mark === '-' ? '\\-' : mark}]\\s+\\p{Lu})`, 'gu');
  const starts = [...piece.text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return [0, ...starts].map((start, at) => {
    const text = piece.text.slice(start, starts[at]);
    return { ...piece, text: text.trimEnd(), start: piece.start === null ? null : piece.start + start };
  });
}

const ANOTHER = /\s+(?=[•▪●○]\s\S)|(?<=\S)\s+(?=Bilag\s\d{1,2}(?:\.\d{1,2})*\s?[:–-]\s)/gu;

function entryTitle(pieces: readonly Piece[]): string {
  const title = joinLines(pieces.map((piece) => piece.text));
  return title
    .replace(/\[([^\]]+)\]\(\S+\)/g, '$1')
    .replace(/\s*<?https?:\/\/\S+>?\s*$/, '')
    .replace(/(?<!\b(?:mv|m\.v|pct|nr|kr|evt|inkl|ekskl))[.;,]$/, '')
    .trim();
}

/** Whether a line without a bullet goes on with the entry before it. */
function continuesEntry(entry: Entry, piece: Piece, wrapAt: number): boolean {
  const last = entry.pieces.at(-1);
  if (!last) return false;
  if (piece.line.gap && piece.line.page === last.line.page) return false;
  if (/[-–,/]$/.test(last.text) || /^[a-zæøå(\d]/.test(piece.text)) return true;
  return last.line.text.length >= wrapAt * (entry.bulleted ? 0.75 : 0.9);
}

/** "Til baggrund for drøftelserne er udarbejdet:" and "Programmer for" announce the entries after them. */
function isLeadIn(entry: Entry, next: Entry | undefined): boolean {
  const last = entry.pieces.at(-1)?.text ?? '';
  if (!next) return false;
  return (
    last.endsWith(':') ||
    (!entry.bulleted && next.bulleted && /\b(?:for|om|til|af|fra|vedr\.?|vedrørende)$/.test(last))
  );
}

function linkOf(pieces: readonly Piece[], links: readonly PageLink[]): string | null {
  for (const { text, line } of pieces) {
    const printed = /\]\((https?:\/\/[^)\s]+)\)|<?(https?:\/\/[^\s>]+)>?/.exec(text);
    const url = printed?.[1] ?? printed?.[2];
    if (url) return url;
    const over = links.find(
      (link) => link.page === line.page && link.box !== null && overlaps(link.box, line),
    );
    if (over) return over.url;
  }
  return null;
}

function overlaps(box: readonly [number, number, number, number], line: Piece['line']): boolean {
  if (!line.box) return false;
  const [left, top, right, bottom] = line.box;
  const middle = (box[1] + box[3]) / 2;
  return box[0] < right && box[2] > left && middle >= top && middle <= bottom;
}
