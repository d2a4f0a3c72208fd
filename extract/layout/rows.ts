import type { Fonts } from '../pdf/font-book.ts';
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
    if (best !== null) {
      best.runs.push(run);
      continue;
    }
    const row: OpenRow = { top, bottom, runs: [run] };
    rows.push(row);
    for (let bin = binOf(top); bin <= binOf(bottom); bin++) bins.set(bin, [...(bins.get(bin) ?? []), row]);
  }
  return rows.sort((a, b) => a.bottom - b.bottom).map((row) => row.runs);
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
    const apart = run.left - right > WORD_GAP * run.size || hasLeadingSpace(run, right, fonts);
    const start = run.text.length - run.text.trimStart().length;
    const edges = letterEdges(run, fonts);
    if (text !== '' && apart && !text.endsWith(' ')) text += ' ';
    for (const part of run.text.matchAll(/\S+/gu)) {
      if (part.index > start && text !== '' && !text.endsWith(' ')) text += ' ';
      const left = edges[part.index] ?? run.left;
      const end = edges[part.index + part[0].length] ?? run.right;
      const top = run.baseline - ASCENT * run.size;
      const bottom = run.baseline + DESCENT * run.size;
      const previous = words.at(-1);
      if (previous !== undefined && previous.end === text.length) {
        const [l, t, r, b] = previous.box;
        const box: PlacedWord['box'] = [l, Math.min(t, top), Math.max(r, end), Math.max(b, bottom)];
        words[words.length - 1] = { start: previous.start, end: text.length + part[0].length, box };
      } else {
        words.push({ start: text.length, end: text.length + part[0].length, box: [left, top, end, bottom] });
      }
      text += part[0];
      letters += part[0].length;
      if (fonts.bold(run.font)) heavy += part[0].length;
    }
    if (/\s$/u.test(run.text)) text += ' ';
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

/**
 * Whether the space at the start of a run is on the paper. pdf.js sets one where a
 * gap or an invisible sign parts two runs, and that may be inside a word: then the
 * run begins where the one before ended and its letters alone fill its width.
 */
function hasLeadingSpace(run: TextRun, right: number, fonts: Fonts): boolean {
  if (!/^\s/u.test(run.text)) return false;
  if (run.left - right > 0.05 * run.size) return true;
  const letters = textWidth(run.text.trimStart(), run, fonts);
  return run.right - run.left > letters + 0.5 * fonts.width(run.font, ' ') * run.size;
}

function textWidth(text: string, run: TextRun, fonts: Fonts): number {
  let sum = 0;
  for (const letter of text) sum += fonts.width(run.font, letter);
  return sum * run.size;
}

/**
 * Where each letter of a run begins, and where the last one ends: pdf.js gives the
 * width of the whole, which is shared out among its letters by how wide they are.
 */
function letterEdges({ text, left, right, font }: TextRun, fonts: Fonts): Float64Array {
  const edges = new Float64Array(text.length + 1);
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum += fonts.width(font, text.charAt(index));
    edges[index + 1] = sum;
  }
  const unit = (right - left) / (sum || 1);
  for (let index = 0; index <= text.length; index++) edges[index] = left + (edges[index] ?? 0) * unit;
  return edges;
}
