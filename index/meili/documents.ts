import { z } from 'zod';
import { KkrError } from '../../core/errors.ts';
import type { SearchRecord } from '../../core/search-index.ts';
import { BodyName, DocumentKind, Outcome } from '../../core/vocabulary.ts';
import type { AnalysedWord, Analyser } from '../analysis/analyser.ts';
import { bare } from '../analysis/fold.ts';
import { type Facts, factsOf } from '../facts.ts';
import { PageStartSchema } from '../page-start-schema.ts';
import { distinctTerms, termsOf } from '../terms.ts';

/** A record as Meilisearch keeps it. */
export interface RecordDocument {
  /** Of this writing of the record: an older one stands beside it until it is deleted. */
  readonly id: string;
  /** Of the record. */
  readonly key: string;
  /** When it was written, in milliseconds. */
  readonly written: number;
  /** The record itself as JSON, so that Meilisearch does not take its fields apart. */
  readonly record: string;
  readonly facts: Facts;
  readonly document: string;
  readonly group: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly date: number | null;
  readonly kind: string;
  readonly type: string | null;
  readonly case: string | null;
  readonly outcome: readonly string[];
  readonly municipality: readonly string[];
  readonly terms: readonly string[];
  readonly titleTerms: string;
  readonly decisionTerms: string;
  readonly textTerms: string;
  readonly extraTerms: string;
  readonly partTerms: string;
}

export interface WordDocument {
  readonly id: string;
  readonly folded: string;
  readonly term: string;
  readonly bare: string | null;
  readonly shown: string;
}

export function toDocument(
  record: SearchRecord,
  analyser: Analyser,
  written: number,
): { document: RecordDocument; words: WordDocument[] } {
  const terms = termsOf(record, analyser);
  const document: RecordDocument = {
    id: `${keyOf(record)}-${written}`,
    key: keyOf(record),
    written,
    record: JSON.stringify(record),
    facts: factsOf(record),
    document: record.document,
    group: record.group,
    body: record.body,
    year: record.date === null ? null : Number(record.date.slice(0, 4)),
    date: record.date === null ? null : Number(record.date.replaceAll('-', '')),
    kind: record.kind,
    type: record.type,
    case: record.caseNumber,
    outcome: record.outcomes,
    municipality: record.municipalities,
    terms: [...distinctTerms(terms)],
    titleTerms: terms.title.join(' '),
    decisionTerms: terms.decision.join(' '),
    textTerms: terms.text.join(' '),
    extraTerms: terms.extra.join(' '),
    partTerms: terms.parts.join(' '),
  };
  return { document, words: [...terms.words].filter((word) => word.spelled).map(toWord) };
}

function toWord({ shown, folded, term }: AnalysedWord): WordDocument {
  const without = bare(folded);
  return { id: safeId(folded), shown, folded, term, bare: without === folded ? null : without };
}

export function keyOf(record: Pick<SearchRecord, 'id'>): string {
  return safeId(record.id);
}

/** Meilisearch's ids know letters, figures, hyphen and underscore only; others become their code. */
function safeId(id: string): string {
  return id.replace(/[^a-zA-Z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}

const KeptRecord = z.object({
  id: z.string(),
  target: z.string(),
  group: z.string(),
  document: z.string(),
  source: z.string(),
  kind: DocumentKind,
  body: BodyName.nullable(),
  date: z.string().nullable(),
  meetingId: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  type: z.string().nullable(),
  caseNumber: z.string().nullable(),
  outcomes: z.array(Outcome),
  municipalities: z.array(z.string()),
  recommendation: z.string(),
  decision: z.string(),
  text: z.string(),
  extra: z.string(),
  unrepaired: z.string(),
  page: z.number(),
  pageStarts: z.array(PageStartSchema),
  legibility: z.number(),
}) satisfies z.ZodType<SearchRecord>;

/**
 * The record that a document was made of.
 * @throws KkrError `search-unavailable` where another version of the program made it.
 */
export function recordOf(hit: { record: string }): SearchRecord {
  const kept = KeptRecord.safeParse(parsed(hit.record));
  if (kept.success) return kept.data;
  const [field] = kept.error.issues.map((issue) => issue.path.join('.'));
  throw new KkrError(
    'search-unavailable',
    `The search index was made by another version of the program (${field || 'record'}); run kkr reindex`,
    { cause: kept.error },
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Words of an index of an older version are shown as they are folded. */
export const WordHit = z
  .object({ folded: z.string(), term: z.string(), shown: z.string().optional() })
  .transform((word) => ({ ...word, shown: word.shown ?? word.folded }));
