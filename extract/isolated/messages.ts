import { z } from 'zod';
import { Document } from '../../core/document.ts';
import type { TaughtWords } from '../../core/taught-words.ts';
import { PageReading } from '../page-reading.ts';

/** What the reading process is told, one document at a time. */
export const Order = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  name: z.string(),
  /** Pages read before, or given up, by number. */
  known: z.array(PageReading),
  /** What the archive has taught repair; absent where nothing. */
  taught: z.custom<TaughtWords>((value) => value instanceof Object && 'counts' in value).optional(),
});
export type Order = z.input<typeof Order>;

/** What it answers. */
export const Report = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('begin'), page: z.number() }),
  z.object({ type: z.literal('page'), reading: PageReading }),
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('finished'), page: z.number() }),
  z.object({ type: z.literal('document'), document: Document }),
  z.object({ type: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type Report = z.infer<typeof Report>;
