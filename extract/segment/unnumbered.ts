import type { Contents } from './contents.ts';
import { parseType } from './item-type.ts';
import type { Outline } from './items.ts';
import { isPronounced, type Line, type Lines, setAlike } from './lines.ts';
import { inlineSection } from './section-words.ts';
import { styledHeads } from './styled-heads.ts';
import { joinLines, similarTitles, titleKey } from './text.ts';

/**
 * Items without numbers: a title above a case line, a title that starts with a
 * type, a title that the contents name, or a title above the section with which
 * items begin.
 */
export function findUnnumbered(lines: Lines, contents: Contents): Outline[] {
  const styled = styledHeads(lines, contents, titleLike);
  if (styled.length >= 2)
    return styled.map((line) => ({ ...bare(lines, line), named: namedAt(lines, contents, line) }));
  const heads = new Map<number, string | null>();
  const add = (line: number | null, named: string | null = null) => {
    if (line !== null && !contents.lines.has(line) && !heads.has(line)) heads.set(line, named);
  };
  for (const entry of contents.entries) add(findTitle(lines, contents, entry.title), entry.title);
  for (const line of lines.body) {
    if (line.caseLine?.caseNumber) add(titleAbove(lines, line.index));
    else if (startsWithType(line) && (line.gap || isPronounced(line, lines.textSize))) add(line.index);
  }
  const opener = openingSection(lines, [...heads.keys()]);
  for (const line of lines.body) {
    if (opener !== null && line.word?.heading === opener) add(titleAbove(lines, line.index));
  }
  return [...heads]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([line, named], i, all) => {
      const before = all[i - 1];
      // Two heads without a line of text between them are one title.
      return before && line - before[0] <= 1 ? [] : [{ ...bare(lines, line), named }];
    });
}

/** A heading without a number: "3" before a title whose fellows have none is no number of an item. */
function bare(lines: Lines, line: number): Pick<Outline, 'number' | 'line' | 'rest'> {
  const { text = '', numbered = null } = lines.body[line] ?? {};
  return { number: null, line, rest: numbered?.rest ?? text };
}

/** The title that the contents give for the item at `at`, where it is the same. */
function namedAt(lines: Lines, contents: Contents, at: number): string | null {
  const whole = titleKey(
    joinLines([0, 1, 2].map((ahead) => lines.body[at + ahead]?.text ?? '')).replace(/^[^:]{3,30}:\s+/, ''),
  );
  return (
    contents.entries.find((entry) => entry.title.length > 4 && whole.startsWith(titleKey(entry.title)))
      ?.title ?? null
  );
}

function startsWithType(line: Line): boolean {
  const before = /^([^:]{3,40}):\s+\S/.exec(line.text)?.[1];
  return before !== undefined && parseType(before) !== null;
}

/** The first line of the title right above line `at`; null where text or nothing stands there. */
function titleAbove(lines: Lines, at: number): number | null {
  let start: number | null = null;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const line = lines.body[i];
    const below = lines.body[i + 1];
    if (!line || !below || !titleLike(line)) break;
    if (start !== null && (below.gap || !setAlike(line, below))) break;
    start = i;
    if (line.gap && i < at) break;
  }
  const first = start === null ? undefined : lines.body[start];
  return first && (first.gap || isPronounced(first, lines.textSize)) ? start : null;
}

function titleLike(line: Line): boolean {
  return (
    line.text.length >= 4 &&
    line.text.length <= 160 &&
    !/(?<!\bkl)[.;]$/.test(line.text) &&
    !(/,$/.test(line.text) && !line.bold && line.role !== 'heading') &&
    line.role !== 'list' &&
    line.role !== 'table' &&
    !/^[-–•]/.test(line.text) &&
    line.caseLine === null &&
    line.word === null &&
    inlineSection(line.text) === null &&
    !/^(?:dato|sted|tid|sags ?id|dok\.? ?id|e-mail|direkte|side)\b/i.test(line.text) &&
    line.numbered?.close !== ')'
  );
}

function findTitle(lines: Lines, contents: Contents, title: string): number | null {
  const key = titleKey(title);
  if (key.length < 5) return null;
  for (const line of lines.body) {
    if (contents.lines.has(line.index) || !key.startsWith(titleKey(line.text).slice(0, 8))) continue;
    const whole = joinLines([0, 1, 2].map((ahead) => lines.body[line.index + ahead]?.text ?? ''));
    if (similarTitles(title, line.text) || titleKey(whole).startsWith(key)) {
      // A chapter named like its only item: the item is the second.
      const again = titleKey(lines.body[line.index + 1]?.text ?? '') === key;
      return again ? line.index + 1 : line.index;
    }
  }
  return null;
}

/** The section word that comes first under most titles: "Resumé", "Baggrund", "Indstilling". */
function openingSection(lines: Lines, heads: readonly number[]): string | null {
  const counts = new Map<string, number>();
  const count = (heading: string) => counts.set(heading, (counts.get(heading) ?? 0) + 1);
  for (const head of heads) {
    for (let i = head + 1; i < head + 6; i++) {
      const word = lines.body[i]?.word;
      if (!word?.common) continue;
      count(word.heading);
      break;
    }
  }
  if (heads.length === 0) {
    for (const line of lines.body) {
      const { word } = line;
      if (word?.common && titleAbove(lines, line.index) !== null) count(word.heading);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : null;
}
