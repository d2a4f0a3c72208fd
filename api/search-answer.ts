import { z } from 'zod';
import { Sha256 } from '../core/document.ts';
import type { SearchHit, SearchResult } from '../core/search-index.ts';
import { BodyName, DocumentKind, Outcome } from '../core/vocabulary.ts';

/** The answer of `GET /api/search`; its hits have all fields of `kkr search --json`, and more. */
export const Hit = z.object({
  id: z.string().describe('Id of what to open: an item, an appendix or a document.'),
  source: z.string().describe("The file's name."),
  document: Sha256.describe('SHA-256 of that file.'),
  body: BodyName.nullable(),
  date: z.string().nullable().describe('Date of the meeting.'),
  meetingId: z.string().nullable(),
  kind: DocumentKind,
  number: z
    .string()
    .nullable()
    .describe('Number of the item; of an appendix, of the item that it belongs to.'),
  title: z.string(),
  type: z.string().nullable(),
  caseNumber: z.string().nullable(),
  outcomes: z.array(Outcome),
  snippet: z.string().describe('Original text around the match.'),
  matches: z
    .array(z.tuple([z.number().int(), z.number().int()]))
    .describe('Start and end of each match in `snippet`, in UTF-16 code units.'),
  foundIn: z
    .enum(['title', 'recommendation', 'decision', 'text', 'attachments', 'case'])
    .nullable()
    .describe('Where the match stands.'),
  page: z.number().int().positive().describe('Page of the original to open.'),
  score: z.number().describe('Greater is better; comparable within one answer only.'),
  morePages: z.array(z.number().int()).describe('Further pages of the same appendix that match.'),
  duplicates: z
    .array(z.object({ id: z.string(), source: z.string(), page: z.number().int() }))
    .describe('Near-identical texts that this hit stands for.'),
});
export type Hit = z.infer<typeof Hit>;

const FacetNames = z.enum(['body', 'year', 'kind', 'type', 'outcome', 'municipality', 'case']);

export const SearchAnswer = z.object({
  total: z.number().int().nonnegative(),
  hits: z.array(Hit),
  facets: z.record(FacetNames, z.array(z.object({ value: z.string(), count: z.number().int() }))),
  facetsExact: z
    .boolean()
    .describe(
      'False where the counts of facets are at least as given, as in results too great to be counted one by one.',
    ),
  suggestion: z.string().nullable().describe('A likelier spelling, where little was found.'),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export function searchAnswer(result: SearchResult): SearchAnswer {
  const { facets } = result;
  return {
    total: result.total,
    hits: result.hits.map(toHit),
    facets: {
      body: [...facets.body],
      year: [...facets.year],
      kind: [...facets.kind],
      type: [...facets.type],
      outcome: [...facets.outcome],
      municipality: [...facets.municipality],
      case: [...facets.case],
    },
    facetsExact: result.facetsExact,
    suggestion: result.suggestion,
  };
}

function toHit(hit: SearchHit): Hit {
  const matches: [number, number][] = [];
  let snippet = '';
  for (const piece of hit.snippet) {
    const start = snippet.length;
    snippet += piece.text;
    if (piece.match) matches.push([start, snippet.length]);
  }
  return {
    ...hit,
    outcomes: [...hit.outcomes],
    morePages: [...hit.morePages],
    duplicates: [...hit.duplicates],
    snippet,
    matches,
  };
}
