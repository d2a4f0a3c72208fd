import type { Fonts } from '../pdf/font-book.ts';
import type { LetterWidths } from '../pdf/letter-widths.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { ASCENT, DESCENT, median, type Piece, type PlacedWord } from './piece.ts';

/** Everything on one baseline, cut into pieces at wide gaps, from left to right. */
export type Row = readonly Piece[];

/** A gap wider than this many font sizes parts columns or cells; justified words stay well below. */
const COLUMN_GAP = 1.5;
/** Runs further apart than this many font sizes have a space between them. */
const WORD_GAP = 0.16;

/** Gathers runs into rows from top to bottom. */
export function rowsOf(runs: readonly TextRun[], fonts: Fonts): Row[] {
  const caps = dropCaps(runs);
  const rows = gather(caps.size === 0 ? runs : runs.filter((run) => !caps.has(run)));
  for (const cap of caps) setBefore(cap, rows);
  return rows.map((row) => cut(row, fonts));
}

/** A single letter so much larger than what follows it that it reaches down through several lines. */
const CAP = 1.8;

/** Large letters that begin a paragraph: text in a common size stands right beside them, on more than one line. */
function dropCaps(runs: readonly TextRun[]): Set<TextRun> {
  const usual = median(runs.map((run) => run.size));
  const single = runs.filter((run) => run.size > CAP * usual && /^\p{Lu}$/u.test(run.text.trim()));
  const beside = (cap: TextRun): TextRun[] =>
    runs.filter(
      (run) =>
        run.size * CAP < cap.size &&
        run.left >= cap.right - 0.1 * cap.size &&
        run.left < cap.right + 0.4 * cap.size &&
        run.baseline > cap.baseline - ASCENT * cap.size &&
        run.baseline <= cap.baseline + 0.1 * cap.size,
    );
  return new Set(
    single.length > MOST_CAPS
      ? []
      : single.filter((cap) => new Set(beside(cap).map((run) => Math.round(run.baseline))).size >= 2),
  );
}

/** A page of large single letters is a drawing. */
const MOST_CAPS = 20;

/** Puts a large letter before the first line beside it, as if it were set in that line's size. */
function setBefore(cap: TextRun, rows: TextRun[][]): void {
  const top = cap.baseline - ASCENT * cap.size;
  const first = rows.find((row) =>
    row.some((run) => run.left >= cap.right - 0.1 * cap.size && run.baseline > top),
  );
  const next = first
    ?.filter((run) => run.left >= cap.right - 0.1 * cap.size)
    .sort((a, b) => a.left - b.left)[0];
  if (first === undefined || next === undefined) return;
  // The rest of its word follows without a blank, wherever the letter ends.
  const right = /^\p{Ll}/u.test(next.text) ? next.left : Math.min(cap.right, next.left - 0.25 * next.size);
  first.push({ ...cap, text: cap.text.trim(), right, baseline: next.baseline, size: next.size });
}

interface OpenRow {
  readonly top: number;
  readonly bottom: number;
  readonly runs: TextRun[];
  /** Not all of it stands on the baseline of the first. */
  mixed: boolean;
}

/**
 * Runs belong to one row where their heights overlap by more than half: that takes
 * in raised and lowered figures, whose baseline is not the line's.
 */
function gather(runs: readonly TextRun[]): TextRun[][] {
  // The largest first on a baseline, so that a footnote mark joins a line and not the other way round.
  const sorted = [...runs].sort((a, b) => b.size - a.size || a.baseline - b.baseline);
  const bins = new Map<number, OpenRow[]>();
  const rows: OpenRow[] = [];
  const binOf = (y: number): number => Math.floor(y / 20);
  for (const run of sorted) {
    const top = run.baseline - ASCENT * run.size;
    const bottom = run.baseline + DESCENT * run.size;
    let best: OpenRow | null = null;
    let bestShare = 0.5;
    for (let bin = binOf(top); bin <= binOf(bottom); bin++) {
      for (const row of bins.get(bin) ?? []) {
        const overlap = Math.min(bottom, row.bottom) - Math.max(top, row.top);
        const share = overlap / (bottom - top);
        if (share > bestShare) {
          best = row;
          bestShare = share;
        }
      }
    }
    const other = best !== null && isOffBaseline(run, best);
    if (best !== null && !((other || best.mixed) && isStacked(run, best.runs))) {
      best.runs.push(run);
      best.mixed ||= other;
      continue;
    }
    const row: OpenRow = { top, bottom, runs: [run], mixed: false };
    rows.push(row);
    for (let bin = binOf(top); bin <= binOf(bottom); bin++) bins.set(bin, [...(bins.get(bin) ?? []), row]);
  }
  return rows.sort((a, b) => a.bottom - b.bottom).map((row) => row.runs);
}

const isOffBaseline = (run: TextRun, { runs: [main] }: OpenRow): boolean =>
  main !== undefined && Math.abs(main.baseline - run.baseline) >= OFF * run.size;

