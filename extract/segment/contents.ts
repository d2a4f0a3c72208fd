import type { Line } from './lines.ts';
import { listOfPoints } from './list-of-points.ts';
import { compareNumbers, type ItemNumber, parseNumbered } from './numbers.ts';
import { joinLines } from './text.ts';

export interface ContentsEntry {
  readonly number: ItemNumber | null;
  readonly title: string;
  /** As printed; not always the page of the file. */
  readonly page: number | null;
  readonly first: number;
  readonly last: number;
}

export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** Indexes of the lines that make up the list. */
  readonly lines: ReadonlySet<number>;
  /** OCR loses entries between dots: what the list lacks may still be an item. */
  readonly scanned?: boolean;
}

const HEADING =
  /^(?:indholdsfortegnelse|indhold|dagsordens?oversigt|oversigt over (?:punkter|dagsorden)|punktoversigt|dagsordenspunkter)\b.{0,20}$/i;

/**
 * The list at the document's start that names items and their pages. An
 * appendix may have one of its own: only the first is the document's.
 */
export function findContents(lines: readonly Line[]): Contents {
  const ends: number[] = [];
  for (const line of lines) {
    if (isEntryEnd(line.text)) ends.push(line.index);
    else if (
      line.text.length <= 3 &&
      /^\d+$/.test(line.text) &&
      /(?:[.…]\s?){3,}$/.test(lines[line.index - 1]?.text ?? '')
    )
      ends.push(line.index);
  }
  const run = firstRun(ends);
  const [firstEnd] = run;
  const lastEnd = run.at(-1);
  if (firstEnd === undefined || lastEnd === undefined || run.length < 2) return listOfPoints(lines);
  // On scans some entries lose their dots and page; what else is set as contents beside them belongs to the list.
  let from = firstEnd;
  while (lines[from - 1]?.role === 'contents' && lines[from - 1]?.numbered) from -= 1;
  let to = lastEnd;
  while (lines[to + 1]?.role === 'contents' && lines[to + 1]?.numbered) to += 1;
  const used = new Set<number>();
  const entries: ContentsEntry[] = [];
  let pending: Line[] = entryHead(lines, from);
  const marked = new Set([...run, to]);
  for (let i = from; i <= to; i++) {
    const line = lines[i];
    if (!line) continue;
    pending.push(line);
    if (!marked.has(i)) continue;
    for (const part of pending) used.add(part.index);
    const last = entries.at(-1);
    const [head] = pending;
    if (last && head && pending.length > 1 && goesOnBelowPage(last, head)) {
      entries[entries.length - 1] = { ...last, title: joinLines([last.title, head.text]), last: head.index };
      pending = pending.slice(1);
    }
    entries.push(...readEntries(pending));
    pending = [];
  }
  const before = lines[(entries[0]?.first ?? 0) - 1];
  if (before && HEADING.test(before.text)) used.add(before.index);
  return { entries, lines: used, scanned: lines[from]?.scanned === true };
}

/** The page number stands beside a title's first line, and the title goes on below it. */
function goesOnBelowPage(entry: ContentsEntry, line: Line): boolean {
  return (
    /[-–,]$|(?<!\p{L})(?:og|eller|samt|i|på|af|til|for|fra|med|om|ved)$/iu.test(entry.title) && !line.numbered
  );
}

/** A row of figures in a table ends like an entry, but has more figures before its last. */
function isEntryEnd(text: string): boolean {
  return entryEnd(text) !== null && !/\t\s*[\d.,]+\s*\t/.test(text);
}

/**
 * A title, dots or a wide gap, and a page number at the end of the line. Read from
 * the end, a character at a time: a pattern would try every way to part a long
 * run of blanks.
 */
