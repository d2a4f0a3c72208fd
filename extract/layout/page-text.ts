import type { PageLine, Table } from '../../core/document.ts';
import type { LaidLine } from './lines.ts';
import type { PlacedWord } from './piece.ts';
import { isNumeric, type PlacedCell, tablesOf } from './tables.ts';

export interface PageText {
  readonly text: string;
  readonly lines: readonly PageLine[];
  /** The words of `text`, in its order. */
  readonly words: readonly PlacedWord[];
  readonly tables?: readonly Table[];
}

/** Running headers and footers are kept as lines and left out of the text. */
function isSetAside(line: Pick<LaidLine, 'role'>): boolean {
  return line.role === 'header' || line.role === 'footer';
}

/** Writes lines down as a page's text: \n between lines, an empty line between paragraphs. */
export function writePage(lines: readonly LaidLine[]): PageText {
  let text = '';
  const out: PageLine[] = [];
  const words: PlacedWord[] = [];
  const cells: PlacedCell[] = [];
  for (const line of lines) {
    const { role, box, size, bold } = line;
    if (isSetAside(line)) {
      out.push({ text: line.text, start: null, role, box, size, bold });
      continue;
    }
    if (text !== '') text += line.opens ? '\n\n' : '\n';
    const start = text.length;
    for (const word of line.words) words.push({ ...word, start: word.start + start, end: word.end + start });
    for (const cell of (role !== 'contents' && line.cells) || []) {
      const at = { start: cell.start + start, end: cell.end + start };
      cells.push({ ...cell, ...at, bold, numeric: isNumeric(line.text.slice(cell.start, cell.end)) });
    }
    out.push({ text: line.text, start, role, box, size, bold });
    text += line.text;
  }
  return { text, lines: out, words, tables: tablesOf(cells) };
}
