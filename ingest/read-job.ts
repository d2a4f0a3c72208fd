import type { ArchiveStore } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import type { DocumentReader, ReadProgress } from '../core/document-reader.ts';
import { KkrError, toKkrError } from '../core/errors.ts';
import type { JobHandler } from '../core/job-queue.ts';
import { type Claim, type ClaimSettings, claimWhenFree } from './claim.ts';
import { type IndexTools, payIndexDebts } from './index-debts.ts';
import type { RetryPolicy } from './retry-policy.ts';

export interface ReadJobTools extends IndexTools {
  readonly archive: ArchiveStore;
  readonly blobs: BlobStore;
  readonly reader: DocumentReader;
  readonly claim: ClaimSettings;
  readonly retry: RetryPolicy;
  /** Once aborted, documents being read go back to waiting. */
  readonly signal?: AbortSignal;
  readonly onPage?: (sha256: string, ...progress: Parameters<ReadProgress>) => void;
}

/**
 * What happens to one document: claim it, read its bytes with what earlier ones
 * taught, keep the reading, bring the search index up to date, have it teach in its
 * turn. Safe to repeat at any point, since every step first asks the archive what
 * is left to do.
 */
export function readJob(tools: ReadJobTools): JobHandler {
  const { archive, blobs, reader, signal } = tools;

  return async ({ sha256 }, attempt) => {
    const claim = await claimWhenFree(archive, sha256, tools.claim, signal);
    // Read elsewhere, or here before the index could be told of it: the debts are paid all the same.
    if (!claim) return payIndexDebts(tools);
    try {
      const { name, bytes } = await originalOf(sha256);
      const taught = await archive.taughtWords();
      const onPage: ReadProgress = (done, total) => tools.onPage?.(sha256, done, total);
      const document = await reader.read(bytes, name, onPage, taught);
      // Not kept where the claim was lost, say while this host slept: the reading of whoever took over counts.
      await archive.complete(document, claim.holder);
    } catch (thrown) {
      throw await keepFailure(sha256, claim, toKkrError(thrown), attempt);
    } finally {
      claim.end();
    }
    await payIndexDebts(tools);
    // Last, since it may take seconds, and what was read can be found meanwhile.
    await archive.teach('due');
  };

  async function originalOf(sha256: string): Promise<{ name: string; bytes: Uint8Array }> {
    const document = await archive.document(sha256);
    const bytes = document && (await blobs.get(sha256));
    if (!bytes) throw new KkrError('file-unreadable', `The original ${sha256} is missing from the archive.`);
    return { name: document.source.name, bytes };
  }

  /** The last failure is the document's state; before it, and where we were stopped, the document waits. */
  async function keepFailure(
    sha256: string,
    { holder }: Claim,
    error: KkrError,
    attempt: number,
  ): Promise<KkrError> {
    const { code, message, retryable } = error;
    const again = signal?.aborted || (retryable && attempt < tools.retry.attempts);
    await archive.fail(sha256, holder, { code, message, retryable }, { again });
    return error;
  }
}
