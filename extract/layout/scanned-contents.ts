import { CELL, type LaidLine } from './lines.ts';

/** Lines without a mark of their own that may stand between two that have one. */
const MOST_UNMARKED = 2;
/** "2.", "2.10", "3.1." and a word: an entry of a list of contents, with or without its page. */
const NUMBERED = /^\d{1,2}(?:[.,:]\s?\d{1,2})*[.,:]?\s+\S/u;

/** "2.1 ......... Supercykelstier": the leader runs from the number to the title. */
const LED_NUMBER = /^\d{1,2}(?:\.\d{1,2})*\s?(?:…|[.·]\s?[.·])/u;

/**
 * The lines of a list of contents as OCR reads it: of the leaders some dots or
 * ellipses are left, often with rubbish behind them, of the page numbers some are
 * lost and some are letters. Three entries with leaders, or two under a title, tell
 * the list; entries between them and right after them belong to it.
 */
export function scannedContents(lines: readonly LaidLine[], title: RegExp): number[] {
  const marks = lines.map((line) =>
    line.role === 'header' || line.role === 'footer' ? null : markOf(line.text),
  );
  const run = longestRun(lines, marks);
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  const led = run.filter((index) => marks[index] === 'led').length;
  let from = first;
  while (isEntry(lines[from - 1])) from -= 1;
  const titled = title.test(lines[from - 1]?.text ?? '');
  if (led < (titled ? 2 : 3)) return [];
  let to = last;
  while (isEntry(lines[to + 1]) && (lines[to + 1]?.size ?? 0) < 1.15 * (lines[last]?.size ?? 0)) to += 1;
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

const isEntry = (line: LaidLine | undefined): boolean =>
  line !== undefined && line.role !== 'header' && line.role !== 'footer' && NUMBERED.test(line.text);

/** Whether a leader is left of an entry, or at least its page number, in a column of its own or at the line's end. */
function markOf(text: string): 'led' | 'paged' | null {
  const paged = /\s\d{1,3}$/u.test(text.slice(-4));
  if (paged && LED_NUMBER.test(text)) return 'led';
  const at = text.search(/…|[.:;·]\s?[.:;·]/u);
  if (at > 3) {
    const behind = text.slice(at).split(/\s+/u);
    // A sentence may hold dots; behind a leader there are no words.
    if (behind.length <= 4 && !behind.slice(1).some((word) => /^\p{L}{4,}$/u.test(word))) return 'led';
  }
  return paged && /\p{L}/u.test(text) && text.split(CELL).length <= 3 ? 'paged' : null;
}

function longestRun(lines: readonly LaidLine[], marks: readonly unknown[]): number[] {
  let best: number[] = [];
  let run: number[] = [];
  let unmarked = 0;
  lines.forEach((line, index) => {
    if (marks[index] !== null) {
      run.push(index);
      unmarked = 0;
    } else if (!NUMBERED.test(line.text)) {
      unmarked += 1;
      if (unmarked > MOST_UNMARKED) run = [];
    }
    if (run.length > best.length) best = [...run];
  });
  return best;
}
