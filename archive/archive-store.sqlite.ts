import type { ArchiveStore } from '../core/archive-store.ts';
import { SqliteLedger } from './ledger.ts';
import { SqliteRecords } from './records.ts';
import { ArchiveConnection } from './sql/connection.ts';
import { SqliteTeaching } from './taught/teach.ts';

export interface SqliteArchiveOptions {
  /** Milliseconds since 1970; leases are counted by it. */
  readonly now?: () => number;
  /** How long a change waits for one in another process. */
  readonly patienceMs?: number;
}

/**
 * The archive in one SQLite file, shared by as many processes as like.
 * @throws KkrError `archive-unavailable`, `archive-newer`, `disk-full`
 */
export function openSqliteArchive(file: string, options: SqliteArchiveOptions = {}): ArchiveStore {
  const connection = new ArchiveConnection(file, options.patienceMs);
  const now = options.now ?? Date.now;
  const ledger = new SqliteLedger(connection, now);
  const records = new SqliteRecords(connection, now);
  const teaching = new SqliteTeaching(connection);
  return {
    register: (source) => ledger.register(source),
    claim: (sha256, worker, leaseMs) => ledger.claim(sha256, worker, leaseMs),
    renew: (sha256, worker, leaseMs) => ledger.renew(sha256, worker, leaseMs),
    complete: (document, worker) => ledger.complete(document, worker),
    fail: (sha256, worker, failure, next) => ledger.fail(sha256, worker, failure, next),
    unfinished: () => ledger.unfinished(),
    requeue: (which) => ledger.requeue(which),
    unindexed: () => ledger.unindexed(),
    indexed: (debt) => ledger.indexed(debt),
    document: (id) => records.document(id),
    reading: (id) => records.reading(id),
    item: (id) => records.item(id),
    itemsOfDocument: (id) => records.itemsOfDocument(id),
    appendixItems: (id) => records.appendixItems(id),
    history: (id) => records.history(id),
    duplicateKeys: (id) => records.duplicateKeys(id),
    completeness: () => records.completeness(),
    meeting: (id) => records.meeting(id),
    meetings: (filter) => records.meetings(filter),
    itemsOfCase: (caseNumber) => records.itemsOfCase(caseNumber),
    documents: () => records.documents(),
    attachment: (id) => records.attachment(id),
    status: () => records.status(),
    taughtWords: () => teaching.taughtWords(),
    teach: (when) => teaching.teach(when),
    faults: async () => connection.faults(),
    close: () => connection.close(),
  };
}
