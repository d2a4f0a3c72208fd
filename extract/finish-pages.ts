import { setImmediate } from 'node:timers/promises';
import type { Page } from '../core/document.ts';
import { withWords, wordsWithinLines } from '../danish/hyphen.ts';
import { languageOf } from './language.ts';
import { editPage } from './layout/edit-page.ts';
import { hyphenEdits, type KnowsWord } from './layout/hyphens.ts';
import { layOutDocument } from './layout/lay-out.ts';
import { type PageText, writePage } from './layout/page-text.ts';
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
  /** Its words in lower case. */
  readonly words: ReadonlySet<string>;
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
  const laid = layOutDocument(readings);
  const words = wordsWithinLines(laid.flat().map((line) => line.text));
  const texts = laid.map(writePage);
  const damage = texts.length > 1 ? tools.repairer.damageOf(texts.map(({ text }) => text)) : null;
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
