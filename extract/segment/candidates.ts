import type { Contents } from './contents.ts';
import { contentsEvidence } from './contents-evidence.ts';
import { weightOf } from './evidence.ts';
import { parseTitle } from './item-title.ts';
import { isPronounced, type Line, type Lines, setAlike } from './lines.ts';
import type { ItemNumber, NumberedText } from './numbers.ts';
import { columnSection, inlineSection, sectionWord } from './section-words.ts';
import { similarTitles, titleKey } from './text.ts';
import { isUsualPoint } from './usual-points.ts';

/** A line that may open a numbered item or chapter, with the evidence weighed. */
export interface Candidate {
  readonly line: number;
  readonly number: ItemNumber;
  /** What the line says behind the number. */
  readonly rest: string;
  readonly word: string | null;
  readonly close: string;
  /** Set larger than the text, in this style; null for others. */
  readonly style: string | null;
  readonly score: number;
  /** A section follows, or a case line that is not right above the next number: it has a body of its own. */
  readonly hasBody: boolean;
  /** Named so, under this number, in the contents. */
  readonly inContents: boolean;
}

/** Weights of evidence. Nothing is proof; together they must outweigh the doubt that any number starts with. */
const WEIGHT = {
  doubt: -2.5,
  word: 3,
  caseLine: 4,
  caseLineBefore: 2,
  section: 3,
  contents: 6,
  contentsOtherTitle: 1,
  notInContents: -4,
  type: 3,
  timeSlot: 3,
  pronounced: 1.5,
  gap: 0.5,
  usualTitle: 3.5,
  sentence: -2.5,
  lowerCase: -3,
  listed: -2,
  listRole: -1,
  repeatedTitle: -5,
  bareNumber: -1,
  firstChild: 4,
  underAgenda: 4,
} as const;

/** Weighs every numbered line of the text. Lines of the contents, and sections that carry numbers, are none. */
export function findCandidates(lines: Lines, contents: Contents): Candidate[] {
  const all = numberedLines(lines, contents);
  const numbersOf = new Map<string, Set<string>>();
  for (const { rest, number } of all) {
    const key = titleKey(rest);
    numbersOf.set(key, (numbersOf.get(key) ?? new Set()).add(number.join('.')));
  }
  const repeats = (rest: string) => (rest === '' ? 0 : (numbersOf.get(titleKey(rest))?.size ?? 0));
  const found = all.filter(
    ({ rest, number, line }) =>
      !isNumberedSection(rest, number, repeats(rest)) ||
      contentsEvidence(contents, number, rest, lines, line.index) === 'same',
  );
  return found.map((each, at) => weigh(each, found[at + 1], repeats(each.rest), lines, contents));
}

interface Found extends NumberedText {
  readonly line: Line;
}

function numberedLines(lines: Lines, contents: Contents): Found[] {
  return lines.body.flatMap((line) => {
    if (contents.lines.has(line.index) || line.role === 'contents') return [];
    // A number set apart from its title looks like a row of two cells; other rows are figures.
    if (line.role === 'table' && !/^[^\t]{1,8}\t[^\t]+$/.test(line.text)) return [];
    const { numbered } = line;
    if (!numbered || numbered.rest.length > 300) return [];
    const read = renumber(numbered, contents);
    const bare = numbered.rest === '' && numbered.word === null && numbered.number.length === 1;
    return bare && numbered.close === '' && !standsOverTitle(lines, line) ? [] : [{ line, ...read }];
  });
}

/** "3" on a line of its own is a page's number or a figure, unless a title set like it stands right below. */
function standsOverTitle(lines: Lines, line: Line): boolean {
  const title = lines.body[line.index + 1];
  if (!title || title.page !== line.page || !/^\p{Lu}[^\t]{3,160}$/u.test(title.text)) return false;
  if (/[.;,]$/.test(title.text) || title.word?.common) return false;
  return line.size === null
    ? line.gap && !title.gap
    : isPronounced(line, lines.textSize) && setAlike(line, title);
}

/** OCR may lose a number's stop: "41 Eventuelt" is 4.1 where the contents have that title under 4.1. */
function renumber(numbered: NumberedText, contents: Contents): NumberedText {
  if (numbered.number.length > 1 || (numbered.number[0] ?? 0) < 10) return numbered;
  const digits = numbered.number.join('');
  const meant = contents.entries.find(
    (entry) =>
      entry.number &&
      entry.number.length > 1 &&
      entry.number.join('') === digits &&
      similarTitles(entry.title, numbered.rest),
  );
  return meant?.number ? { ...numbered, number: meant.number } : numbered;
}

