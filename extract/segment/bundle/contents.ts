import { type Contents, type ContentsEntry, findContents } from '../contents.ts';
import type { Line } from '../lines.ts';
import { compareNumbers, type ItemNumber, isChildOf, parseNumbered } from '../numbers.ts';
import { joinLines } from '../text.ts';
import { type AppendixLabel, parseLabel } from './label.ts';

/** An appendix as the contents of its bundle name it. */
export interface Listed {
  readonly item: ItemNumber | null;
  readonly itemTitle: string | null;
  readonly number: number | null;
  readonly title: string;
  /** As printed; not always the page of the file. */
  readonly page: number | null;
}

/** The appendices that a bundle lists, with or without page numbers. */
export function listAppendices(lines: readonly Line[]): { listed: readonly Listed[]; contents: Contents } {
  const contents = withLabelsApart(findContents(lines), lines);
  for (const read of [labelled, byNumber, beneathItems]) {
    const listed = read(contents.entries);
    if (listed.length > 0) return { listed, contents };
  }
  const plain = frontPage(lines);
  return { listed: labelled(plain.entries), contents: plain };
}

/**
 * Entries that stand over several lines, parted where a label opens one: what
 * stands before it is a heading without a page of its own.
 */
function withLabelsApart(contents: Contents, lines: readonly Line[]): Contents {
  const [first] = contents.entries;
  const above = first && lines[first.first - 1];
  const heading = above && parseLabel(above.text)?.numbers.length === 0 ? [headingOf([above])] : [];
  const entries = contents.entries.flatMap((entry): ContentsEntry[] => {
    const own = lines.slice(entry.first, entry.last + 1);
    const at = own.findLastIndex((line) => parseLabel(line.text) !== null);
    if (at <= 0) return [entry];
    const before = headingOf(own.slice(0, at));
    const from = entry.title.lastIndexOf((own[at]?.text ?? '').slice(0, 12));
    if (from < 0) return [entry];
    return [before, { ...entry, number: null, title: entry.title.slice(from), first: entry.first + at }];
  });
  const more = entriesBelow(entries, lines);
  const used = new Set([...contents.lines, ...[...heading, ...more].map((entry) => entry.first)]);
  return { entries: [...heading, ...entries, ...more], lines: used };
}

/** The last entries of a list whose page numbers OCR lost: labels right below it that count on. */
function entriesBelow(entries: readonly ContentsEntry[], lines: readonly Line[]): ContentsEntry[] {
  const more: ContentsEntry[] = [];
  let last = entries.at(-1);
  while (last) {
    const end: Line | undefined = lines[last.last];
    const next: Line | undefined = lines[last.last + 1];
    const label = next && next.page === end?.page ? parseLabel(next.text) : null;
    const before = labelOf(last)?.numbers.at(-1);
    if (!next || !label || before === undefined || label.numbers.at(-1) !== before + 1) break;
    const title = next.text.replace(/[.…\s]{2,}\d*$/, '');
    last = { number: null, title, page: null, first: next.index, last: next.index };
    more.push(last);
  }
  return more;
}

function headingOf(lines: readonly Line[]): ContentsEntry {
  const text = joinLines(lines.map((line) => line.text));
  const numbered = parseLabel(text) ? null : parseNumbered(text);
  const [first] = lines;
  return {
    number: numbered?.number ?? null,
    title: numbered?.rest || text,
    page: null,
    first: first?.index ?? 0,
    last: lines.at(-1)?.index ?? 0,
  };
}

