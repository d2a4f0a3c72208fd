import { type IsHeading, type Stretch, stretchesOf } from './lines.ts';

/**
 * What a text of a document consists of, for setting it anew: typographic lines
 * flow together to paragraphs, list entries to lists, rows of cells to a table.
 */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'dashes' | 'numbers' | 'contents'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** `mark` is kept where it says something ("2.", "b)", a page), dropped where it only draws a dash. */
export type Entry = Pick<Stretch, 'mark' | 'text'>;

/** A sentence that goes on in the next paragraph was parted by the end of a page. */
const PAGE_BREAK = /([\p{L}\d,])[^\S\n]*\n[^\S\n]*\n\s*(?=\p{Ll}{2})/gu;
/** Cells of a row are parted by tabs; one such line alone is a label and its value. */
const CELLS = /\s*\t\s*/;
const FEWEST_ROWS = 2;

export function blocksOf(text: string, isHeading: IsHeading = () => false): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.replaceAll(PAGE_BREAK, '$1\n').split(/\n\s*\n/)) {
    for (const stretch of stretchesOf(paragraph, isHeading)) add(blocks, stretch);
  }
  return blocks.map(loneRowAsText);
}

function add(blocks: Block[], { kind, mark, text }: Stretch): void {
  const last = blocks.at(-1);
  if (kind === 'paragraph' || kind === 'heading') blocks.push({ kind, text });
  else if (kind === 'row') {
    const rows = last?.kind === 'table' ? last.rows : [];
    replaceOrPush(blocks, rows.length > 0, { kind: 'table', rows: [...rows, text.split(CELLS)] });
  } else {
    const entries = last?.kind === kind ? last.entries : [];
    replaceOrPush(blocks, entries.length > 0, { kind, entries: [...entries, { mark, text }] });
  }
}

function replaceOrPush(blocks: Block[], replaces: boolean, block: Block): void {
  blocks.splice(replaces ? -1 : blocks.length, replaces ? 1 : 0, block);
}

function loneRowAsText(block: Block): Block {
  if (block.kind !== 'table' || block.rows.length >= FEWEST_ROWS) return block;
  return { kind: 'paragraph', text: block.rows.flat().join(' ') };
}
