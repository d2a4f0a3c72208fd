import { z } from 'zod';
import type { PageStart } from '../core/search-index.ts';

/** As engines keep it. */
export const PageStartSchema = z.object({
  field: z.enum(['recommendation', 'decision', 'text']),
  start: z.number(),
  page: z.number(),
}) satisfies z.ZodType<PageStart>;
