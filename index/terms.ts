import type { SearchRecord } from '../core/search-index.ts';
import {
  type AnalysedWord,
  type Analyser,
  caseTerm,
  itemNumberTerm,
  meetingDateTerms,
} from './analysis/analyser.ts';

/** The terms by which a record is found, by column, and its words for spelling. */
export interface RecordTerms {
  readonly title: readonly string[];
  readonly decision: readonly string[];
  readonly text: readonly string[];
  readonly extra: readonly string[];
  readonly parts: readonly string[];
  readonly words: ReadonlySet<AnalysedWord>;
}

export function termsOf(record: SearchRecord, analyser: Analyser): RecordTerms {
  const title = analyser.text(record.title);
  const decision = analyser.text(`${record.decision}\n${record.recommendation}`);
  const text = analyser.text(record.text);
  const extra = analyser.text(record.extra);
  const unrepaired = analyser.text(record.unrepaired);
  return {
    title: title.terms,
    decision: decision.terms,
    text: text.terms,
    extra: [...extra.terms, ...unrepaired.terms],
    parts: [
      ...title.parts,
      ...decision.parts,
      ...text.parts,
      ...extra.parts,
      ...unrepaired.parts,
      ...factTerms(record),
    ],
    // Damaged spellings are found, yet nobody shall be advised to write so.
    words: title.words.union(decision.words).union(text.words).union(extra.words),
  };
}

/** What a record is, as terms that no word of a text can be. */
function factTerms(record: SearchRecord): string[] {
  return [
    ...(record.caseNumber ? [caseTerm(record.caseNumber)] : []),
    ...(record.number ? [itemNumberTerm(record.number)] : []),
    ...(record.date ? meetingDateTerms(record.date) : []),
  ];
}

/** All different terms of a record. */
export function distinctTerms(terms: RecordTerms): Set<string> {
  return new Set([...terms.title, ...terms.decision, ...terms.text, ...terms.extra, ...terms.parts]);
}
