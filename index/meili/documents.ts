import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import type { AnalysedWord, Analyser } from '../analysis/analyser.ts';
import { bare } from '../analysis/fold.ts';
import { type Facts, factsOf } from '../facts.ts';
import { distinctTerms, termsOf } from '../terms.ts';

/** A record as Meilisearch keeps it. */
export interface RecordDocument {
  readonly id: string;
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
}

export function toDocument(
  record: SearchRecord,
  analyser: Analyser,
): { document: RecordDocument; words: WordDocument[] } {
  const terms = termsOf(record, analyser);
  const document: RecordDocument = {
    id: safeId(record.id),
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

function toWord({ folded, term }: AnalysedWord): WordDocument {
  const without = bare(folded);
  return { id: safeId(folded), folded, term, bare: without === folded ? null : without };
}

/** Meilisearch's ids know letters, figures, hyphen and underscore only; others become their code. */
function safeId(id: string): string {
  return id.replace(/[^a-zA-Z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}

/** What toDocument wrote; nobody else writes there. */
export function recordOf(hit: { record: string }): SearchRecord {
  return JSON.parse(hit.record);
}

export const WordHit = z.object({ folded: z.string(), term: z.string() });
