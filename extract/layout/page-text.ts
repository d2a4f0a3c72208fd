import type { PageLine } from '../../core/document.ts';
import type { LaidLine } from './lines.ts';
import type { PlacedWord } from './piece.ts';

export interface PageText {
  readonly text: string;
  readonly lines: readonly PageLine[];
  /** The words of `text`, in its order. */
  readonly words: readonly PlacedWord[];
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
  for (const line of lines) {
    const { role, box, size, bold } = line;
    if (isSetAside(line)) {
      out.push({ text: line.text, start: null, role, box, size, bold });
      continue;
    }
    if (text !== '') text += line.opens ? '\n\n' : '\n';
    const start = text.length;
    for (const word of line.words) words.push({ ...word, start: word.start + start, end: word.end + start });
    out.push({ text: line.text, start, role, box, size, bold });
    text += line.text;
  }
  return { text, lines: out, words };
}
