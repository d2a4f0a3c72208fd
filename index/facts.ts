import { z } from 'zod';
import type { SearchRecord } from '../core/search-index.ts';

/** What of a record is filtered, counted and ordered by, as engines keep it beside the record. */
export const Facts = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.array(z.string()),
  z.array(z.string()),
]);
export type Facts = z.infer<typeof Facts>;

/** Group, date, body, kind, type, case number, outcomes, municipalities. */
export function factsOf(record: SearchRecord): Facts {
  const { group, date, body, kind, type, caseNumber, outcomes, municipalities } = record;
  return [group, date, body, kind, type, caseNumber, [...outcomes], [...municipalities]];
}
