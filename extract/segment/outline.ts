import type { Warning } from '../../core/document.ts';
import { type Candidate, findCandidates, isHeadedAgenda } from './candidates.ts';
import { type CasePlacement, casePlacement } from './case-placement.ts';
import { chapterAbove, chapterTitle } from './chapters.ts';
import { adjacentInContents, type Contents } from './contents.ts';
import { readHead } from './item-head.ts';
import { parseTitle } from './item-title.ts';
import type { Chapter, OutlinedItem } from './items.ts';
import { isPronounced, type Lines } from './lines.ts';
import { withLostHeads } from './lost-heads.ts';
import { warn } from './meeting.ts';
import { compareNumbers, formatNumber, isChildOf, stepsBetween } from './numbers.ts';
import { bestSequence } from './sequence.ts';
import { findUnnumbered } from './unnumbered.ts';
import { isFramed, isWholeAgenda } from './whole-agenda.ts';

export interface DocumentOutline {
  readonly items: readonly OutlinedItem[];
  /** For each item, the line after its last. */
  readonly ends: readonly number[];
  readonly placement: CasePlacement;
  readonly chapters: readonly Chapter[];
  /** The first line of a chapter or an item. */
  readonly start: number;
  /** Where the letterhead ends: the first line of the contents, a chapter or an item. */
  readonly front: number;
}

/** Finds the items and chapters of an agenda or of minutes; of other papers it must not be asked. */
export function findOutline(lines: Lines, contents: Contents, warnings: Warning[]): DocumentOutline {
  const sure = numberedHeadings(findCandidates(lines, contents), lines, contents);
  const chain = sure.length > 0 ? withLostHeads(sure, lines, contents) : sure;
  if (chain.length > 0) missingFromText(chain, contents, warnings);
  for (const candidate of chain) {
    if (sure.includes(candidate)) continue;
    const page = lines.body[candidate.line]?.page ?? null;
    const number = formatNumber(candidate.number);
    warnings.push(
      warn(
        'number-inferred',
        `Number ${number} cannot be read; it was told from the numbers around it`,
        page,
      ),
    );
  }
  const numbered = chain.length > 0 ? partChapters(chain, lines, contents) : null;
  const bare = numbered?.items ?? findUnnumbered(lines, contents).map((head) => ({ ...head, chapter: null }));
  const named = numbered && numbered.chapters.length > 0 ? null : unnumberedChapters(bare, lines);
  const items = named?.items ?? bare;
  const starts = [...chain.map((candidate) => candidate.line), ...items.map((item) => item.line)];
  const placement = casePlacement(
    items.map((item) => item.line),
    lines,
  );
  const stops = [...starts, ...(named?.lines ?? [])];
  return {
    items,
    ends: items.map((item) => endOf(item.line, stops, lines, placement)),
    placement,
    chapters: named?.chapters ?? numbered?.chapters ?? [],
    start: Math.min(...stops, lines.body.length),
    front: Math.min(...stops, contents.entries[0]?.first ?? lines.body.length, lines.body.length),
  };
}

/** Chapters that carry no number, where the first item stands under one or several do. */
function unnumberedChapters(
  items: readonly OutlinedItem[],
  lines: Lines,
): { items: OutlinedItem[]; chapters: Chapter[]; lines: number[] } | null {
  const above = items.map((item, i) =>
    chapterAbove(lines, belowCaseLines(lines, item.line), items[i - 1]?.line ?? null),
  );
  const found = above.filter((line) => line !== null);
  // Without a chapter above the first item, a short line at an item's end is more likely its last.
  if (found.length === 0 || items.length < 2 || above[0] === null) return null;
  let chapter: Chapter | null = null;
  const chapters: Chapter[] = [];
  const within = items.map((item, i) => {
    const line = lines.body[above[i] ?? -1];
    if (line) {
      chapter = { ...chapterTitle(line.text), page: line.page };
      chapters.push(chapter);
    }
    return { ...item, chapter };
  });
  const empty = emptyChapters(lines, found, items);
  for (const at of empty) {
    const line = lines.body[at];
    if (line) chapters.push({ ...chapterTitle(line.text), page: line.page });
  }
  return { items: within, chapters, lines: [...found, ...empty] };
}

/** The first of the case lines right above a heading, or the heading: a chapter stands above both. */
function belowCaseLines(lines: Lines, at: number): number {
  let first = at;
  while (lines.body[first - 1]?.caseLine != null) first -= 1;
  return first;
}

/** Headings set like the chapters that hold items, but with none beneath them. */
function emptyChapters(lines: Lines, found: readonly number[], items: readonly OutlinedItem[]): number[] {
  const styles = new Set(found.flatMap((at) => styleOf(lines, at) ?? []));
  for (const item of items) {
    const style = styleOf(lines, item.line);
    if (style !== null) styles.delete(style);
  }
  const from = found[0] ?? 0;
  return lines.body.flatMap((line) => {
    const style = styleOf(lines, line.index);
    const counts = style !== null && styles.has(style) && line.index > from && !found.includes(line.index);
    // The last word of a paragraph, measured too large on a scan, heads nothing.
    const heads = /^\p{Lu}/u.test(line.text) && !/[.,;]$/.test(line.text);
    return counts && heads && line.text.length <= 70 && line.word === null ? [line.index] : [];
  });
}