/** So many font sizes off it, print stands on another baseline. */
const OFF = 0.25;

/**
 * Whether something on another baseline stands above or below: beside large print
 * there is room for two lines. Raised and lowered signs stand behind what they belong to.
 */
function isStacked(run: TextRun, row: readonly TextRun[]): boolean {
  return row.some(
    (other) =>
      Math.abs(other.baseline - run.baseline) >= OFF * run.size &&
      Math.min(other.right, run.right) - Math.max(other.left, run.left) > 0.5 * run.size,
  );
}

function cut(runs: readonly TextRun[], fonts: Fonts): Row {
  const sorted = [...runs].sort((a, b) => a.left - b.left);
  const groups: TextRun[][] = [];
  let last: TextRun | null = null;
  let right = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    // Some programs make letters bold by drawing them twice, a hair's breadth apart.
    if (last !== null && run.text === last.text && Math.abs(run.left - last.left) < 0.3 * run.size) continue;
    const gap = run.left - right;
    const size = last === null ? run.size : Math.max(run.size, last.size);
    const group = groups.at(-1);
    if (group === undefined || gap > COLUMN_GAP * size) groups.push([run]);
    else group.push(run);
    right = Math.max(right, run.right);
    last = run;
  }
  return groups.map((group) => pieceOf(group, fonts)).filter((piece) => piece.text !== '');
}

function pieceOf(runs: readonly TextRun[], fonts: Fonts): Piece {
  let text = '';
  let right = Number.POSITIVE_INFINITY;
  let heavy = 0;
  let letters = 0;
  const words: PlacedWord[] = [];
  for (const run of runs) {
    const measured = wordsOf(run.text, fonts.widths(run.font));
    if (run.left - right > WORD_GAP * run.size || hasLeadingSpace(run, right, measured))
      text = withBlank(text);
    const unit = (run.right - run.left) / (measured.width || 1);
    const top = run.baseline - ASCENT * run.size;
    const bottom = run.baseline + DESCENT * run.size;
    for (const [index, word] of measured.words.entries()) {
      if (index > 0) text = withBlank(text);
      const left = run.left + word.before * unit;
      const end = run.left + word.through * unit;
      const length = word.end - word.start;
      const previous = words.at(-1);
      if (previous !== undefined && previous.end === text.length) {
        const [l, t, r, b] = previous.box;
        const box: PlacedWord['box'] = [l, Math.min(t, top), Math.max(r, end), Math.max(b, bottom)];
        words[words.length - 1] = { start: previous.start, end: text.length + length, box };
      } else words.push({ start: text.length, end: text.length + length, box: [left, top, end, bottom] });
      text += run.text.slice(word.start, word.end);
      letters += length;
      if (fonts.bold(run.font)) heavy += length;
    }
    if (isBlank(run.text.charCodeAt(run.text.length - 1))) text += ' ';
    right = run.right;
  }
  const main = runs.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return {
    text: text.trimEnd(),
    words,
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
    baseline: main.baseline,
    size: main.size,
    bold: heavy * 2 > letters,
  };
}

const weight = (run: TextRun): number => run.text.length * run.size;

const withBlank = (text: string): string => (text === '' || text.endsWith(' ') ? text : `${text} `);

/**
 * Whether the space at the start of a run is on the paper. pdf.js sets one where a
 * gap or an invisible sign parts two runs, and that may be inside a word: then the
 * run begins where the one before ended and its letters alone fill its width.
 */
function hasLeadingSpace(run: TextRun, right: number, { words, width, blank }: MeasuredWords): boolean {
  const before = words[0]?.before ?? width;
  if (before === 0) return false;
  if (run.left - right > 0.05 * run.size) return true;
  return run.right - run.left > (width - before + 0.5 * blank) * run.size;
}

/** A word of a run, and the width of its letters and of all before it, in font sizes. */
interface MeasuredWord {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly through: number;
}

interface MeasuredWords {
  readonly words: readonly MeasuredWord[];
  /** Of the whole run. */
  readonly width: number;
  /** Of a blank. */
  readonly blank: number;
}

/**
 * The words of a run as wide as their letters are: pdf.js gives the width of the
 * whole, which is shared out among them.
 */
function wordsOf(text: string, widths: LetterWidths): MeasuredWords {
  const words: MeasuredWord[] = [];
  let width = 0;
  let start = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) {
      if (at > start) words.push({ start, end: at, before, through: width });
      width += widths.of(unit);
      start = at + 1;
      before = width;
    } else width += widths.of(unit);
  }
  if (start < text.length) words.push({ start, end: text.length, before, through: width });
  return { words, width, blank: widths.of(BLANK) };
}

const BLANK = 32;

/** A UTF-16 unit that white space consists of. */
function isBlank(unit: number): boolean {
  if (unit <= BLANK) return unit === BLANK || (unit >= 9 && unit <= 13);
  return unit >= 0xa0 && /\s/u.test(String.fromCharCode(unit));
}