function weigh(
  found: Found,
  next: Found | undefined,
  repeats: number,
  lines: Lines,
  contents: Contents,
): Candidate {
  const { line, number, word, close } = found;
  const alone = found.rest === '';
  const rest = alone ? (lines.body[line.index + 1]?.text ?? '') : found.rest;
  const body = bodyEvidence(lines, line.index, next);
  const named = contentsEvidence(contents, number, rest, lines, line.index);
  const parts = parseTitle(rest);
  const apart = next ? next.line.index - line.index : Number.POSITIVE_INFINITY;
  const evidence: Readonly<Record<keyof typeof WEIGHT, boolean>> = {
    doubt: true,
    // "Ad 1." heads items in some minutes, recommendations in more.
    word: word !== null && word !== 'ad',
    caseLine: body.caseLine,
    caseLineBefore: body.caseLineBefore,
    section: body.section,
    contents: named === 'same',
    contentsOtherTitle: named === 'number',
    notInContents: named === 'none',
    type: parts.type !== null,
    timeSlot: parts.timeSlot !== null,
    pronounced: isPronounced(line, lines.textSize),
    gap: line.gap,
    usualTitle: isUsualPoint(parts.title),
    sentence: /[.;,]$/.test(rest) && !/\b(?:mv|m\.v|evt|osv)\.$/.test(rest),
    lowerCase: /^[a-zæøå]/.test(rest),
    // On a scan nothing but its number tells a heading's type from a list's.
    listRole: line.role === 'list' && !line.scanned,
    repeatedTitle: repeats >= 3 && !isUsualPoint(rest),
    bareNumber: alone || (close === '' && word === null && number.length === 1),
    listed:
      !isPronounced(line, lines.textSize) &&
      next !== undefined &&
      !next.line.gap &&
      apart <= 2 &&
      isNextInList(number, next.number),
    underAgenda: number.length === 1 && number[0] === 1 && isHeadedAgenda(lines, line.index),
    firstChild: next !== undefined && apart <= 3 && opensChapter(number, next.number),
  };
  return {
    line: line.index,
    number,
    rest: found.rest,
    word,
    close,
    style: styleOf(line, lines.textSize),
    score: weightOf(evidence, WEIGHT),
    hasBody: body.section || (body.caseLine && !isAboveNext(lines, line.index, next)),
    inContents: named === 'same',
  };
}

/** "1.1 Sagsfremstilling": a section that carries a number. Words that may also be an item's title need a repetition. */
function isNumberedSection(rest: string, number: ItemNumber, repeats: number): boolean {
  const word = sectionWord(rest) ?? inlineSection(rest)?.word;
  if (!word) return false;
  if (
    /^(?:referat|bilag|økonomi|drøftelse|kommunikation|opfølgning|høring|indhold|behandling)/i.test(
      word.heading,
    )
  )
    return repeats >= 3;
  return word.common || number.length > 1 || repeats >= 2;
}

function styleOf(line: Line, textSize: number | null): string | null {
  if (line.size === null || textSize === null || line.size <= textSize) return null;
  return `${line.size}${line.bold ? ' bold' : ''}`;
}

/** Only case lines between a heading and the next: below a chapter's they may be its first item's. */
function isAboveNext(lines: Lines, from: number, next: Found | undefined): boolean {
  if (!next || next.line.index - from < 2) return false;
  const between = lines.body.slice(from + 1, next.line.index);
  return between.every((line) => line.caseLine !== null);
}

interface BodyEvidence {
  readonly caseLine: boolean;
  readonly caseLineBefore: boolean;
  readonly section: boolean;
}

/** What follows: a case line or a section heading, soon enough for only a title to stand between. */
function bodyEvidence(lines: Lines, from: number, next: Found | undefined): BodyEvidence {
  const above = lines.body[from - 1]?.caseLine != null;
  const evidence = { caseLine: false, caseLineBefore: above, section: false };
  const limit = Math.min(from + 9, next?.line.index ?? from + 9);
  for (let i = from + 1; i < limit; i++) {
    const line = lines.body[i];
    if (!line) break;
    if (i <= from + 5 && line.caseLine) evidence.caseLine = true;
    const { bare, bareWord } = line;
    if ((bareWord ?? (inlineSection(bare) ?? columnSection(bare))?.word)?.common)
      return { ...evidence, section: true };
  }
  return evidence;
}

function isNextInList(a: ItemNumber, b: ItemNumber): boolean {
  return (
    a.length === b.length &&
    a.slice(0, -1).every((part, i) => part === b[i]) &&
    b.at(-1) === (a.at(-1) ?? 0) + 1
  );
}

/** "Dagsorden" stands right above: what is listed below it is the agenda, where it is no list of contents. */
export function isHeadedAgenda(lines: Lines, at: number): boolean {
  return /^(?:dagsorden|punkter|sager)\s*:?$/i.test(lines.body[at - 1]?.text ?? '');
}

/** A chapter's heading stands right above its first item. */
function opensChapter(number: ItemNumber, next: ItemNumber): boolean {
  return (
    next.length === number.length + 1 && next.at(-1) === 1 && number.every((part, i) => part === next[i])
  );
}
