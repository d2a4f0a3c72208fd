import type { LaidLine } from './lines.ts';

/** "1", "2.10", "3.1.": the number of an entry, with the capital that begins its title. */
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+["»”]?\p{Lu}/u;
/** A title, and the page where it begins. */
const PAGED = /[\p{L}\d)\]»”"%?!][\s,.]+(?:(?:side|s\.)\s?)?(\d{1,4})$/iu;
/** Entries that make a list, and lines without a number that may stand between two of them. */
const LEAST = { paged: 3, numbered: 4 };
const MOST_BETWEEN = 1;

const isText = (line: LaidLine): boolean => line.role !== 'header' && line.role !== 'footer';

/**
 * Entries under a title of their own that each end in a page number without a
 * leader: the numbers never go back. Years at a title's end are no page numbers.
 */
export function pagedEntries(lines: readonly LaidLine[], title: RegExp): number[] {
  const head = lines.findIndex((line) => title.test(line.text));
  if (head < 0) return [];
  const found: number[] = [];
  let page = 0;
  for (let index = head + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || !isText(line)) continue;
    const said = Number(PAGED.exec(line.text)?.[1] ?? Number.NaN);
    const isPage = said >= page && said < 1900;
    if (isPage) {
      found.push(index);
      page = said;
    } else if (index - (found.at(-1) ?? head) > MOST_BETWEEN + 1) break;
  }
  if (found.length < LEAST.paged) return [];
  // Chapters may carry no page; what else stands between is an entry's first line, and told by its neighbours.
  const chapters = lines.flatMap((line, index) =>
    index > head && index < (found.at(-1) ?? 0) && NUMBER.test(line.text.slice(0, 40)) ? [index] : [],
  );
  return [...new Set([...found, ...chapters])];
}

/**
 * Numbered titles, one right after the other and in sequence, of which at least one
 * comes again with its number further on: in a file that was cut to its first pages
 * the others do not. Where none does, the list may be all there is of an agenda.
 */
export function enumeratedEntries(lines: readonly LaidLine[], after: () => ReadonlySet<string>): number[] {
  const run = longestSequence(lines);
  if (run.length < LEAST.numbered) return [];
  const [from = 0, to = 0] = [run[0], run.at(-1)];
  const below = new Set(lines.slice(to + 1).map(({ text }) => entryKey(text)));
  const again = run.filter((index) => {
    const key = entryKey(lines[index]?.text ?? '');
    return key.length > 6 && (below.has(key) || after().has(key));
  });
  return again.length === 0 ? [] : Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

/** An entry's number and letters alone. */
export function entryKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function longestSequence(lines: readonly LaidLine[]): number[] {
  let best: number[] = [];
  let run: number[] = [];
  let last: readonly number[] = [];
  lines.forEach((line, index) => {
    if (!isText(line)) return;
    const number = numberOf(line.text);
    if (number !== null && run.length > 0 && follows(last, number)) run.push(index);
    else if (number !== null) run = [index];
    else if (run.length === 0 || index - (run.at(-1) ?? 0) > MOST_BETWEEN || isSentence(line.text)) {
      run = [];
      return;
    } else return;
    last = number;
    if (run.length > best.length) best = run;
  });
  return best;
}

/** Null where a line is no numbered title: recommendations are numbered as well, but they are sentences. */
function numberOf(text: string): readonly number[] | null {
  const number = NUMBER.exec(text.slice(0, 40))?.[1];
  return number === undefined || text.length > 200 || isSentence(text) ? null : number.split('.').map(Number);
}

const isSentence = (text: string): boolean => /[\p{L})][.;:,]$/u.test(text);

/** 1.1 after 1, 1.2 or 2 or 2.1 after 1.1. */
function follows(before: readonly number[], number: readonly number[]): boolean {
  const at = number.findIndex((part, index) => part !== before[index]);
  if (at < 0) return false;
  const step = (number[at] ?? 0) - (before[at] ?? 0);
  return step === 1 && number.slice(at + 1).every((part) => part === 1);
}
