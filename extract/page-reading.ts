import { z } from 'zod';
import { Box, LineRole } from '../core/document.ts';
import { TextOrigin } from '../core/vocabulary.ts';

const LaidCell = z.object({
  table: z.number(),
  row: z.number(),
  column: z.number(),
  rows: z.number(),
  columns: z.number(),
  box: Box,
  drawn: z.boolean().optional(),
  start: z.number(),
  end: z.number(),
});

/**
 * What was read from one page by itself, before the document as a whole was looked
 * at. It travels between processes, so that pages read before a crash need not be
 * read again; hence the schema.
 */
export const PageReading = z.object({
  number: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  origin: TextOrigin,
  reason: z.string(),
  confidence: z.number().nullable(),
  lines: z
    .array(
      z.object({
        text: z.string(),
        words: z.array(z.object({ start: z.number(), end: z.number(), box: Box })).readonly(),
        role: LineRole,
        box: Box.nullable(),
        size: z.number().nullable(),
        bold: z.boolean(),
        opens: z.boolean(),
        cells: z.array(LaidCell).readonly().optional(),
      }),
    )
    .readonly(),
  links: z.array(z.object({ url: z.string(), box: Box.nullable() })).readonly(),
  /** By how many quarters the page must be turned clockwise for its text to stand upright; left out where it does. */
  toTurn: z.literal([1, 2, 3]).optional(),
  /** Why the page, or a part of it, could not be read; null where all went well. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type PageReading = z.infer<typeof PageReading>;

/** A page of which nothing could be read. */
export function unreadPage(number: number, code: string, message: string): PageReading {
  return {
    number,
    width: 0,
    height: 0,
    origin: 'none',
    reason: 'Siden kunne ikke læses.',
    confidence: null,
    lines: [],
    links: [],
    problem: { code, message },
  };
}
