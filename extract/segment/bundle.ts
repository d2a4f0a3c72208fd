import type { Attachment, Warning } from '../../core/document.ts';
import { APPENDIX, type Listed, listAppendices } from './bundle-contents.ts';
import { labelledCaseNumber } from './case-number.ts';
import type { Contents } from './contents.ts';
import { parseTitle } from './item-title.ts';
import type { Line, Lines } from './lines.ts';
import { warn } from './meeting.ts';
import { compareNumbers, formatNumber, type ItemNumber, parseNumbered } from './numbers.ts';
import { spansOfLines } from './sections.ts';
import { joinLines, similarTitles, titleKey } from './text.ts';

/**
 * The appendices of a bundle. Its contents name them; the covers ("2.1" and the
 * item's title above each appendix) say where each begins. Page numbers as
 * printed count only where no cover is found, since a bundle is often set anew.
 */
export function readBundle(lines: Lines, warnings: Warning[]): Attachment[] {
  const { listed, contents } = listAppendices(lines.body);
  const covers = findCovers(lines, contents, listed);
  if (listed.length === 0) return covers.length > 0 ? unlisted(lines, covers) : labelled(lines);
  const starts = matchCovers(listed, covers, lines, contents);
  const lastPage = lines.body.at(-1)?.page ?? 1;
  const offset = pageOffset(listed, starts, lastPage);
  return listed.map((each, i) => {
    const start = starts[i] ?? printedStart(each, offset, lastPage);
    const next = nextStart(listed, starts, i, offset, lastPage);
    const pages = start ? pagesOf(start, next, lastPage) : null;
    if (!pages) {
      warnings.push(
        warn(
          'appendix-not-found',
          `Appendix "${each.title}" is in the contents but could not be found`,
          null,
        ),
      );
    }
    const own = starts[i] ? lines.body.slice(starts[i]?.index, next?.index ?? lines.body.length) : [];
    return {
      item: each.item ? formatNumber(each.item) : null,
      number: each.number,
      title: each.title,
      pages,
      caseNumber: caseNumberOf(own),
      ...(starts[i] ? { where: spansOfLines(own.slice(0, 1)) } : {}),
    };
  });
}

interface Start {
  readonly index: number;
  readonly page: number;
  /** No other text stands above it on its page. */
  readonly topOfPage: boolean;
}

interface Cover extends Start {
  readonly item: ItemNumber;
  readonly itemTitle: string;
}

/** Covers: an item's number and the item's title, alone or on one line, outside the contents. */
function findCovers(lines: Lines, contents: Contents, listed: readonly Listed[]): Cover[] {
  const covers: Cover[] = [];
  for (const line of lines.body) {
    if (contents.lines.has(line.index)) continue;
    const numbered = parseNumbered(line.text);
    if (!numbered) continue;
    const own = numbered.rest === '' ? [1, 2, 3] : [0, 1, 2];
    const following = own.map((ahead) => lines.body[line.index + ahead]?.text ?? '');
    const head = numbered.rest === '' ? following : [numbered.rest, ...following.slice(1)];
    const start = startAt(lines, line);
    const top = start.topOfPage;
    const named = listed.find(
      (each) => each.item && compareNumbers(each.item, numbered.number) === 0,
    )?.itemTitle;
    if (named && saysTitle(head, named)) covers.push({ ...start, item: numbered.number, itemTitle: named });
    else if (
      listed.length === 0 &&
      top &&
      numbered.number.length >= 2 &&
      numbered.rest === '' &&
      parseTitle(head[0] ?? '').title !== ''
    ) {
      covers.push({ ...start, item: numbered.number, itemTitle: head[0] ?? '' });
    }
  }
  return covers;
}

/** Where an appendix begins whose cover says the item on `line`: at "Bilag 2.1 …" above it, where that stands there. */
function startAt(lines: Lines, line: Line): Start {
  const above = lines.body[line.index - 1];
  const first = above && above.page === line.page && APPENDIX.test(above.text) ? above : line;
  const before = lines.body[first.index - 1];
  return { index: first.index, page: first.page, topOfPage: before?.page !== first.page };
}

function saysTitle(head: readonly string[], title: string): boolean {
  const whole = titleKey(joinLines(head));
  const key = titleKey(title);
  return (
    whole.startsWith(key) ||
    similarTitles(head[0] ?? '', title) ||
    similarTitles(whole.slice(0, key.length), key)
  );
}

/**
 * Gives each listed appendix its cover, in order. Where an item has fewer covers
 * than appendices, a line that says the appendix's own title serves.
 */