function entryEnd(text: string): { index: number; page: string } | null {
  // Most lines end in a letter or a stop; a pattern would be tried from each of their characters.
  if (!isDigit(text.charCodeAt(text.length - 1))) return null;
  const page = /(?<!\d)\d{1,3}$/.exec(text);
  if (!page) return null;
  const before = text.slice(0, page.index);
  const word = before.trimEnd();
  const led = /side$/i.test(word) ? word.slice(0, -'side'.length) : before;
  const bare = led.trimEnd();
  let at = bare.length;
  let dots = 0;
  for (;;) {
    if (isDot(bare[at - 1])) at -= 1;
    else if (/\s/.test(bare[at - 1] ?? '') && isDot(bare[at - 2])) at -= 2;
    else break;
    dots += 1;
  }
  if (dots >= 3) return { index: bare.slice(0, at).trimEnd().length, page: page[0] };
  const gap = led.slice(bare.length);
  return gap.length >= 3 || gap.includes('\t') ? { index: bare.length, page: page[0] } : null;
}

/** A title that fills its line leaves room for a single dot: "… på tværs af 17 kommuner. 2". Only among other entries. */
function fullLine(text: string): { index: number; page: string } | null {
  const match = /\p{L}(\s?\.\s?)(\d{1,3})$/u.exec(text);
  return match?.[2] ? { index: match.index + 1, page: match[2] } : null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDot(char: string | undefined): boolean {
  return char !== undefined && '.…_·'.includes(char);
}

/** Ends of entries that stand close together; a gap of more than eight lines closes the list. */
function firstRun(ends: readonly number[]): number[] {
  let run: number[] = [];
  for (const end of ends) {
    const last = run.at(-1);
    if (last === undefined || end - last <= 8) run.push(end);
    else if (run.length >= 2) break;
    else run = [end];
  }
  return run;
}

/** Lines before the first end that belong to its entry: back to the number that opens it. */
function entryHead(lines: readonly Line[], end: number): Line[] {
  if (lines[end]?.numbered) return [];
  const head: Line[] = [];
  for (let i = end - 1; i >= Math.max(0, end - 3); i--) {
    const line = lines[i];
    if (!line) break;
    if (line.numbered && line.numbered.rest !== '') return [line, ...head];
    head.unshift(line);
  }
  return [];
}

/** One entry as a rule; more where chapters stand without a page number between the others. */
function readEntries(lines: readonly Line[]): ContentsEntry[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const numbered = parseNumbered(plain(line.text));
    const opens = numbered !== null && numbered.rest !== '';
    if (!last || (opens && !/^\d/.test(numbered.rest))) groups.push([line]);
    else last.push(line);
  }
  return groups.map((group) => {
    const printed = group.map((line) => line.text);
    // The gap before a page number is lost when lines are joined, so it is looked for first.
    const last = printed.at(-1) ?? '';
    const alone = printed.length > 1 && /^\d{1,3}$/.test(last);
    const end = alone ? { index: 0, page: last } : (entryEnd(last) ?? fullLine(last));
    const named = plain(joinLines(end ? [...printed.slice(0, -1), last.slice(0, end.index)] : printed));
    const numbered = parseNumbered(named);
    const first = group[0]?.index ?? 0;
    return {
      number: numbered?.number ?? null,
      title: (numbered?.rest || named).replace(/(?<![.…\s])[.…\s]{3,}$/, '').trim(),
      page: end ? Number(end.page) : null,
      first,
      last: group.at(-1)?.index ?? first,
    };
  });
}

/** Takes leading dots out: "1.1 ......... Godkendelse". */
function plain(text: string): string {
  return text
    .replace(/(?:[.…]\s?){4,}/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** Whether the contents name nothing between two numbers, so that a gap there is the document's own. */
export function adjacentInContents(contents: Contents, a: ItemNumber, b: ItemNumber): boolean {
  let named = false;
  for (const { number } of contents.entries) {
    const order = number ? compareNumbers(number, b) : 1;
    if (order === 0) named = true;
    if (number && order < 0 && compareNumbers(a, number) < 0) return false;
  }
  return named;
}
