import { z } from 'zod';
import type { SearchFilters, SearchQuery } from '../core/search-index.ts';
import { BODIES, BodyName, DocumentKind, Outcome, SORTS } from '../core/vocabulary.ts';
import { EXPORT_FORMATS } from './export/names.ts';

/**
 * Parameters of searches and lists, shared by the API and the pages, so that
 * the address of a search page turns into one of the API by adding /api/search.
 * They are strict: what is unknown or malformed is refused by name, never ignored.
 */

const NAME_OF_SLUG = new Map<string, BodyName>(BODIES.map((body) => [body.slug, body.name]));

/** A KKR by its name or by the slug that ids and addresses carry. */
const Body = z
  .enum([...BODIES.map((body) => body.name), ...BODIES.map((body) => body.slug)], {
    error: `must be one of ${BODIES.map((body) => body.slug).join(', ')}`,
  })
  .transform((value) => NAME_OF_SLUG.get(value) ?? BodyName.parse(value));

const Day = z.iso.date({ error: 'must be a date like 2024-06-19' });
const WHOLE = { error: 'must be a whole number' };
const Year = z.coerce
  .number(WHOLE)
  .int(WHOLE)
  .min(1970, 'must be a year from 1970 on')
  .max(2100, 'must be a year before 2100');

/** How a value that is none of a list is refused. */
export const oneOf = (values: readonly string[]) => ({ error: `must be one of ${values.join(', ')}` });

export const MAX_OFFSET = 10_000;

/** What to find, and among what: the same for a search and for an export. */
const wanted = {
  q: z
    .string('must be given once')
    .max(500, 'must have at most 500 characters')
    .default('')
    .describe('Words, "a phrase", -without, a case number or a date. Empty finds everything.'),
  body: Body.optional().describe('A KKR, by name or slug.'),
  year: Year.optional(),
  kind: z.enum(DocumentKind.options, oneOf(DocumentKind.options)).optional(),
  type: z
    .string('must be given once')
    .max(80, 'must have at most 80 characters')
    .toLowerCase()
    .optional()
    .describe('The word before the colon of a title, such as beslutningssag.'),
  outcome: z.enum(Outcome.options, oneOf(Outcome.options)).optional(),
  municipality: z
    .string('must be given once')
    .max(80, 'must have at most 80 characters')
    .optional()
    .describe('A municipality that is named.'),
  case: z
    .string('must be given once')
    .max(60, 'must have at most 60 characters')
    .optional()
    .describe('A case number in any notation.'),
  from: Day.optional().describe('First day of the meeting.'),
  to: Day.optional().describe('Last day of the meeting.'),
};
const forwards = {
  path: ['to'],
  error: 'must not be before from',
};
const isForwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  !from || !to || from <= to;

export const SearchParameters = z
  .strictObject({
    ...wanted,
    sort: z.enum(SORTS, oneOf(SORTS)).default('relevance'),
    limit: z.coerce
      .number(WHOLE)
      .int(WHOLE)
      .min(1, 'must be 1 to 100')
      .max(100, 'must be 1 to 100')
      .default(20),
    offset: z.coerce
      .number(WHOLE)
      .int(WHOLE)
      .min(0, `must be 0 to ${MAX_OFFSET}`)
      .max(MAX_OFFSET, `must be 0 to ${MAX_OFFSET}`)
      .default(0),
  })
  .refine(isForwards, forwards);
export type SearchParameters = z.output<typeof SearchParameters>;

export const ExportParameters = z
  .strictObject({
    ...wanted,
    format: z
      .enum(EXPORT_FORMATS, oneOf(EXPORT_FORMATS))
      .default('csv')
      .describe('csv (RFC 4180), excel (semicolons, for a Danish Excel), or jsonl (JSON Lines).'),
  })
  .refine(isForwards, forwards);

/**
 * Forms send fields that were left empty; to a page they mean "not given". What
 * mail programs and social media hang on to a link is none of its parameters.
 */
export const PageSearchParameters = z.preprocess(withoutEmpty, SearchParameters);

export const MeetingParameters = z.strictObject({ body: Body.optional(), year: Year.optional() });
export type MeetingParameters = z.output<typeof MeetingParameters>;
export const PageMeetingParameters = z.preprocess(withoutEmpty, MeetingParameters);

export const NoParameters = z.strictObject({});

export function toSearchQuery(parameters: SearchParameters): SearchQuery {
  const { q, sort, limit, offset, ...filters } = parameters;
  return { text: q.trim(), filters: filters satisfies SearchFilters, sort, limit, offset };
}

/** Whether a name is a mark that others put on links to follow their readers. */
export function hungOn(name: string): boolean {
  return /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/.test(name);
}

function withoutEmpty(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== '' && !hungOn(name)));
}
