import { z } from 'zod';
import { Language, TextOrigin } from './vocabulary.ts';

/**
 * A page as read: its text, the lines and tables that it was set in, and what
 * was repaired. Conventions as in core/document.ts.
 */

/**
 * One change to a text. `start` and `end` are offsets in the text before any
 * repair; edits do not overlap and stand in ascending order, so that applying
 * `after` from left to right yields the repaired text and `before` undoes it.
 */
export const Repair = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  before: z.string(),
  after: z.string(),
  /** The rule that made it, a kebab-case name listed in docs/repair.md. */
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});
export type Repair = z.infer<typeof Repair>;

/** What a line of a page is to a reader. Only `body`-like roles are part of `Page.text`. */
export const LineRole = z.enum([
  'body',
  'heading',
  'list',
  'table',
  'footnote',
  'contents',
  'noise',
  'header',
  'footer',
]);
export type LineRole = z.infer<typeof LineRole>;

/** Left, top, right, bottom in PDF points from the page's upper left corner. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** One typographic line. `header` and `footer` lines are set aside: they are not in `Page.text`. */
export const PageLine = z.object({
  text: z.string(),
  /** Offset in `Page.text`, or null where the line was set aside. */
  start: z.number().int().nonnegative().nullable(),
  role: LineRole,
  box: Box.nullable(),
  /** Font size in points, rounded to halves; null where unknown (plain text files). */
  size: z.number().nullable(),
  bold: z.boolean(),
});
export type PageLine = z.infer<typeof PageLine>;

/** A cell of a table. Its text is a stretch of `Page.text`, so that repairs and closed items hold for it too. */
export const TableCell = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Counted from 0. */
  column: z.number().int().nonnegative(),
  /** How many columns and rows it takes up, where more than one. */
  columns: z.number().int().positive().optional(),
  rows: z.number().int().positive().optional(),
  box: Box,
});
export type TableCell = z.infer<typeof TableCell>;

/** A table, or a page's part of one, as drawn or aligned. Empty cells are left out of `rows`. */
export const Table = z.object({
  box: Box,
  columns: z.number().int().positive(),
  /** So many of the first rows name what the columns hold. */
  headerRows: z.number().int().nonnegative(),
  rows: z.array(z.array(TableCell)),
  /** Goes on with the last table of the page before; `headerRows` then counts headings that came again. */
  continues: z.boolean().optional(),
  /** Its first row after the headings goes on with the last row there. */
  rowContinues: z.boolean().optional(),
});
export type Table = z.infer<typeof Table>;

export const Page = z.object({
  number: z.number().int().positive(),
  /**
   * The page as a reader reads it: lines parted by \n, paragraphs by an empty
   * line, running headers and footers left out, repairs applied.
   */
  text: z.string(),
  origin: TextOrigin,
  /** Why the text was taken from there, a plain sentence for staff. */
  reason: z.string(),
  /** 0 to 1, from the OCR engine; null for a text layer. */
  confidence: z.number().min(0).max(1).nullable(),
  language: Language.nullable(),
  lines: z.array(PageLine),
  repairs: z.array(Repair),
  /** Version of the rules and data that repaired it: a page of an older one may be read again. */
  repairedBy: z.string().nullable().optional(),
  /** Words that look damaged but that no repair was certain enough of: offsets in `text`. */
  doubtful: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Width and height in points; null for plain text files. */
  size: z.tuple([z.number(), z.number()]).nullable(),
  /** The boxes of the words of `text`, packed by extract/words.ts; null where there are none. */
  words: z.string().nullable(),
  /** In the order of `text`; a row of short cells is one line of it, the cells parted by tabs. */
  tables: z.array(Table).optional(),
});
export type Page = z.infer<typeof Page>;
