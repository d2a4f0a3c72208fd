import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentSummary } from '../core/archive-store.ts';
import type { Source } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';
import type { JobQueue } from '../core/job-queue.ts';
import { fillEmptyIndex, payIndexDebts } from './index-debts.ts';
import { type ReadJobTools, readJob } from './read-job.ts';

/** What a progress display is told. */
export interface ReadingWatcher {
  onQueued?(source: Source): void;
  /** `done` of `total` pages of one document. */
  onPage?(sha256: string, done: number, total: number): void;
  /** The document was read or failed for good. */
  onSettled?(document: DocumentSummary): void;
}

export interface ReadAllTools extends Omit<ReadJobTools, 'onPage'> {
  readonly queue: JobQueue;
  /** Documents that this process reads at the same time; 0 leaves all reading to others. */
  readonly concurrency: number;
  readonly pollMs?: number;
}

/** How many documents are asked after at a time: enough to be prompt, too few to slow the archive down. */
const ASKED_AT_ONCE = 100;

/**
 * Has documents read, by this process and by whoever else works the queue, and
 * resolves when each of them is read or has failed. The archive's states tell,
 * not the queue: documents that the queue lost are given to it again.
 * @throws the signal's reason when aborted, `search-unavailable` where the index
 * could not be brought up to date; what was read until then is kept.
 */
export async function readAll(
  sources: AsyncIterable<Source> | Iterable<Source>,
  tools: ReadAllTools,
  watcher: ReadingWatcher = {},
): Promise<DocumentSummary[]> {
  const { archive, queue, signal, pollMs = 200 } = tools;
  const open = new Set<string>();
  const settled: DocumentSummary[] = [];

  await fillEmptyIndex(tools);
  await payIndexDebts(tools);
  const onPage = (sha256: string, done: number, total: number) => watcher.onPage?.(sha256, done, total);
  if (tools.concurrency > 0)
    await queue.work(readJob({ ...tools, onPage }), { concurrency: tools.concurrency });
  let askAgainAt = 0;
  for await (const source of sources) {
    signal?.throwIfAborted();
    if (open.has(source.sha256)) continue;
    open.add(source.sha256);
    watcher.onQueued?.(source);
    await queue.add({ sha256: source.sha256 });
    if (Date.now() >= askAgainAt) await settle(false);
  }
  while (open.size > 0) {
    await pause(pollMs, undefined, { signal });
    const { waiting, active } = await queue.counts();
    const idle = waiting + active === 0;
    await settle(idle);
    if (idle) for (const sha256 of open) await queue.add({ sha256 });
  }
  // A job whose reading is kept counts as settled even where the index did not answer it.
  await payIndexDebts(tools);
  return settled;

  /**
   * Asks after the oldest open documents; those still open go to the end of the
   * line. A failure that may pass is final only once the queue is idle, since
   * until then another try may be on its way.
   */
  async function settle(idle: boolean): Promise<void> {
    for (const sha256 of [...open].slice(0, ASKED_AT_ONCE)) {
      const document = await archive.document(sha256);
      if (!document) throw new KkrError('not-found', `The archive lost document ${sha256}.`);
      open.delete(sha256);
      if (
        document.state === 'read' ||
        (document.state === 'failed' && (idle || !document.failure?.retryable))
      ) {
        settled.push(document);
        watcher.onSettled?.(document);
      } else {
        open.add(sha256);
      }
    }
    askAgainAt = Date.now() + pollMs;
  }
}
