import type { Box } from '../../core/document.ts';
import { CELL, type LaidLine } from './lines.ts';
import { boxOf, joinPieces, type Piece } from './piece.ts';
import { isNumeric } from './tables.ts';
import { halves, textLines } from './text-lines.ts';

/** A cell that holds text. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  /** Lines are drawn around it. */
  readonly drawn?: boolean | undefined;
  readonly lines: readonly Piece[];
}

/** Cells from left to right. */
export type FilledRow = readonly FilledCell[];

/** Which cell of which of the page's tables a stretch of a line is. */
export interface LaidCell extends Omit<FilledCell, 'lines'> {
  readonly table: number;
  readonly start: number;
  readonly end: number;
}

/** Cells with more lines than this are running text that was set into a frame. */
const MOST_LINES = 8;

/**
 * Writes down a table that was told by alignment: a row is one line, its cells
 * parted by tabs. A list of people beside its label keeps its lines.
 */
export function alignedLines(rows: readonly FilledRow[], table: number): LaidLine[] {
  return rows.flatMap((row, index) => listLines(row, table, index === 0) ?? rowLineOf(row, table, index));
}

const rowLineOf = (row: FilledRow, table: number, index: number): LaidLine[] => [
  { ...rowLine(row, table), opens: index === 0 },
];

/** A label, and a list of people beside it or a title over smaller print; null where the row is anything else. */
function listLines(row: FilledRow, table: number, opens: boolean): LaidLine[] | null {
  const [label, list] = row;
  if (!label || !list || row.length > 2 || label.lines.length > 1) return null;
  if (!isList(list) && !isTitled(list)) return null;
  const first = rowLine([label, { ...list, lines: list.lines.slice(0, 1) }], table);
  const others = ownLines({ ...list, lines: list.lines.slice(1) }, table);
  return [{ ...first, opens }, ...others.map((line) => ({ ...line, opens: false }))];
}

/** Three small words before the first comma are a sentence's: "Væksthus Midtjylland har i dag kontorer i Aarhus,". */
const isClause = (text: string): boolean =>
  (/^[^,(]*/u.exec(text)?.[0].match(/(?<=\s)\p{Ll}+/gu) ?? []).length > 2;

/** As a heading stands over its case number beside "Pkt. 1.1". */
const isTitled = ({ lines }: FilledCell): boolean => (lines[0]?.size ?? 0) - (lines.at(-1)?.size ?? 0) >= 1.5;

/**
 * Lines that are entries by themselves: "Anna Holm, Kildeby Kommune". A narrow cell
 * breaks some: "Borgmester Anna Holm, Kildeby" + "(formand)", "Bo Lund," + "Sandvig".
 */
function isList({ lines }: FilledCell): boolean {
  const before = (at: number): string => lines[at - 1]?.text ?? '';
  const isEntry = (text: string): boolean =>
    /^\p{Lu}[^,(]*(?:, ?\p{L}| \(\p{L}|,$)/u.test(text) && text.length < 90 && !isClause(text);
  const goesOn = (text: string, at: number): boolean =>
    at > 0 && (/[,-]$| \([^)]*$/.test(before(at)) || text.startsWith('('));
  const entries = lines.filter(({ text }, at) => isEntry(text) && !goesOn(text, at));
  const known = lines.filter(({ text }, at) => isEntry(text) || goesOn(text, at));
  return entries.length >= 2 && known.length >= 0.6 * lines.length;
}

/**
 * Writes down a table that lines were drawn around. Where its cells hold whole
 * paragraphs, as in forms that frame their text, each keeps its own lines.
 */
export function framedLines(rows: readonly FilledRow[], table: number): LaidLine[] {
  return rows.flatMap((row, index) => {
    if (row.length === 1 || row.some(isLong)) return row.flatMap((cell) => ownLines(cell, table));
    if (isHeaded(row)) return headedLines(row, table);
    return listLines(row, table, index === 0) ?? rowLineOf(row, table, index);
  });
}

/** A number stays beside the first line of what it numbers. */
function headedLines([label, ...others]: FilledRow, table: number): LaidLine[] {
  const [first, ...rest] = others;
  if (label === undefined) return [];
  if (first === undefined || label.lines.length > 1) {
    return [label, ...others].flatMap((cell) => ownLines(cell, table));
  }
  const top = rowLine([label, { ...first, lines: first.lines.slice(0, 1) }], table);
  const beneath = ownLines({ ...first, lines: first.lines.slice(1) }, table);
  return [
    { ...top, opens: true },
    ...beneath.map((line, index) => (index === 0 ? { ...line, opens: false } : line)),
    ...rest.flatMap((cell) => ownLines(cell, table)),
  ];
}

const isLong = (cell: FilledCell): boolean => cell.lines.length > MOST_LINES;

/** A title in bold over text, in a row of words: its lines are no cell's that was merely too narrow. */
function isHeaded(row: FilledRow): boolean {
  const titled = row.some(({ lines }) => lines[0]?.bold === true && lines.at(-1)?.bold === false);
  return (
    titled && row.every(({ lines }, at) => at === 0 || !isNumeric(lines.map(({ text }) => text).join(' ')))
  );
}

function rowLine(row: FilledRow, table: number): LaidLine {
  const pieces = row.flatMap((cell) => cell.lines);
  const texts = row.map(({ lines }) => joinPieces(lines, ' '));
  let at = 0;
  const cells = row.map((cell, index) => {
    const start = at;
    const end = start + (texts[index]?.text.length ?? 0);
    at = end + CELL.length;
    return laidCell(cell, table, start, end);
  });
  return {
    ...joinPieces(texts, CELL),
    role: row.length > 1 ? 'table' : 'body',
    box: boxOf(pieces),
    size: halves(pieces[0]?.size ?? 0),
    bold: pieces.every((piece) => piece.bold),
    opens: false,
    cells,
  };
}

function ownLines(cell: FilledCell, table: number): LaidLine[] {
  return textLines(cell.lines).map((line) => ({
    ...line,
    cells: [laidCell(cell, table, 0, line.text.length)],
  }));
}

function laidCell({ lines: _, ...place }: FilledCell, table: number, start: number, end: number): LaidCell {
  return { ...place, table, start, end };
}
