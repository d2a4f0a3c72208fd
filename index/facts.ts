import { z } from 'zod';
import type { SearchRecord } from '../core/search-index.ts';
import { BodyName, DocumentKind, Outcome } from '../core/vocabulary.ts';

/** What of a record is filtered, counted and ordered by, as engines keep it beside the record. */
export const Facts = z.tuple([
  z.string(),
  z.string().nullable(),
  BodyName.nullable(),
  DocumentKind,
  z.string().nullable(),
  z.string().nullable(),
  z.array(Outcome),
  z.array(z.string()),
]);
export type Facts = z.infer<typeof Facts>;

/** Group, date, body, kind, type, case number, outcomes, municipalities. */
export function factsOf(record: SearchRecord): Facts {
  const { group, date, body, kind, type, caseNumber, outcomes, municipalities } = record;
  return [group, date, body, kind, type, caseNumber, [...outcomes], [...municipalities]];
}

/** The same under the names that a record has for them. */
export function namedFacts([group, date, body, kind, type, caseNumber, outcomes, municipalities]: Facts) {
  return { group, date, body, kind, type, caseNumber, outcomes, municipalities };
}
