import { hasLeader } from './leader.ts';
import { CELL, type LaidLine } from './lines.ts';
import { entryKey, enumeratedEntries, pagedEntries } from './listed-contents.ts';
import { scannedContents } from './scanned-contents.ts';

/** A page as far as its list of contents is concerned. */
type Lines = readonly LaidLine[];

const TITLE =
  /^(?:dagsorden(?:spunkter)?|punkter(?: på dagsordenen)?|indhold(?:sfortegnelse)?(?: [-–] bilag)?|(?:bilags|sags)?oversigt|(?:bilags|sags)(?:liste|fortegnelse)|contents|innehåll)\s*:?$/iu;

/**
 * Marks lists of contents. They are told by leaders that lead to page numbers; by
 * page numbers that never go back; or, where there are no page numbers, by naming
 * one after the other what later comes as headings, or the first of it.
 */
export function markContents(
  pages: readonly Lines[],
  scanned: ReadonlySet<number> = new Set(),
): LaidLine[][] {
  const named = namedHeadings(pages, scanned);
  const after = (page: number) => () =>
    new Set(pages.slice(page + 1).flatMap((lines) => lines.map(({ text }) => entryKey(text.slice(0, 300)))));
  return pages.map((lines, page) => {
    const found = withLeaders(lines);
    if (found.size < 2) for (const index of numberedColumn(lines, page, pages.length)) found.add(index);
    if (found.size < 2) for (const index of pagedEntries(lines, TITLE)) found.add(index);
    if (found.size < 2) for (const index of named.get(page) ?? []) found.add(index);
    if (found.size < 2 && page < 4 && !scanned.has(page))
      for (const index of enumeratedEntries(lines, after(page))) found.add(index);
    if (scanned.has(page)) for (const index of scannedContents(lines, TITLE)) found.add(index);
    if (found.size < 2) return [...lines];
    addFirstHalves(found, lines);
    const title = Math.min(...found) - 1;
    if (TITLE.test(lines[title]?.text ?? '')) found.add(title);
    return lines.map((line, index) =>
      found.has(index) && line.role !== 'header' ? { ...line, role: 'contents' } : line,
    );
  });
}

function withLeaders(lines: Lines): Set<number> {
  return new Set(lines.flatMap((line, index) => (hasLeader(line.text) ? [index] : [])));
}

/** An entry's first line carries no number where the entry runs over two; it stands right above the one that does. */
function addFirstHalves(found: Set<number>, lines: Lines): void {
  const first = Math.min(...found);
  for (const index of [...found].sort((a, b) => a - b)) {
    for (let above = index - 1; above > first && index - above <= 2 && !found.has(above); above--) {
      if (lines[above]?.bold !== lines[index]?.bold) break;
      found.add(above);
    }
  }
}

/** A table of titles and rising page numbers, under a title of its own or at the document's front. */
function numberedColumn(lines: Lines, page: number, pageCount: number): number[] {
  const entries = lines.flatMap((line, index) => {
    const cells = line.role === 'table' ? line.text.split(CELL) : [];
    const last = cells.pop() ?? '';
    if (cells.length === 0 || cells.length > 2 || !/^\d{1,4}$/u.test(last)) return [];
    return cells.some((cell) => /\p{L}/u.test(cell)) ? [{ index, page: Number(last) }] : [];
  });
  const rising = entries.every(
    (entry, index) => index === 0 || entry.page >= (entries[index - 1]?.page ?? 0),
  );
  const titled = lines.some((line) => TITLE.test(line.text));
  const inFront = page < 3 && entries.length >= 4 && entries.every((entry) => entry.page <= pageCount);
  return entries.length >= 3 && rising && (titled || inFront) ? entries.map((entry) => entry.index) : [];
}

interface Place {
  readonly page: number;
  readonly index: number;
}

/**
 * Lines before the first heading they name, three or more in a row, each of which
 * comes again as a heading and in the same order. A list in the middle of an item
 * may do so as well ("the agenda has four parts"), so it must stand in front of
 * all headings or under a title of its own.
 */
function namedHeadings(pages: readonly Lines[], scanned: ReadonlySet<number>): Map<number, number[]> {
  // A scan does not show which lines are bold: there a number alone may make a heading.
  const isHeading = (line: LaidLine, page: number): boolean =>
    line.role === 'heading' || (scanned.has(page) && /^\d{1,2}[.)]\s*\p{Lu}/u.test(line.text));
  const headings = pages.flatMap((lines, page) =>
    lines.flatMap((line, index) =>
      isHeading(line, page) ? keysOf(line.text).map((key) => ({ page, index, key })) : [],
    ),
  );
  const out = new Map<number, number[]>();
  pages.slice(0, 4).forEach((lines, page) => {
    const runs = runsOf(
      lines,
      (line, index) => line.role !== 'heading' && comesAgain(line.text, { page, index }, headings),
    );
    for (const { start, end, hits } of runs) {
      const titled = TITLE.test(lines[start - 1]?.text ?? '');
      const numbered = headings.some(
        (heading) => before(heading, { page, index: start }) && /^\d/u.test(heading.key),
      );
      if (hits < 3 || ((numbered || scanned.has(page)) && !titled)) continue;
      const last = scanned.has(page) ? lastInSequence(lines, end) : end;
      out.set(
        page,
        Array.from({ length: last - start }, (_, offset) => start + offset),
      );
    }
  });
  return out;
}

/** Points of a list that do not come again on the pages at hand still belong to it while they count on. */
function lastInSequence(lines: Lines, end: number): number {
  const numberAt = (index: number): number =>
    Number(/^(\d{1,2})[.)]/u.exec(lines[index]?.text ?? '')?.[1] ?? Number.NaN);
  let at = end;
  while (numberAt(at) === numberAt(at - 1) + 1) at += 1;
  return at;
}

const before = (a: Place, b: Place): boolean => a.page < b.page || (a.page === b.page && a.index < b.index);

function comesAgain(text: string, place: Place, headings: readonly (Place & { key: string })[]): boolean {
  const key = keyOf(text);
  if (key.replace(/\d/gu, '').length < 5) return false;
  return headings.some((heading) => before(place, heading) && sameTitle(key, heading.key));
}

/** One may be cut off at its line's end, or carry a time slot that the other lacks. */
function sameTitle(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= 15 && a.slice(0, shorter) === b.slice(0, shorter);
}

/** The whole title, and what follows the item's type: "Drøftelsessag: Erhvervsfremme". */
function keysOf(text: string): string[] {
  const colon = text.indexOf(':');
  return colon < 0 ? [keyOf(text)] : [keyOf(text), keyOf(text.slice(colon + 1))];
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:pkt|punkt|sag)\.?\s*/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Stretches of lines that mostly hit; one line between may be an entry's second half or a sub-heading. */
function runsOf(
  lines: Lines,
  hit: (line: LaidLine, index: number) => boolean,
): { start: number; end: number; hits: number }[] {
  const runs: { start: number; end: number; hits: number }[] = [];
  lines.forEach((line, index) => {
    if (!hit(line, index)) return;
    const last = runs.at(-1);
    if (last !== undefined && index - last.end <= 1) {
      last.end = index + 1;
      last.hits += 1;
    } else runs.push({ start: index, end: index + 1, hits: 1 });
  });
  return runs;
}