function matchCovers(
  listed: readonly Listed[],
  covers: readonly Cover[],
  lines: Lines,
  contents: Contents,
): (Start | null)[] {
  const starts: (Start | null)[] = listed.map(() => null);
  const items = [...new Set(listed.map((each) => (each.item ? formatNumber(each.item) : '')))];
  for (const item of items) {
    const wanted = listed.flatMap((each, i) =>
      (each.item ? formatNumber(each.item) : '') === item ? [i] : [],
    );
    const own = covers.filter((cover) => formatNumber(cover.item) === item);
    if (own.length === wanted.length) {
      for (const [k, i] of wanted.entries()) starts[i] = own[k] ?? null;
      continue;
    }
    let from = own[0]?.index ?? 0;
    for (const [k, i] of wanted.entries()) {
      const title = listed[i]?.title ?? '';
      const cover =
        k === 0 ? own[0] : own.find((each) => each.index > from && headSays(lines, each.index, title));
      starts[i] = cover ?? titleLine(lines, contents, title, from);
      from = starts[i]?.index ?? from;
    }
  }
  return starts;
}

function headSays(lines: Lines, at: number, title: string): boolean {
  return lines.body.slice(at, at + 6).some((line) => similarTitles(line.text, title));
}

function titleLine(lines: Lines, contents: Contents, title: string, from: number): Start | null {
  for (const line of lines.body) {
    if (line.index <= from || contents.lines.has(line.index) || line.text.length > title.length + 30)
      continue;
    const top = lines.body[line.index - 1]?.page !== line.page;
    const bare = APPENDIX.exec(line.text)?.[2] ?? line.text;
    if (similarTitles(bare, title) && (top || bare !== line.text))
      return { index: line.index, page: line.page, topOfPage: top };
  }
  return null;
}

/** What to add to a printed page number; null where it differs from place to place. */
function pageOffset(
  listed: readonly Listed[],
  starts: readonly (Start | null)[],
  lastPage: number,
): number | null {
  const offsets = listed.flatMap((each, i) => {
    const start = starts[i];
    return each.page !== null && start ? [start.page - each.page] : [];
  });
  if (offsets.length === 0)
    return listed.every((each) => each.page === null || each.page <= lastPage) ? 0 : null;
  return new Set(offsets).size === 1 ? (offsets[0] ?? null) : null;
}

function printedStart(each: Listed, offset: number | null, lastPage: number): Start | null {
  if (each.page === null || offset === null) return null;
  const page = each.page + offset;
  return page >= 1 && page <= lastPage ? { index: -1, page, topOfPage: true } : null;
}

function nextStart(
  listed: readonly Listed[],
  starts: readonly (Start | null)[],
  i: number,
  offset: number | null,
  lastPage: number,
): Start | null {
  for (let j = i + 1; j < listed.length; j++) {
    const each = listed[j];
    const start = starts[j] ?? (each ? printedStart(each, offset, lastPage) : null);
    if (start) return start;
  }
  return null;
}

function pagesOf(start: Start, next: Start | null, lastPage: number): [number, number] {
  const last = next === null ? lastPage : next.topOfPage ? next.page - 1 : next.page;
  return [start.page, Math.max(start.page, last)];
}

/** Part of a bundle whose contents are on pages that were not received: what the covers say. */
function unlisted(lines: Lines, covers: readonly Cover[]): Attachment[] {
  const lastPage = lines.body.at(-1)?.page ?? 1;
  const ordinals = new Map<string, number>();
  return covers.map((cover, i) => {
    const item = formatNumber(cover.item);
    const number = (ordinals.get(item) ?? 0) + 1;
    ordinals.set(item, number);
    const next = covers[i + 1] ?? null;
    const own = lines.body.slice(cover.index, next?.index ?? lines.body.length);
    return {
      item,
      number,
      title: coverTitle(own),
      pages: pagesOf(cover, next, lastPage),
      caseNumber: caseNumberOf(own),
      where: spansOfLines(own.slice(0, 1)),
    };
  });
}

/** A bundle that neither lists its appendices nor has covers: pages that begin with "Bilag 2.1 …". */
function labelled(lines: Lines): Attachment[] {
  const starts = lines.body.flatMap((line) => {
    const top = lines.body[line.index - 1]?.page !== line.page;
    const match = top ? APPENDIX.exec(line.text) : null;
    return match ? [{ line, match, index: line.index, page: line.page, topOfPage: true }] : [];
  });
  const lastPage = lines.body.at(-1)?.page ?? 1;
  return starts.map((start, i) => {
    const parts = (start.match[1] ?? '').split('.');
    const next = starts[i + 1] ?? null;
    const below = lines.body[start.index + 1]?.text ?? '';
    return {
      item: parts.length > 1 ? parts.slice(0, -1).join('.') : null,
      number: Number(parts.at(-1)),
      title: start.match[2]?.trim() || below,
      pages: pagesOf(start, next, lastPage),
      caseNumber: caseNumberOf(lines.body.slice(start.index, next?.index ?? lines.body.length)),
      where: spansOfLines([start.line]),
    };
  });
}

/** The appendix's own first line, below the item's number and title. */
function coverTitle(own: readonly Line[]): string {
  const rest = own.slice(2).filter((line) => !/^(?:dato|side)\b/i.test(line.text));
  return rest[0]?.text ?? own[1]?.text ?? '';
}

function caseNumberOf(own: readonly Line[]): string | null {
  for (const line of own) {
    const found = /sags|j\.?\s?nr|journal/i.test(line.text) ? labelledCaseNumber(line.text) : null;
    if (found) return found;
  }
  return null;
}
