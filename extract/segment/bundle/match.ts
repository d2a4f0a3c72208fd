import { compareNumbers, type ItemNumber } from '../numbers.ts';
import { similarTitles } from '../text.ts';
import type { Listed } from './contents.ts';
import { type AppendixLabel, parseLabel } from './label.ts';
import { type Opening, saysTitle } from './openings.ts';
import { withoutEnding } from './unlisted.ts';

/**
 * Gives the listed appendices their openings, in order: of all ways to do so the
 * one with the most evidence (dynamic programming). Pages as printed break ties
 * once the rest has shown how they differ from the file's.
 */
export function matchOpenings(
  listed: readonly Listed[],
  openings: readonly Opening[],
): readonly (Opening | null)[] {
  const evidence = listed.map((each) => openings.map((opening) => evidenceFor(each, opening)));
  const first = align(evidence, openings);
  const offset = pageOffset(listed, first);
  if (offset === null) return first;
  const withPages = evidence.map((row, i) =>
    row.map((score, j) => {
      const page = listed[i]?.page ?? null;
      return score > 0 && page !== null && page + offset === openings[j]?.page ? score + PAGE_FITS : score;
    }),
  );
  return align(withPages, openings);
}

const PAGE_FITS = 1.5;

/** What to add to a printed page number, as most of those found have it; null where they do not agree. */
export function pageOffset(
  listed: readonly Listed[],
  starts: readonly ({ readonly page: number } | null)[],
): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [i, { page }] of listed.entries()) {
    const start = starts[i];
    if (page === null || !start) continue;
    all += 1;
    counts.set(start.page - page, (counts.get(start.page - page) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= Math.max(1, all * MOST) ? most[0] : null;
}

/** A bundle that was set anew has its pages elsewhere, each by another distance. */
const MOST = 0.75;

/** 0 where nothing speaks for it, or something against it. */
function evidenceFor(each: Listed, opening: Opening): number {
  let score = 0;
  if (opening.label) {
    const fit = labelFit(opening.label, each);
    if (fit === null) return 0;
    score += fit;
  }
  const { cover } = opening;
  if (cover) {
    if (each.item && compareNumbers(cover.item, each.item) !== 0) return 0;
    score += cover.isNamed ? 3 : 1.5;
  }
  if (hasTitle(opening, each.title)) score += 3;
  else if (!opening.topOfPage && !cover) return 0;
  // Several bookmarks may lead to one page, so that none of them speaks against an appendix.
  score += Math.max(0, ...opening.bookmarks.map((title) => bookmarkFit(title, each)));
  return score > 0 && opening.topOfPage ? score + 0.5 : score;
}

function bookmarkFit(title: string, each: Listed): number {
  const label = parseLabel(title);
  const named = similarTitles(label?.title || withoutEnding(title), each.title) ? 3 : 0;
  return (label ? (labelFit(label, each) ?? 0) : 0) + named;
}

/** How well a label fits; null where it is another appendix's. */
function labelFit(label: AppendixLabel, each: Listed): number | null {
  const { item, numbers } = label;
  if (item && each.item && compareNumbers(item, each.item) !== 0) return null;
  const own = numbers.at(-1) ?? null;
  const before: ItemNumber = numbers.slice(0, -1);
  if (each.item && compareNumbers(numbers, each.item) === 0) return 2;
  if (before.length > 0 && each.item && !endsIn(each.item, before)) return null;
  if (own !== null && each.number !== null && own !== each.number) return null;
  return item || before.length > 0 ? 6 : 3;
}

/** "Bilag 1.2" below item 2.1 counts within the chapter. */
function endsIn(item: ItemNumber, part: ItemNumber): boolean {
  return part.every((number, at) => number === item[item.length - part.length + at]);
}

function hasTitle(opening: Opening, title: string): boolean {
  if (title === '') return false;
  if (opening.label && similarTitles(opening.label.title, title)) return true;
  const texts = opening.head.slice(0, 6).map((line) => line.text);
  // A paragraph's line is no title, however it begins.
  return texts.some(
    (text, at) =>
      at <= opening.above &&
      text.length <= title.length + 30 &&
      (similarTitles(text, title) ||
        (title.length > text.length && saysTitle(texts.slice(at, at + 3), title))),
  );
}

function align(
  evidence: readonly (readonly number[])[],
  openings: readonly Opening[],
): readonly (Opening | null)[] {
  const width = openings.length;
  const best = evidence.map(() => new Float64Array(width + 1));
  const rowAt = (i: number) => best[i - 1] ?? new Float64Array(width + 1);
  for (const [i, scores] of evidence.entries()) {
    const row = best[i];
    if (!row) continue;
    for (let j = 1; j <= width; j += 1) {
      const score = scores[j - 1] ?? 0;
      const taken = score > 0 ? (rowAt(i)[j - 1] ?? 0) + score : 0;
      row[j] = Math.max(rowAt(i)[j] ?? 0, row[j - 1] ?? 0, taken);
    }
  }
  const matched: (Opening | null)[] = evidence.map(() => null);
  let j = width;
  for (let i = evidence.length - 1; i >= 0; i -= 1) {
    const row = best[i];
    if (!row) continue;
    if (row[j] === rowAt(i)[j]) continue;
    // The earliest opening that reaches as much: later pages repeat what the first one says.
    while (j > 0 && row[j - 1] === row[j]) j -= 1;
    matched[i] = openings[j - 1] ?? null;
    j -= 1;
  }
  return matched;
}
