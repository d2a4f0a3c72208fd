import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArchiveStore } from '../core/archive-store.ts';
import { KkrError } from '../core/errors.ts';

export interface ClaimSettings {
  /** Who claims: host and process, so that an operator can tell. */
  readonly worker: string;
  /** How long a claim outlives its holder. Renewed four times as often. */
  readonly leaseMs: number;
}

/**
 * A killed process leaves its documents claimed for this long. Short, since
 * whoever starts the ingest again waits for it; long beside the pauses of a
 * process whose reading happens elsewhere.
 */
export const LEASE_MS = 10_000;

export interface Claim {
  /**
   * By what name the ledger knows the holder. Each claim has its own: containers
   * share host names and process ids, and one process may be given a job twice.
   */
  readonly holder: string;
  /** Stops renewing it. */
  end(): void;
}

/**
 * Claims a document, waiting while another process reads it: that one may be
 * dead, and only the end of its lease tells. Null where there is nothing left to
 * read: it was read in the meantime, or failed there.
 * @throws KkrError `read-crashed` once `signal` is aborted: another try may come.
 */
export async function claimWhenFree(
  archive: ArchiveStore,
  sha256: string,
  settings: ClaimSettings,
  signal?: AbortSignal,
): Promise<Claim | null> {
  const holder = `${settings.worker}:${randomUUID()}`;
  while (!(await archive.claim(sha256, holder, settings.leaseMs))) {
    const document = await archive.document(sha256);
    if (document?.state !== 'reading') return null;
    await pause(settings.leaseMs / 10, undefined, { signal }).catch((cause) => {
      throw new KkrError('read-crashed', 'Reading was stopped.', { cause });
    });
  }
  const renew = () => archive.renew(sha256, holder, settings.leaseMs);
  // A renewal that fails is made good by the next; a lost claim shows when the reading is to be kept.
  const timer = setInterval(() => renew().catch(() => {}), settings.leaseMs / 4);
  return { holder, end: () => clearInterval(timer) };
}
