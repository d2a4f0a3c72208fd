import type { PageLine, Repair, Table } from '../../core/document.ts';
import type { PageText } from './page-text.ts';
import type { PlacedWord } from './piece.ts';

/**
 * Carries a page's lines and words over edits to its text. Lines are read off the
 * new text, so they cannot disagree with it; each takes role, box and size from
 * the old line in which it begins. A line that an edit joined to the one above is gone.
 */
export function editPage(page: PageText, text: string, edits: readonly Repair[]): PageText {
  if (edits.length === 0) return page;
  const map = new OffsetMap(edits);
  const tables = (page.tables ?? []).map((table) => editTable(table, text, map));
  return { text, lines: editLines(page, text, map), words: editWords(page.words, text, map), tables };
}

function editLines(page: PageText, text: string, map: OffsetMap): PageLine[] {
  const out: PageLine[] = [];
  let at = 0;
  for (const found of text.matchAll(/[^\n]+/gu)) {
    const old = map.back(found.index);
    let inText = lastAt(page.lines, old, at);
    for (; at <= inText; at++) {
      const line = page.lines[at];
      if (line?.start === null) out.push(line);
    }
    // Set-aside lines at the page's end come last; a line split in two keeps its place.
    if (inText < 0) inText = 0;
    const line = page.lines[inText];
    if (line !== undefined) out.push({ ...line, text: found[0], start: found.index });
  }
  for (; at < page.lines.length; at++) {
    const line = page.lines[at];
    if (line?.start === null) out.push(line);
  }
  return out;
}

/** Index of the last line in the text that begins at or before an offset. */
function lastAt(lines: readonly PageLine[], offset: number, from: number): number {
  let found = lines.findIndex((line) => line.start !== null);
  for (let index = Math.max(0, from - 1); index < lines.length; index++) {
    const start = lines[index]?.start ?? null;
    if (start === null) continue;
    if (start > offset) break;
    found = index;
  }
  return found;
}

function editWords(words: readonly PlacedWord[], text: string, map: OffsetMap): PlacedWord[] {
  const out: PlacedWord[] = [];
  let last = 0;
  for (const word of words) {
    const [start, end] = trimmed(text, Math.max(last, map.forth(word.start)), map.forth(word.end));
    if (end <= start) continue;
    out.push({ start, end, box: word.box });
    last = end;
  }
  return out;
}

function editTable(table: Table, text: string, map: OffsetMap): Table {
  const rows = table.rows.map((row) =>
    row.flatMap((cell) => {
      const [start, end] = trimmed(text, map.forth(cell.start), map.forth(cell.end));
      return end > start ? [{ ...cell, start, end }] : [];
    }),
  );
  return { ...table, rows };
}

/** A stretch of text without the blanks at its ends. */
function trimmed(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return [start, end];
}

function isSpace(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter === ' ' || letter === '\n' || letter === '\t';
}

/** Where an offset of the old text stands in the new one, and back; within an edit, in proportion. */
interface Shifted {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

class OffsetMap {
  readonly #edits: readonly Shifted[];

  constructor(edits: readonly Repair[]) {
    let shift = 0;
    this.#edits = edits.map((edit) => {
      const newFrom = edit.start + shift;
      shift += edit.after.length - (edit.end - edit.start);
      return { from: edit.start, to: edit.end, newFrom, newTo: newFrom + edit.after.length };
    });
  }

  forth(offset: number): number {
    const edit = this.#last((candidate) => candidate.from < offset);
    if (edit === undefined) return offset;
    if (offset >= edit.to) return offset - edit.to + edit.newTo;
    return edit.newFrom + portion(offset - edit.from, edit.to - edit.from, edit.newTo - edit.newFrom);
  }

  back(offset: number): number {
    const edit = this.#last((candidate) => candidate.newFrom < offset);
    if (edit === undefined) return offset;
    if (offset >= edit.newTo) return offset - edit.newTo + edit.to;
    return edit.from + portion(offset - edit.newFrom, edit.newTo - edit.newFrom, edit.to - edit.from);
  }

  #last(before: (edit: Shifted) => boolean): Shifted | undefined {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = this.#edits[middle];
      if (edit !== undefined && before(edit)) low = middle + 1;
      else high = middle;
    }
    return this.#edits[low - 1];
  }
}

const portion = (part: number, whole: number, other: number): number => Math.round((part / whole) * other);
