import type { Item, Page } from '../../core/document.ts';
import { mergeCaseLines, parseCaseLine } from './case-number.ts';
import { HeadingJudge } from './headings.ts';
import { readHead } from './item-head.ts';
import type { ItemColumns } from './item-table/columns.ts';
import { type ItemRow, readItemRows } from './item-table/rows.ts';
import { buildItem, type Chapter, type Draft } from './items.ts';
import { isCalledMinutes } from './kind.ts';
import { type Line, type Lines, partOfLine } from './lines.ts';
import type { PageLink } from './listed-attachments.ts';
import { inferRoles } from './section-roles.ts';
import { sectionWord } from './section-words.ts';
import { cutSections, type RawSection } from './sections.ts';

export interface TableItems {
  readonly items: readonly Item[];
  readonly drafts: readonly (readonly RawSection[])[];
  readonly chapters: readonly Chapter[];
  /** Index of the table's first line. */
  readonly start: number;
}

/** A table that holds a smaller part of a document's letters is an overview of what stands elsewhere. */
const LEAST = 0.5;

/**
 * Papers that are one table from the first item to the last: a row is an item, and
 * what other papers head within an item stands above its column ("Nr.", "Sag",
 * "Indstilling", "Beslutning"). Null for all other papers.
 */
export function readItemTable(
  lines: Lines,
  pages: readonly Page[],
  links: readonly PageLink[],
): TableItems | null {
  const found = readItemRows(lines.body, pages);
  if (found === null || found.rows.length < 2) return null;
  const { columns, rows, start } = found;
  const all = rows.flatMap((row) => [...row.cells.values()].flat());
  if (lettersOf(all) < LEAST * lettersOf(lines.body)) return null;
  const drafts = rows.map((row) => draftOf(row, columns, lines));
  const judge = new HeadingJudge(drafts, lines.textSize);
  const cut = inferRoles(
    drafts.map((draft, i) => sectionsOf(draft, rows[i], columns, judge)),
    isCalledMinutes(lines.body.slice(0, start)),
  );
  return {
    items: drafts.map((draft, i) => buildItem(draft, cut[i] ?? [], links, lines.wrapAt)),
    drafts: cut,
    chapters: [...new Set(rows.flatMap((row) => row.chapter ?? []))],
    start,
  };
}

function lettersOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

/** The title and its case line from the column that says what the item is about. */
function draftOf(row: ItemRow, columns: ItemColumns, lines: Lines): Draft {
  const subject = (row.cells.get(columns.subject) ?? []).flatMap(apartFromCase);
  const body = subject.map((line, index) => ({ ...line, index }));
  // A narrow column wraps its lines early.
  const wrapAt = Math.max(0, ...body.map((line) => line.text.length));
  const numbers = columns.number === null ? [] : (row.cells.get(columns.number) ?? []);
  const [first] = body;
  const own = (numbers.length > 0 ? null : first?.numbered?.rest) ?? first?.text ?? '';
  const read = readHead({ ...lines, body, wrapAt }, 0, own, body.length, null);
  const cases = columns.caseNumber === null ? [] : (row.cells.get(columns.caseNumber) ?? []);
  const caseLine = mergeCaseLines(
    [...cases.map((line) => parseCaseLine(`Sagsnr. ${line.text}`)), read.caseLine].filter(
      (one) => one !== null,
    ),
  );
  return {
    outline: { number: row.number, line: 0, rest: own, named: null, chapter: row.chapter },
    head: {
      ...read,
      titleLines: [...numbers, ...read.titleLines],
      caseLine,
      caseLines: [...cases, ...read.caseLines],
    },
    lines: body.slice(read.bodyStart),
    all: [...row.cells.values()].flat(),
  };
}

const WITHIN =
  /(?<=^|\s)(?:(?:SAG|EMN)-\d{4}-\d{3,6}|(?:Sag|Sagsnr\.|J\.?nr\.)\s\d{2}\/\d{3,6})(?:[\s/]\p{Ll}{2,4}(?!\p{L}))*/u;

/** A cell read as one line: what stands before the case number is the title. */
function apartFromCase(line: Line): Line[] {
  const found = WITHIN.exec(line.text);
  if (found === null || found[0].length === line.text.length) return [line];
  const end = found.index + found[0].length;
  const parts = [
    partOfLine(line, 0, found.index),
    partOfLine(line, found.index, end),
    partOfLine(line, end, line.text.length),
  ];
  return parts.filter(({ text }) => text !== '');
}

/** What stands under the title has its column's heading, unless it brings its own. */
function sectionsOf(
  draft: Draft,
  row: ItemRow | undefined,
  columns: ItemColumns,
  judge: HeadingJudge,
): RawSection[] {
  const headed = (heading: string, pieces: RawSection['pieces']): RawSection => ({
    heading,
    role: sectionWord(heading)?.role ?? 'text',
    head: null,
    pieces,
  });
  const beneath = cutSections(draft.lines, judge).map((section) =>
    section.heading === '' ? headed(columns.heads.get(columns.subject) ?? '', section.pieces) : section,
  );
  const beside = [...columns.heads].flatMap(([column, heading]) => {
    if (column === columns.number || column === columns.caseNumber || column === columns.subject) return [];
    const own = row?.cells.get(column) ?? [];
    return [
      headed(
        heading,
        own.map((line) => ({ line, text: line.text, start: line.start })),
      ),
    ];
  });
  return [...beneath, ...beside].filter((section) => section.pieces.length > 0);
}
