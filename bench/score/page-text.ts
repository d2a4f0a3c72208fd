import type { PageLine } from '../../core/document.ts';
import { editDistance } from './align.ts';
import { locateBlocks } from './locate-blocks.ts';
import type { TrueBlock, TruePage } from './truth.ts';

/**
 * Three questions about the text of a page, answered apart from each other, since
 * they have different cures: are the characters right, is the order right, and
 * were running headers and the contents list told from the body?
 */
export interface PageTextScore {
  /** Characters of true body text: the weight of this page in a sum. */
  readonly characters: number;
  readonly words: number;
  /** Edits of the whole page in order: wrong characters and wrong order together. */
  readonly characterErrors: number;
  readonly wordErrors: number;
  /** Edits inside the blocks, wherever on the page they were found: characters alone. */
  readonly characterErrorsAnyOrder: number;
  /** Characters read that belong to no block of the body. */
  readonly extraCharacters: number;
  /** Neighbouring blocks, and how many of them stand in the right order. */
  readonly neighbours: number;
  readonly neighboursInOrder: number;
  /** Body blocks of which less than half was found. */
  readonly lostBlocks: readonly string[];
  readonly furniture: RoleScore;
  readonly contents: RoleScore;
}

/** Lines of a role: found as such, missed (read as body), and body lines taken for it. */
interface RoleScore {
  readonly found: number;
  readonly missed: number;
  readonly invented: number;
}

export interface ReadPage {
  readonly text: string;
  readonly lines: readonly PageLine[];
}

const FURNITURE = new Set(['header', 'footer', 'noise']);

/**
 * Line ends are no part of the question (a paragraph is one block of truth but
 * many lines on paper), so runs of white space count as one space.
 */
function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export function scorePageText(truth: TruePage, read: ReadPage): PageTextScore {
  const blocks = truth.blocks.map((block) => ({ ...block, text: normaliseText(block.text) }));
  const body = blocks.filter((block) => isBody(block.role) && block.text !== '');
  const trueText = body.map((block) => block.text).join(' ');
  const readText = normaliseText(bodyText(read));
  const located = locateBlocks(
    body.map((block) => block.text),
    readText,
  );
  const starts = located.matches.flatMap((match) => (match === null ? [] : [match.start]));
  return {
    characters: trueText.length,
    words: trueText === '' ? 0 : trueText.split(' ').length,
    characterErrors: editDistance(trueText, readText),
    wordErrors: editDistance(tokens(trueText), tokens(readText)),
    characterErrorsAnyOrder: located.distance,
    extraCharacters: located.uncovered,
    neighbours: Math.max(0, starts.length - 1),
    neighboursInOrder: starts.filter((start, index) => index > 0 && start > (starts[index - 1] ?? 0)).length,
    lostBlocks: body.flatMap((block, index) => (located.matches[index] === null ? [block.text] : [])),
    furniture: scoreRole(blocks, read.lines, (role) => FURNITURE.has(role)),
    contents: scoreRole(blocks, read.lines, (role) => role === 'contents'),
  };
}

/** What the page says without its contents list; furniture was left out when it was read. */
function bodyText(read: ReadPage): string {
  const cuts = read.lines.filter((line) => line.start !== null && !isBody(line.role));
  let text = '';
  let at = 0;
  for (const line of cuts.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    text += read.text.slice(at, line.start ?? at);
    at = Math.max(at, (line.start ?? at) + line.text.length);
  }
  return text + read.text.slice(at);
}

function isBody(role: TrueBlock['role']): boolean {
  return !FURNITURE.has(role) && role !== 'contents';
}

/**
 * Compares letters and figures only: leaders, spacing and hyphens at line ends
 * differ between a line on paper and a block of truth.
 */
function scoreRole(
  blocks: readonly TrueBlock[],
  lines: readonly PageLine[],
  inRole: (role: TrueBlock['role']) => boolean,
): RoleScore {
  const readIn = lines.filter((line) => inRole(line.role)).map((line) => letters(line.text));
  const readOther = lines.filter((line) => !inRole(line.role)).map((line) => letters(line.text));
  const trueIn = blocks.filter((block) => inRole(block.role)).map((block) => letters(block.text));
  const trueOther = blocks.filter((block) => !inRole(block.role)).map((block) => letters(block.text));
  const covers = (whole: readonly string[], line: string) =>
    line !== '' && whole.some((text) => text !== '' && (text.includes(line) || line.includes(text)));
  const missed = trueIn.filter((text) => text !== '' && !covers(readIn, text));
  const invented = readIn.filter((line) => line !== '' && !covers(trueIn, line) && covers(trueOther, line));
  const seenElsewhere = missed.filter((text) => covers(readOther, text));
  return {
    found: trueIn.filter((text) => text !== '').length - missed.length,
    // Furniture that is nowhere at all does no harm to a reader; in the body it does.
    missed: seenElsewhere.length,
    invented: invented.length,
  };
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

function tokens(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

export interface TextScore {
  readonly pages: number;
  readonly characters: number;
  readonly characterErrorRate: number;
  readonly characterErrorRateAnyOrder: number;
  readonly wordErrorRate: number;
  /** Extra characters per true character. */
  readonly extraRate: number;
  /** Share of neighbouring blocks in the right order. */
  readonly order: number;
  readonly furnitureF1: number;
  readonly contentsF1: number;
  readonly lostBlocks: number;
}

/** Micro-average: every character weighs the same, whatever page it stands on. */
export function sumPageTexts(scores: readonly PageTextScore[]): TextScore {
  const sum = (value: (score: PageTextScore) => number) =>
    scores.reduce((all, score) => all + value(score), 0);
  const characters = sum((score) => score.characters);
  const rate = (errors: number, of: number) => (of === 0 ? 0 : errors / of);
  return {
    pages: scores.length,
    characters,
    characterErrorRate: rate(
      sum((score) => score.characterErrors),
      characters,
    ),
    characterErrorRateAnyOrder: rate(
      sum((score) => score.characterErrorsAnyOrder),
      characters,
    ),
    wordErrorRate: rate(
      sum((score) => score.wordErrors),
      sum((score) => score.words),
    ),
    extraRate: rate(
      sum((score) => score.extraCharacters),
      characters,
    ),
    order:
      1 -
      rate(
        sum((score) => score.neighbours - score.neighboursInOrder),
        sum((score) => score.neighbours),
      ),
    furnitureF1: roleF1(scores.map((score) => score.furniture)),
    contentsF1: roleF1(scores.map((score) => score.contents)),
    lostBlocks: sum((score) => score.lostBlocks.length),
  };
}

function roleF1(scores: readonly RoleScore[]): number {
  const sum = (value: (score: RoleScore) => number) => scores.reduce((all, score) => all + value(score), 0);
  const found = sum((score) => score.found);
  const wrong = sum((score) => score.missed + score.invented);
  return found + wrong === 0 ? 1 : (2 * found) / (2 * found + wrong);
}
