import type { Contents } from './contents.ts';
import { isPronounced, type Line, type Lines } from './lines.ts';
import { columnSection, inlineSection } from './section-words.ts';

/** Lines set alike, one below the other: a title over several lines. */
interface Run {
  readonly first: number;
  readonly last: number;
  /** A section or a case number follows or stands right above. */
  readonly opensItem: boolean;
}

/**
 * Item titles by their type alone: of all styles that stand out from the text,
 * the one whose lines are most often followed by a section or a case number.
 * Answers with the first line of each title; none where no style stands out.
 */
export function styledHeads(lines: Lines, contents: Contents, titleLike: (line: Line) => boolean): number[] {
  const runs = new Map<string, Run[]>();
  for (let i = 0; i < lines.body.length; i++) {
    const line = lines.body[i];
    if (!line || !standsOut(line, lines) || contents.lines.has(i) || !titleLike(line)) continue;
    const style = `${line.size} ${line.bold}`;
    let last = i;
    for (let next = lines.body[last + 1]; next && isSame(next, line, titleLike); next = lines.body[last + 1])
      last += 1;
    runs.set(style, [...(runs.get(style) ?? []), { first: i, last, opensItem: opensItem(lines, i, last) }]);
    i = last;
  }
  let best: readonly Run[] = [];
  for (const each of runs.values()) {
    const opening = each.filter((run) => run.opensItem).length;
    if (opening < 2 || opening < each.length / 2) continue;
    if (opening > best.filter((run) => run.opensItem).length) best = each;
  }
  const from = best.findIndex((run) => run.opensItem);
  return best.slice(Math.max(from, 0)).map((run) => run.first);
}

function standsOut(line: Line, lines: Lines): boolean {
  return line.size !== null && isPronounced(line, lines.textSize) && /\p{L}{3}/u.test(line.text);
}

function isSame(next: Line, line: Line, titleLike: (line: Line) => boolean): boolean {
  return next.size === line.size && next.bold === line.bold && !next.gap && titleLike(next);
}

function opensItem(lines: Lines, first: number, last: number): boolean {
  if (lines.body[first - 1]?.caseLine) return true;
  for (let i = last + 1; i <= last + 3; i++) {
    const line = lines.body[i];
    if (!line) continue;
    if (line.caseLine ?? line.word ?? inlineSection(line.text) ?? columnSection(line.text)) return true;
  }
  return false;
}
