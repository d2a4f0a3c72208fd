/**
 * What a text of a document consists of, for setting it anew: typographic lines
 * flow together to paragraphs, lists become lists, rows of cells a table.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'dashes' | 'numbers'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** `mark` is kept where it says something ("2.", "b)"), dropped where it only draws a dash. */
export interface Entry {
  readonly mark: string | null;
  readonly text: string;
}

const DASH = /^[-–—•·▪◦●*]\s+(?=\S)/;
/** Not dates ("12. marts") nor abbreviations ("s. 4", "m. fl.") that a line end happened to part. */
const NUMBER =
  /^(\d{1,2}[.)](?!\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))|\p{L}\)|\p{Ll}\.(?=\s+\p{Lu})|Ad\.? ?\d{1,2}[.:)]?)\s+(?=\S)/u;
/** A sentence that goes on in the next paragraph was parted by the end of a page. */
const PAGE_BREAK = /([\p{L}\d,])[^\S\n]*\n[^\S\n]*\n\s*(?=\p{Ll}{2})/gu;
/** Ragged setting fills lines up: a line this much shorter than the longest ends a sentence's paragraph … */
const SHORT_LINE = 0.72;
/** … and one so short ends whatever it is. */
const VERY_SHORT_LINE = 0.5;
/** Cells of a row are parted by tabs; one such line alone is a label and its value. */
const CELLS = /\s*\t\s*/;
const FEWEST_ROWS = 2;

export function blocksOf(text: string): Block[] {
  const paragraphs = text.replaceAll(PAGE_BREAK, '$1\n').split(/\n\s*\n/);
  return paragraphs.flatMap(stretchesOf).reduce(intoBlocks, []).map(loneRowAsText);
}

/** One paragraph, one list entry or one row, its lines joined. */
interface Stretch {
  readonly kind: Block['kind'];
  readonly mark: string | null;
  text: string;
}

function stretchesOf(paragraph: string): Stretch[] {
  const lines = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const full = Math.max(...lines.map((line) => line.length));
  const stretches: Stretch[] = [];
  let ended = true;
  for (const line of lines) {
    const start = startOf(line);
    const open = stretches.at(-1);
    if (start) stretches.push(start);
    else if (!open || open.kind === 'table' || (ended && startsAnew(line))) {
      stretches.push({ kind: 'paragraph', mark: null, text: line });
    } else open.text += ` ${line}`;
    ended = endsParagraph(line, full);
  }
  return stretches;
}

/** What a line that is no plain text begins. */
function startOf(line: string): Stretch | null {
  if (line.includes('\t')) return { kind: 'table', mark: null, text: line };
  const dash = DASH.exec(line);
  if (dash) return { kind: 'dashes', mark: null, text: line.slice(dash[0].length) };
  const number = NUMBER.exec(line);
  if (!number?.[1]) return null;
  return { kind: 'numbers', mark: number[1], text: line.slice(number[0].length) };
}

function endsParagraph(line: string, full: number): boolean {
  if (line.length < full * VERY_SHORT_LINE) return true;
  return line.length < full * SHORT_LINE && /[.:;?!)"»”]$/.test(line);
}

function startsAnew(line: string): boolean {
  return /^(?:[\p{Lu}"»”(]|\d+\.\d)/u.test(line);
}

function intoBlocks(blocks: Block[], { kind, mark, text }: Stretch): Block[] {
  const last = blocks.at(-1);
  if (kind === 'paragraph') blocks.push({ kind, text });
  else if (kind === 'table') {
    const row = text.split(CELLS);
    if (last?.kind === 'table') blocks[blocks.length - 1] = { kind, rows: [...last.rows, row] };
    else blocks.push({ kind, rows: [row] });
  } else if (last?.kind === kind) {
    blocks[blocks.length - 1] = { kind, entries: [...last.entries, { mark, text }] };
  } else blocks.push({ kind, entries: [{ mark, text }] });
  return blocks;
}

function loneRowAsText(block: Block): Block {
  if (block.kind !== 'table' || block.rows.length >= FEWEST_ROWS) return block;
  return { kind: 'paragraph', text: block.rows.flat().join(' ') };
}
