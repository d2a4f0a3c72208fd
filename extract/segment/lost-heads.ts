import type { Candidate } from './candidates.ts';
import type { Contents } from './contents.ts';
import { weightOf } from './evidence.ts';
import { parseTitle } from './item-title.ts';
import { isPronounced, type Line, type Lines, setAlike } from './lines.ts';
import { compareNumbers, type ItemNumber, parentOf, siblingsBetween, withoutWord } from './numbers.ts';
import { inlineSection } from './section-words.ts';
import { joinLines, similarTitles, withinEdits } from './text.ts';

/**
 * Headings whose number OCR lost or misread. The sequence says which number is
 * missing (2.5, ?, 2.7) and between which lines; what stands there must look like
 * the headings around it: set alike, with a case line or a section below, with the
 * title that the contents give, with something like the number before it.
 */
export function withLostHeads(chain: readonly Candidate[], lines: Lines, contents: Contents): Candidate[] {
  const found: Candidate[] = [];
  for (let i = -1; i < chain.length; i++) {
    const [before, after] = [chain[i], chain[i + 1]];
    if (before) found.push(before);
    const missing = missingNumbers(before?.number ?? null, after?.number ?? null, contents, chain);
    const from = before ? before.line + 1 : afterContents(contents);
    const to = after?.line ?? lines.body.length;
    const near = [before, after].filter((each) => each !== undefined);
    const here =
      missing.length === 0 || missing.length > MOST_MISSING
        ? []
        : between(missing, ENOUGH, from, to, near, lines, contents);
    const last = before && lastOfChapter(before, after) ? nextSibling(before.number) : null;
    const first = here[0]?.line ?? to;
    // No number is missing where the last of a chapter, or of all, lost its own; then the heading must be plain.
    if (last && !here.some((each) => compareNumbers(each.number, last) === 0))
      found.push(...between([last], PLAINLY, belowSection(lines, from, first), first, near, lines, contents));
    found.push(...here);
  }
  return found;
}

const MOST_MISSING = 4;
/** Enough for a line set like the headings with a section or a case line beneath it. */
const ENOUGH = 5;
/** Where nothing but the place tells the number, an item must not have a second case line and sections anew. */
const PLAINLY = 6.5;
const WEIGHT = {
  contents: 6,
  misread: 3,
  aboveFirstChild: 4,
  caseLine: 3.5,
  section: 2.5,
  alike: 2,
  type: 2,
  gap: 0.5,
  sentence: -3,
} as const;

/** Numbers that the sequence or the contents have between two headings; null stands for either end. */
function missingNumbers(
  before: ItemNumber | null,
  after: ItemNumber | null,
  contents: Contents,
  chain: readonly Candidate[],
): ItemNumber[] {
  const named = contents.entries.flatMap(({ number }) =>
    number &&
    (before === null || compareNumbers(before, number) < 0) &&
    (after === null || compareNumbers(number, after) < 0)
      ? [number]
      : [],
  );
  const counted = after === null ? [] : siblingsBetween(before, after);
  const parent = after === null ? null : parentOf(after);
  const chapters =
    chain.some((each) => each.number.length === 1) && chain.some((each) => each.number.length > 1);
  const headless =
    parent &&
    chapters &&
    after?.at(-1) === 1 &&
    !chain.some((each) => compareNumbers(each.number, parent) === 0);
  const all = [...named, ...counted, ...(headless ? [parent] : [])].sort(compareNumbers);
  return all.filter((number, i) => i === 0 || compareNumbers(all[i - 1] ?? [], number) !== 0);
}

function afterContents(contents: Contents): number {
  return Math.max(-1, ...contents.lines) + 1;
}

interface Guess {
  readonly line: Line;
  readonly number: ItemNumber;
  readonly rest: string;
  readonly score: number;
  /** The number itself was told, by the contents or by what is left of it. */
  readonly told: boolean;
  readonly hasBody: boolean;
  /** A title with a case line and then a section of its own. */
  readonly whole: boolean;
}

/** Whether what follows is no sibling, so that the count does not say if `before` is the last. */
function lastOfChapter(before: Candidate, after: Candidate | undefined): boolean {
  if (!before.hasBody) return false;
  return (
    after === undefined ||
    after.number.length < before.number.length ||
    !isSibling(before.number, after.number)
  );
}

/** The line after an item's first section: the title itself, over several lines, is no second one. */
function belowSection(lines: Lines, from: number, to: number): number {
  const section = lines.body.slice(from, to).find((line) => line.word?.common);
  return section ? section.index + 1 : to;
}

function isSibling(a: ItemNumber, b: ItemNumber): boolean {
  return a.slice(0, -1).every((part, i) => part === b[i]);
}

function nextSibling(number: ItemNumber): ItemNumber {
  return [...number.slice(0, -1), (number.at(-1) ?? 0) + 1];
}

