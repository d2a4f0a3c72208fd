import { type Block, blocksOf } from './blocks.ts';

/** A text without the line ends of the print: one line for each paragraph, list entry or row. */
export function flowing(text: string): string {
  return blocksOf(text).flatMap(linesOf).join('\n');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.map((cells) => cells.join('\t'));
    case 'paragraph':
    case 'heading':
      return [block.text];
    default:
      return block.entries.map(({ mark, text }) => `${mark ?? '-'} ${text}`);
  }
}
