import type { Bookmark } from '../../../core/document.ts';
import type { Contents } from '../contents.ts';
import { type Line, type Lines, setAlike } from '../lines.ts';
import { compareNumbers, type ItemNumber, type NumberedText } from '../numbers.ts';
import { joinLines, similarTitles, titleKey } from '../text.ts';
import type { Listed } from './contents.ts';
import { type AppendixLabel, parseLabel } from './label.ts';

/** A place where an appendix may begin: the top of a page, or a cover or label further down. */
export interface Opening {
  readonly index: number;
  readonly page: number;
  /** No other text stands above it on its page. */
  readonly topOfPage: boolean;
  readonly label: AppendixLabel | null;
  /** An item's number on its cover: with the item's title, where the contents name it. */
  readonly cover: { readonly item: ItemNumber; readonly line: Line; readonly isNamed: boolean } | null;
  /** Titles of the bookmarks that lead to its page. */
  readonly bookmarks: readonly string[];
  /** Its first lines. */
  readonly head: readonly Line[];
  /** How many of them may be letterhead, label and cover: the title begins at the next one at the latest. */
  readonly above: number;
}

/** How many lines of a page may stand above an appendix's text: a letterhead, a label, item and title. */
const HEAD = 8;

/** All openings in the order of the lines. */
export function findOpenings(
  lines: Lines,
  contents: Contents,
  listed: readonly Listed[],
  bookmarks: readonly Bookmark[],
): Opening[] {
  const openings: Opening[] = [];
  const running = runningLabels(lines);
  let reach = -1;
  for (const line of lines.body) {
    if (contents.lines.has(line.index)) continue;
    const above = lines.body[line.index - 1];
    const topOfPage = above?.page !== line.page;
    if (!topOfPage && (line.index <= reach || !mayOpen(line, lines.body[line.index + 1]))) continue;
    const head = headFrom(lines, line, contents);
    const opening = openingAt(lines, head, topOfPage, listed, running.get(line.page) ?? null);
    if (!topOfPage && !opening.label && !opening.cover?.isNamed) continue;
    const leading = bookmarks.filter(({ page }) => topOfPage && page === line.page);
    openings.push({ ...opening, bookmarks: leading.map(({ title }) => title) });
    // What belongs to a page's head opens nothing of its own.
    const marks = [opening.cover?.line.index, opening.label ? line.index : undefined];
    reach = Math.max(reach, ...marks.flatMap((mark) => mark ?? []));
  }
  return openings;
}

/** In the middle of a page only a label or an item's number on a cover opens anything. */
function mayOpen(line: Line, next: Line | undefined): boolean {
  return line.numbered !== null || next?.numbered != null || parseLabel(line.text) !== null;
}

/** The first lines of a page or from a line on, up to the contents, where these stand on the page. */
function headFrom(lines: Lines, line: Line, contents: Contents): readonly [Line, ...Line[]] {
  const below = lines.body.slice(line.index + 1, line.index + HEAD).filter((each) => each.page === line.page);
  const end = below.findIndex((each) => contents.lines.has(each.index));
  return [line, ...(end === -1 ? below : below.slice(0, end))];
}

function openingAt(
  lines: Lines,
  head: readonly [Line, ...Line[]],
  topOfPage: boolean,
  listed: readonly Listed[],
  running: AppendixLabel | null,
): Omit<Opening, 'bookmarks'> {
  const [line] = head;
  const above = topOfPage ? aboveText(head) : 1;
  const labelled = topOfPage ? head.slice(0, above + 1).find((each) => parseLabel(each.text)) : line;
  const label = labelled ? labelAt(lines, labelled) : null;

  return {
    index: line.index,
    page: line.page,
    topOfPage,
    label: label ?? (topOfPage ? running : null),
    cover: coverAmong(lines, head.slice(0, above + 1), listed),
    head,
    above,
  };
}

/** How many of the first lines are short and end no sentence, as lines above a text are. */
function aboveText(head: readonly Line[]): number {
  const at = head.findIndex((line) => line.text.length > 60 || /[.,;]$/.test(line.text));
  return Math.min(at === -1 ? head.length : at, 5);
}

/** A label with its title over all its lines. */
function labelAt(lines: Lines, line: Line): AppendixLabel | null {
  const label = parseLabel(line.text);
  if (!label || label.title === '') return label;
  const rest: string[] = [];
  for (let at = line.index + 1; rest.length < 2; at += 1) {
    const next = lines.body[at];
    const goesOn = next && next.page === line.page && !next.gap && next.size !== null && setAlike(line, next);
    if (!goesOn || parseLabel(next.text) || next.numbered) break;
    rest.push(next.text);
  }
  return { ...label, title: joinLines([label.title, ...rest]) };
}

/** Labels that running headers carry, by page. */
function runningLabels(lines: Lines): ReadonlyMap<number, AppendixLabel> {
  const labels = new Map<number, AppendixLabel>();
  for (const { page, text } of lines.running) {
    const label = parseLabel(text.replace(/\s*[|·–-]?\s*side\s*\d.*$/i, ''));
    if (label && !labels.has(page)) labels.set(page, label);
  }
  return labels;
}

function coverAmong(lines: Lines, head: readonly Line[], listed: readonly Listed[]): Opening['cover'] {
  for (const line of head) {
    const { numbered } = line;
    if (!numbered) continue;
    const title = titlesAfter(lines, line, numbered);
    const named = listed.filter((each) => each.item && compareNumbers(each.item, numbered.number) === 0);
    const isNamed = named.some(({ itemTitle }) => itemTitle !== null && saysTitle(title, itemTitle));
    // Without the contents to name it a number must say that it is an item's, or stand alone as on a cover.
    const isPlain = numbered.word !== null || (numbered.rest === '' && numbered.number.length >= 2);
    if (isNamed || (isPlain && (listed.length === 0 || named.length > 0)))
      return { item: numbered.number, line, isNamed };
  }
  return null;
}

/** What follows a number: on its line, or below it where it stands alone. */
function titlesAfter(lines: Lines, line: Line, numbered: NumberedText): string[] {
  const below = lines.body.slice(line.index + 1, line.index + 4).map((each) => each.text);
  return numbered.rest === '' ? below : [numbered.rest, ...below.slice(0, 2)];
}

export function saysTitle(head: readonly string[], title: string): boolean {
  const whole = titleKey(joinLines(head));
  const key = titleKey(title);
  return (
    whole.startsWith(key) ||
    similarTitles(head[0] ?? '', title) ||
    similarTitles(whole.slice(0, key.length), key)
  );
}