function between(
  missing: readonly ItemNumber[],
  enough: number,
  from: number,
  to: number,
  near: readonly Candidate[],
  lines: Lines,
  contents: Contents,
): Candidate[] {
  const guesses = lines.body
    .slice(from, to)
    .filter((line) => !contents.lines.has(line.index) && line.role !== 'contents' && !isTableRow(line))
    .flatMap((line) => missing.flatMap((number) => guess(line, number, near, to, lines, contents) ?? []))
    .filter(({ score, whole }) => score >= enough && (whole || enough < PLAINLY))
    .sort((a, b) => b.score - a.score);
  const chosen: Guess[] = [];
  for (const each of guesses) {
    // Where several numbers are missing, a place among them must be told.
    if (!each.told && missing.length > 1) continue;
    const fits = chosen.every(
      (other) =>
        Math.sign(compareNumbers(each.number, other.number)) ===
        Math.sign(each.line.index - other.line.index),
    );
    if (fits) chosen.push(each);
  }
  return chosen
    .sort((a, b) => a.line.index - b.line.index)
    .map(({ line, number, rest, score, hasBody, told }) => ({
      line: line.index,
      number,
      rest,
      word: null,
      close: '.',
      style: null,
      score,
      hasBody,
      inContents: told,
    }));
}

/** A number set apart from its title looks like a row of two cells; other rows are figures. */
function isTableRow(line: Line): boolean {
  return line.role === 'table' && !/^[^\t]{1,8}\t[^\t]+$/.test(line.text);
}

/** A token that is no word: "2,6.", "Z.6", "26.", "|". */
const DAMAGED = /^([^\s]{1,6})\s+(?:[-–—>»·|]\s+)?(\p{Lu}.{3,})$/u;

function guess(
  line: Line,
  number: ItemNumber,
  near: readonly Candidate[],
  to: number,
  lines: Lines,
  contents: Contents,
): Guess | null {
  if (line.text.length > 160 || line.word || line.caseLine) return null;
  const [, token = '', behind = ''] = DAMAGED.exec(withoutWord(line.text)) ?? [];
  const isToken = token !== '' && (/[\d.,|]/.test(token) || token.length === 1);
  const rest = isToken ? behind : line.text;
  if (!/^\p{Lu}/u.test(rest)) return null;
  const misread = isToken && readsAs(token, number);
  const entry = contents.entries.find((each) => each.number && compareNumbers(each.number, number) === 0);
  const named = entry !== undefined && bearsTitle(entry.title, rest, line, lines);
  const below = lines.body.slice(line.index + 1, Math.min(line.index + 6, to));
  const sectionAt = below
    .slice(0, 4)
    .findIndex((each) => (each.word ?? inlineSection(each.text)?.word)?.common);
  const caseAt = below.findIndex((each) => each.caseLine?.caseNumber);
  const [section, caseLine] = [sectionAt >= 0, caseAt >= 0];
  const heads = near.flatMap((each) => lines.body[each.line] ?? []);
  const child = near.find((each) => each.line > line.index && each.number.length === number.length + 1);
  const isSentence = /[.;,]$/.test(rest) || line.role === 'list';
  const evidence: Readonly<Record<keyof typeof WEIGHT, boolean>> = {
    contents: named,
    misread: misread,
    aboveFirstChild:
      child !== undefined && child.line - line.index <= 2 && isPronounced(line, lines.textSize),
    caseLine: caseLine,
    section: section,
    alike: isPronounced(line, lines.textSize) && heads.some((head) => setAlike(head, line)),
    type: parseTitle(rest).type !== null,
    gap: line.gap,
    sentence: isSentence,
  };
  return {
    line,
    number,
    rest,
    score: weightOf(evidence, WEIGHT),
    told: named || misread,
    hasBody: section || caseLine,
    whole: caseLine && caseAt < sectionAt && !isSentence,
  };
}

function bearsTitle(named: string, rest: string, line: Line, lines: Lines): boolean {
  const whole = joinLines([rest, lines.body[line.index + 1]?.text ?? '']);
  const title = parseTitle(named).title;
  return [rest, whole].some((text) => similarTitles(parseTitle(text).title, title));
}

const LOOKS_LIKE: readonly (readonly [RegExp, string])[] = [
  [/[lIi|!\]]/g, '1'],
  [/[OoQD]/g, '0'],
  [/[Zz]/g, '2'],
  [/[Ss]/g, '5'],
  [/[Gb]/g, '6'],
  [/B/g, '8'],
  [/[gq]/g, '9'],
  [/A/g, '4'],
  [/T/g, '7'],
];

/** "Z.6.", "26" and "2,6" are what OCR leaves of 2.6; of several digits one may be wrong. */
function readsAs(token: string, number: ItemNumber): boolean {
  const digits = LOOKS_LIKE.reduce((text, [shape, digit]) => text.replace(shape, digit), token).replace(
    /\D/g,
    '',
  );
  const meant = number.join('');
  return digits === meant || (meant.length >= 2 && digits.length >= 1 && withinEdits(digits, meant, 1));
}
