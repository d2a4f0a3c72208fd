import type { ArchiveRecords } from './archive-records.ts';
import type { DocumentLedger } from './document-ledger.ts';
import type { ArchiveTeaching } from './taught-words.ts';

export type * from './archive-records.ts';
export type * from './archive-ties.ts';
export type * from './document-ledger.ts';

/**
 * What is kept: the state of every document (document-ledger.ts), what was read
 * from it (archive-records.ts), how items and meetings hang together
 * (archive-ties.ts), and what clean documents teach repair (taught-words.ts). The
 * archive is the only truth; queues and search indexes can always be made again from it.
 */
export interface ArchiveStore extends DocumentLedger, ArchiveRecords, ArchiveTeaching {
  /** What is broken in how the records are kept, a plain sentence each; empty where all is sound. Goes through everything. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}