/** "Bilag 1: Brev" beneath "2.1 Trafik", "Punkt 2, bilag 1: Brev", "2.1 Bilag 1: Brev". */
function labelled(entries: readonly ContentsEntry[]): Listed[] {
  const titles = new Map<string, string>();
  for (const entry of entries) {
    const label = labelOf(entry);
    const number = label ? headed(entry, label) : entry.number;
    if (number) titles.set(number.join('.'), label?.title ?? entry.title);
  }
  const counts = new Map<string, number>();
  const listed: Listed[] = [];
  let item: ItemNumber | null = null;
  for (const entry of entries) {
    const label = labelOf(entry);
    const heading = label ? headed(entry, label) : entry.number;
    if (!label || heading) {
      item = heading ?? item;
      continue;
    }
    const own = itemOfLabel(label, item);
    const key = own?.join('.') ?? '';
    const number = label.numbers.at(-1) ?? (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const title = label.title || entry.title;
    listed.push({ item: own, itemTitle: titles.get(key) ?? null, number, title, page: entry.page });
  }
  return listed;
}

/** The item of "Bilag til punkt 3: Rammeaftale" without a page: it heads the appendices below it. */
function headed(entry: ContentsEntry, label: AppendixLabel): ItemNumber | null {
  return entry.page === null && label.numbers.length === 0 ? label.item : null;
}

function labelOf(entry: ContentsEntry): AppendixLabel | null {
  const label = parseLabel(entry.title.replace(/^[,;:–-]\s*/, ''));
  return label && entry.number ? { ...label, item: label.item ?? entry.number } : label;
}

/** "Bilag 2.1.3" is the third of item 2.1; beneath an item "Bilag 2.1" is the first of item 2. */
function itemOfLabel({ item, numbers }: AppendixLabel, context: ItemNumber | null): ItemNumber | null {
  if (item) return item;
  const own = numbers.length >= 3 || (numbers.length === 2 && context === null);
  return own ? numbers.slice(0, -1) : context;
}

/** Contents that say "2.1 Brev" beneath "2 Trafik" for the first appendix of item 2. */
function byNumber(entries: readonly ContentsEntry[]): Listed[] {
  const ascending = entries.flatMap(({ number }) => (number ? [number] : []));
  if (ascending.some((number, at) => at > 0 && compareNumbers(ascending[at - 1] ?? [], number) > 0))
    return [];
  return entries.flatMap((entry) => {
    const { number } = entry;
    const parent = number && entries.find((other) => other.number && isChildOf(number, other.number));
    if (!number || !parent?.number) return [];
    const inner = entries.some(
      (other) =>
        other.number && compareNumbers(other.number, number) !== 0 && isChildOf(other.number, number),
    );
    if (inner) return [];
    return [
      {
        item: parent.number,
        itemTitle: parent.title,
        number: number.at(-1) ?? null,
        title: entry.title,
        page: entry.page,
      },
    ];
  });
}

/** Titles beneath items, behind bullets or bare: "– Brev", or counted from 1 beneath each item. */
function beneathItems(entries: readonly ContentsEntry[]): Listed[] {
  const listed: Listed[] = [];
  let item: ContentsEntry | null = null;
  let count = 0;
  for (const [at, entry] of entries.entries()) {
    const { number } = entry;
    const next = entries[at + 1]?.number ?? null;
    // A chapter stands above its first item.
    const isBegun = number !== null && item?.number != null && isChildOf(item.number, number);
    const opensChapter = number !== null && next !== null && isChildOf(next, number) && !isBegun;
    const counted: boolean =
      number?.length === 1 &&
      number[0] === count + 1 &&
      item !== null &&
      !ascends(item, number) &&
      !opensChapter;
    if (number && !counted) {
      item = entry;
      count = 0;
    } else if (item?.number) {
      count += 1;
      const title = entry.title.replace(BULLET, '');
      listed.push({ item: item.number, itemTitle: item.title, number: count, title, page: entry.page });
    }
  }
  return listed;
}

const BULLET = /^[-–—•·▪›»*○]\s*/;

function ascends(item: ContentsEntry, number: ItemNumber): boolean {
  return item.number !== null && compareNumbers(item.number, number) < 0;
}

/** A first page that lists items and "Bilag 1: …" beneath them, without saying their pages. */
function frontPage(lines: readonly Line[]): Contents {
  const first = lines.filter((line) => line.page === lines[0]?.page);
  const opens = (line: Line) => parseLabel(line.text) !== null || (line.numbered?.rest ?? '') !== '';
  const heads = first.filter(opens);
  const entries: ContentsEntry[] = heads.map((line, at) => {
    const label = parseLabel(line.text);
    const numbered = label ? null : line.numbered;
    // A long title goes on until the next entry; behind the last one anything may follow.
    const until = heads[at + 1]?.index ?? line.index + 1;
    const own = lines.slice(line.index + 1, until);
    const wrapped = own.length <= 2 && own.every((each) => !each.gap) ? own : [];
    const title = joinLines([numbered?.rest ?? line.text, ...wrapped.map((each) => each.text)]);
    const last = wrapped.at(-1)?.index ?? line.index;
    return { number: numbered?.number ?? null, title, page: null, first: line.index, last };
  });
  const count = entries.filter((entry) => entry.number === null).length;
  if (count < 2) return { entries: [], lines: new Set() };
  const used = entries.flatMap((entry) =>
    Array.from({ length: entry.last - entry.first + 1 }, (_, at) => entry.first + at),
  );
  return { entries, lines: new Set(used) };
}
