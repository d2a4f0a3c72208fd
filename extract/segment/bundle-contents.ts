import { type Contents, type ContentsEntry, findContents } from './contents.ts';
import type { Line } from './lines.ts';
import { compareNumbers, type ItemNumber, isChildOf, parseNumbered } from './numbers.ts';

/** An appendix as the contents of its bundle name it. */
export interface Listed {
  readonly item: ItemNumber | null;
  readonly itemTitle: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly page: number | null;
}

/** "Bilag 1: Brev", "Bilag 2.1 Brev", "Bilag 2.1.a"; the title may stand on the next line. */
export const APPENDIX = /^bilag\s*(?:nr\.?\s*)?((?:\d{1,2}\.)*\d{1,3})\s*(?:[:.)–-]|\s|$)\s*(\S.*)?$/i;

/** The appendices that a bundle lists, with or without page numbers. */
export function listAppendices(lines: readonly Line[]): { listed: readonly Listed[]; contents: Contents } {
  const contents = findContents(lines);
  const listed = named(contents);
  if (listed.length > 0) return { listed, contents };
  const numbered = byNumber(contents);
  if (numbered.length > 0) return { listed: numbered, contents };
  const plain = frontPage(lines);
  return { listed: named(plain), contents: plain };
}

function named(contents: Contents): Listed[] {
  const listed: Listed[] = [];
  let item: ItemNumber | null = null;
  let itemTitle: string | null = null;
  for (const entry of contents.entries) {
    const appendix = APPENDIX.exec(entry.title);
    if (appendix && !entry.number) {
      listed.push(appendixOf(entry, appendix, item, itemTitle));
      continue;
    }
    if (!entry.number) continue;
    item = entry.number;
    itemTitle = entry.title;
  }
  return listed;
}

function appendixOf(
  entry: ContentsEntry,
  match: RegExpExecArray,
  item: ItemNumber | null,
  itemTitle: string | null,
): Listed {
  const parts = (match[1] ?? '').split('.').map(Number);
  const own = parts.length >= 3 || (parts.length === 2 && item === null) ? parts.slice(0, -1) : null;
  return {
    item: own ?? item,
    itemTitle,
    number: parts.at(-1) ?? null,
    title: (match[2] ?? '').trim() || entry.title,
    page: entry.page,
  };
}

/** Contents that say "2.1 Brev" beneath "2 Trafik" for the first appendix of item 2. */
function byNumber(contents: Contents): Listed[] {
  return contents.entries.flatMap((entry) => {
    const { number } = entry;
    const parent =
      number && contents.entries.find((other) => other.number && isChildOf(number, other.number));
    if (!number || !parent?.number) return [];
    const inner = contents.entries.some(
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

/** A first page that lists items and "Bilag 1: …" beneath them, without saying their pages. */
function frontPage(lines: readonly Line[]): Contents {
  const first = lines.filter((line) => line.page === lines[0]?.page);
  const entries: ContentsEntry[] = first.flatMap((line) => {
    const numbered = parseNumbered(line.text);
    const appendix = APPENDIX.test(line.text);
    if (!appendix && (!numbered || numbered.rest === '')) return [];
    return [
      {
        number: appendix ? null : (numbered?.number ?? null),
        title: appendix ? line.text : (numbered?.rest ?? ''),
        page: null,
        first: line.index,
        last: line.index,
      },
    ];
  });
  const count = entries.filter((entry) => entry.number === null).length;
  if (count < 2) return { entries: [], lines: new Set() };
  return { entries, lines: new Set(entries.map((entry) => entry.first)) };
}