function styleOf(lines: Lines, at: number): string | null {
  const line = lines.body[at];
  return line && line.size !== null && isPronounced(line, lines.textSize)
    ? `${line.size} ${line.bold}`
    : null;
}

/** An unbroken count from 1 to the end lifts the doubt that each number starts with. */
const UNBROKEN = 2.5;

/**
 * The chain of headings for which the evidence suffices. Where it leaves numbers
 * out, or none suffices, as in short minutes without any section, an unbroken
 * count that includes it may stand in its place.
 */
function numberedHeadings(
  candidates: readonly Candidate[],
  lines: Lines,
  contents: Contents,
): readonly Candidate[] {
  const chain = bestSequence(candidates, contents);
  const weak = chain.length < 3 && chain.reduce((sum, candidate) => sum + candidate.score, 0) < 6;
  if (!weak && isUnbroken(chain, contents)) return chain;
  const lent = new Map(
    candidates.map((candidate) => [{ ...candidate, score: candidate.score + UNBROKEN }, candidate]),
  );
  const whole = bestSequence([...lent.keys()], contents).flatMap((each) => lent.get(each) ?? []);
  const includes = chain.every((candidate) => whole.includes(candidate));
  const headed = whole[0] !== undefined && isHeadedAgenda(lines, whole[0].line);
  const set =
    headed ||
    isFramed(whole) ||
    whole.every(({ line }) => {
      const heading = lines.body[line];
      return heading && (heading.gap || isPronounced(heading, lines.textSize));
    });
  const enough = whole.length >= 3 || (whole.length === 2 && isWholeAgenda(whole, lines));
  if (includes && set && enough && isUnbroken(whole, contents)) return whole;
  return weak ? [] : chain;
}

function isUnbroken(chain: readonly Candidate[], contents: Contents): boolean {
  return chain.every((candidate, i) => {
    const before = chain[i - 1];
    if (!before) return candidate.number.every((part) => part === 1);
    return (
      stepsBetween(before.number, candidate.number) === 0 ||
      adjacentInContents(contents, before.number, candidate.number)
    );
  });
}

/** The line before which the next heading begins, or the case line that belongs to it. */
function endOf(line: number, stops: readonly number[], lines: Lines, placement: CasePlacement): number {
  const next = stops.filter((stop) => stop > line).reduce((a, b) => Math.min(a, b), lines.body.length);
  if (placement !== 'above' || next >= lines.body.length) return next;
  let end = next;
  while (end - 1 > line && lines.body[end - 1]?.caseLine != null) end -= 1;
  return end;
}

/**
 * A heading with others beneath it is a chapter. One without is a chapter too
 * where the document numbers its items one level deeper and it holds no text.
 */
function partChapters(
  chain: readonly Candidate[],
  lines: Lines,
  contents: Contents,
): { items: OutlinedItem[]; chapters: Chapter[] } {
  const deep = chain.filter((candidate) => candidate.number.length >= 2).length > chain.length / 2;
  const chapters: { chapter: Chapter; number: Candidate['number'] }[] = [];
  const items: OutlinedItem[] = [];
  for (const [i, candidate] of chain.entries()) {
    const named = titleInContents(candidate, contents);
    const next = chain[i + 1];
    const end = next?.line ?? lines.body.length;
    const head = readHead(lines, candidate.line, candidate.rest, end, named);
    const parent = next !== undefined && isChildOf(next.number, candidate.number);
    const empty = holdsNothing(lines, head.bodyStart, end) && head.caseLine === null;
    const called = candidate.word === 'kapitel' || candidate.word === 'afsnit';
    if (called || (parent && !candidate.hasBody) || (deep && candidate.number.length === 1 && empty)) {
      const chapter = {
        number: formatNumber(candidate.number),
        title: parseTitle(head.title).title,
        page: lines.body[candidate.line]?.page ?? 1,
      };
      chapters.push({ chapter, number: candidate.number });
      continue;
    }
    const above = chapters.findLast((each) => isChildOf(candidate.number, each.number));
    items.push({
      number: formatNumber(candidate.number),
      line: candidate.line,
      rest: candidate.rest,
      named,
      chapter: above?.chapter ?? null,
    });
  }
  return { items, chapters: chapters.map((each) => each.chapter) };
}

function holdsNothing(lines: Lines, from: number, to: number): boolean {
  const [first, ...others] = lines.body.slice(from, to);
  return first === undefined || (others.length === 0 && /^ingen\s+(?:sager|punkter)/i.test(first.text));
}

function titleInContents(candidate: Candidate, contents: Contents): string | null {
  if (!candidate.inContents) return null;
  return (
    contents.entries.find((entry) => entry.number && compareNumbers(entry.number, candidate.number) === 0)
      ?.title ?? null
  );
}

function missingFromText(chain: readonly Candidate[], contents: Contents, warnings: Warning[]): void {
  for (const entry of contents.entries) {
    const { number } = entry;
    if (!number || chain.some((candidate) => compareNumbers(candidate.number, number) === 0)) continue;
    warnings.push(
      warn('item-missing', `Item ${formatNumber(number)} is in the contents but not in the text`, null),
    );
  }
}
