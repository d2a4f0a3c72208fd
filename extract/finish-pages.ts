import { setImmediate } from 'node:timers/promises';
import type { Page } from '../core/document.ts';
import { type DocumentWords, withWords, wordsWithinLines } from '../danish/hyphen.ts';
import { languageOf } from './language.ts';
import { editPage } from './layout/edit-page.ts';
import { hyphenEdits, type KnowsWord } from './layout/hyphens.ts';
import { layOutDocument } from './layout/lay-out.ts';
import type { LaidLine } from './layout/lines.ts';
import { type PageText, writePage } from './layout/page-text.ts';
import { tieTables } from './layout/tie-tables.ts';
import { withBoxes } from './layout/turned-boxes.ts';
import { turnBox } from './ocr/prepare/turn.ts';
import type { PageReading } from './page-reading.ts';
import { applyEdits, composeEdits } from './repair/edits.ts';
import type { Repairer } from './repair/repair.ts';
import { packWords } from './words.ts';

export interface FinishTools {
  readonly repairer: Repairer;
  readonly knows: KnowsWord;
}

/** A page as laid out, with what is known of where it came from. */
export type RawPage = Pick<Page, 'number' | 'origin' | 'reason' | 'confidence' | 'size'> & {
  readonly page: PageText;
};

/** What the pages of a document say about each other. */
export interface DocumentClues {
  readonly words: DocumentWords;
  /** How its letters were lost, as `Repairer.damageOf` tells. */
  readonly damage: string | null;
}

/**
 * From pages read one by one to pages of a document: roles of lines, text, repair,
 * language. `onFinished` is the sign of life of what may take minutes in a long document.
 */
export async function finishPages(
  readings: readonly PageReading[],
  tools: FinishTools,
  onFinished?: (page: number) => void,
): Promise<Page[]> {
  const laid = layOutDocument(readings.map(upright)).map((lines, index) =>
    asTheyStand(lines, readings[index]),
  );
  const words = wordsWithinLines(laid.flat().map((line) => line.text));
  const texts = tieTables(
    laid.map(writePage),
    readings.map(({ height }) => height),
  );
  const suspects = texts.map(({ text }) => text).filter(mayLackLetters);
  const damage = texts.length > 1 && suspects.length > 0 ? tools.repairer.damageOf(suspects) : null;
  const pages: Page[] = [];
  for (const [index, reading] of readings.entries()) {
    const { number, origin, reason, confidence, width, height } = reading;
    const size: [number, number] | null = width > 0 && height > 0 ? [width, height] : null;
    const page = texts[index] ?? writePage([]);
    pages.push(finishPage({ number, origin, reason, confidence, size, page }, tools, { words, damage }));
    onFinished?.(number);
    // So that what was told goes out before the next page keeps the process busy.
    await setImmediate();
  }
  return pages;
}

/** The page as its text is read, so that what stands at its head and foot is found on pages that lie turned too. */
function upright(reading: PageReading): PageReading {
  const { toTurn = 0, width, height, lines } = reading;
  if (toTurn === 0) return reading;
  const turned = lines.map((line) => withBoxes(line, (box) => turnBox(box, toTurn, width, height)));
  return { ...reading, ...(toTurn === 2 ? {} : { width: height, height: width }), lines: turned };
}

function asTheyStand(lines: readonly LaidLine[], reading: PageReading | undefined): LaidLine[] {
  const { toTurn = 0, width = 0, height = 0 } = reading ?? {};
  if (toTurn === 0) return [...lines];
  const [wide, high] = toTurn === 2 ? [width, height] : [height, width];
  const back = toTurn === 1 ? 3 : toTurn === 3 ? 1 : 2;
  return lines.map((line) => withBoxes(line, (box) => turnBox(box, back, wide, high)));
}

/** Of a hundred signs of Danish some 2.5 are æ, ø or å; a page with 1.5 of them has lost few, and says nothing of others. */
const DANISH_LETTERS = 0.015;

/** Whether it is worth the search how a page lost letters, which costs more than reading it. */
function mayLackLetters(text: string): boolean {
  const danish = text.match(/[æøåÆØÅ]/gu)?.length ?? 0;
  return danish < DANISH_LETTERS * text.length;
}

/**
 * Joins broken words, repairs the text, and carries lines and word boxes along.
 */
export function finishPage({ page, ...raw }: RawPage, tools: FinishTools, document: DocumentClues): Page {
  const { repairer, knows } = tools;
  const { words, damage } = document;
  const joined = hyphenEdits(page, withWords(repairer.hyphens, words));
  const whole = applyEdits(page.text, joined);
  const before = languageOf(whole, knows);
  // Damaged Danish may look like Norwegian or like nothing; the repairer judges such text by itself.
  const repaired = repairer.repair(whole, before === 'nob' ? null : before, words, damage);
  const repairs = composeEdits(page.text, joined, repaired.edits);
  const edited = editPage(page, repaired.text, repairs);
  return {
    ...raw,
    text: edited.text,
    language: repaired.edits.length === 0 || before === 'dan' ? before : languageOf(edited.text, knows),
    lines: [...edited.lines],
    repairs,
    repairedBy: repairer.version,
    doubtful: repaired.doubtful.map(([start, end]) => [start, end]),
    words: packWords(edited.words),
    ...(edited.tables === undefined || edited.tables.length === 0 ? {} : { tables: [...edited.tables] }),
  };
}
