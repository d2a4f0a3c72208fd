import type { DocumentSummary } from './archive-records.ts';
import type { Document, Source } from './document.ts';
import type { ErrorCode } from './errors.ts';

/** waiting -> reading -> read | failed; `retry` and a dead worker's lease lead back to waiting. */
export type DocumentState = 'waiting' | 'reading' | 'read' | 'failed';

/**
 * The state of documents. Several processes may use one ledger: a claim is
 * given to one of them only, and a claim whose lease ran out may be taken over.
 * A call on a document that was never registered throws `not-found`.
 */
export interface DocumentLedger {
  /** Notes that an original was received; bytes known before change nothing. */
  register(source: Source): Promise<'added' | 'known'>;
  /**
   * Takes a document to read it, for `leaseMs`; each success counts as an
   * attempt. False where someone holds it, be it a worker of that very name, or
   * it is read already; a failed document may be claimed, since whoever asks
   * wants another try.
   */
  claim(sha256: string, worker: string, leaseMs: number): Promise<boolean>;
  /** Prolongs a claim. False where it was lost in the meantime. */
  renew(sha256: string, worker: string, leaseMs: number): Promise<boolean>;
  /**
   * Keeps a reading and marks the document read, all in one transaction that
   * replaces what was kept of an earlier reading. Ids of items stay the same.
   * False, and nothing is kept, where the worker does not hold the claim any more.
   */
  complete(document: Document, worker: string): Promise<boolean>;
  /**
   * Ends a claim without a reading: the document failed, or with `again` it goes
   * back to waiting at once. False, and nothing changes, where the worker does
   * not hold the claim any more.
   */
  fail(sha256: string, worker: string, failure: Failure, next: { again: boolean }): Promise<boolean>;
  /** Documents that wait, or whose reader's lease ran out, in the order of their arrival. */
  unfinished(): Promise<DocumentSummary[]>;
  /**
   * Puts documents back to waiting: all that failed, all that were read, the one
   * with that SHA-256, or those with words that another version of repair than this
   * one decided about. What was read before is kept until the new reading.
   * Documents that someone is reading right now are left alone.
   */
  requeue(which: Requeued): Promise<Source[]>;
  /**
   * Documents whose search records are older than what the archive tells of
   * them. `complete` puts every document of the meeting on this list in the same
   * transaction, since minutes change what is told of the agenda's items.
   */
  unindexed(): Promise<readonly IndexDebt[]>;
  /**
   * The search index now holds that revision. False where the document changed
   * in the meantime: it is on the list then, even if another worker has indexed
   * the newer revision, since this caller may have written the older one over it.
   */
  indexed(debt: IndexDebt): Promise<boolean>;
}

export type Requeued = 'failed' | 'read' | { readonly sha256: string } | { readonly notRepairedBy: string };

export interface IndexDebt {
  readonly sha256: string;
  /** Counts up with every change of what is told of the document. */
  readonly revision: number;
}

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
}
