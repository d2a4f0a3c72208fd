import type { SearchRecord } from '../../core/search-index.ts';
import type { AnalysedWord, Analyser } from '../analysis/analyser.ts';
import { bare } from '../analysis/fold.ts';
import { termsOf } from '../terms.ts';
import { pack, packFacts } from './packing.ts';
import { TERM_COLUMNS } from './schema.ts';

/** A record as it is written: analysed and packed, which costs more than the writing and can be done elsewhere. */
export interface PreparedRecord {
  readonly id: string;
  readonly document: string;
  readonly source: string;
  readonly facts: string;
  readonly packed: Uint8Array;
  /** Terms with blanks between, by column. */
  readonly columns: readonly string[];
  readonly words: readonly PreparedWord[];
}

export interface PreparedWord {
  readonly folded: string;
  readonly term: string;
  /** Without æ, ø and å, where it has any. */
  readonly bare: string | null;
  /** In lower case, where that is something else. */
  readonly shown: string | null;
}

/** Makes records ready to be written; each word is handed over once, as far fewer are new than are met. */
export class Preparer {
  readonly #analyser: Analyser;
  #handedOver = new WeakSet<AnalysedWord>();

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  /** Where what was handed over was not written. */
  startAnew(): void {
    this.#handedOver = new WeakSet();
  }

  prepare(record: SearchRecord): PreparedRecord {
    const terms = termsOf(record, this.#analyser);
    return {
      id: record.id,
      document: record.document,
      source: record.source,
      facts: packFacts(record),
      packed: pack(record),
      columns: TERM_COLUMNS.map((column) => terms[column].join(' ')),
      words: [...terms.words].filter((word) => word.spelled && this.#isNew(word)).map(prepareWord),
    };
  }

  #isNew(word: AnalysedWord): boolean {
    if (this.#handedOver.has(word)) return false;
    this.#handedOver.add(word);
    return true;
  }
}

function prepareWord({ shown, folded, term }: AnalysedWord): PreparedWord {
  const without = bare(folded);
  return {
    folded,
    term,
    bare: without === folded ? null : without,
    shown: shown === folded ? null : shown,
  };
}

/** The different terms of a prepared record. */
export function preparedTerms({ columns }: Pick<PreparedRecord, 'columns'>): Set<string> {
  return new Set(columns.flatMap((terms) => (terms === '' ? [] : terms.split(' '))));
}
