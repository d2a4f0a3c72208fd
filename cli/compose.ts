import { availableParallelism, hostname } from 'node:os';
import type { ArchiveStore } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import type { Config } from '../core/config.ts';
import type { DocumentReader } from '../core/document-reader.ts';
import type { JobQueue } from '../core/job-queue.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { IndexTools } from '../ingest/index-debts.ts';
import type { ReadAllTools } from '../ingest/read-all.ts';

/**
 * The one place that chooses adapters from the configuration.
 *
 * Each is loaded when it is first asked for, so that serving a page or printing
 * a status never waits for PDF and OCR engines to load.
 */
export interface House {
  readonly config: Config;
  archive(): Promise<ArchiveStore>;
  blobs(): Promise<BlobStore>;
  index(): Promise<SearchIndex>;
  queue(): Promise<JobQueue>;
  /** Reads in processes of its own, within limits of time and memory. */
  reader(): Promise<DocumentReader>;
  /** What bringing the index up to date takes. */
  indexTools(): Promise<IndexTools>;
  /** What reading into the archive takes; stopping at `signal`. */
  readingTools(signal: AbortSignal): Promise<ReadAllTools>;
  /** Closes whatever was opened, last opened first. */
  close(): Promise<void>;
}

export function composeHouse(config: Config): House {
  const closers: (() => Promise<void>)[] = [];
  const once = <T>(open: () => Promise<T>, close: (opened: T) => Promise<void>) => {
    let opening: Promise<T> | null = null;
    return () => {
      opening ??= open().then((opened) => {
        closers.unshift(() => close(opened));
        return opened;
      });
      return opening;
    };
  };

  const archive = once(
    async () => (await import('../archive/open.ts')).openArchive(config.dataDir),
    (opened) => opened.close(),
  );
  const index = once(
    async () => (await import('../index/open.ts')).openIndex(config),
    (opened) => opened.close(),
  );
  const reader = once(
    async () =>
      (await import('../extract/open.ts')).openReader({ ocr: config.ocr, workers: workersOf(config) }),
    (opened) => opened.close(),
  );
  const queue = once(
    () => openQueue(config),
    (opened) => opened.close(),
  );

  const house: House = {
    config,
    archive: async () => (await archive()).store,
    blobs: async () => (await archive()).blobs,
    index,
    queue,
    reader,
    async indexTools() {
      const { recordsOf } = await import('../index/records.ts');
      return { archive: await house.archive(), index: await index(), recordsOf };
    },
    async readingTools(signal) {
      const { LEASE_MS } = await import('../ingest/claim.ts');
      const { RETRY_POLICY } = await import('../ingest/retry-policy.ts');
      return {
        ...(await house.indexTools()),
        blobs: await house.blobs(),
        reader: readerWhenNeeded(reader),
        queue: await queue(),
        concurrency: workersOf(config),
        claim: { worker: `${hostname()}:${process.pid}`, leaseMs: LEASE_MS },
        retry: RETRY_POLICY,
        signal,
      };
    },
    async close() {
      for (const close of closers.splice(0)) await close();
    },
  };
  return house;
}

/** Documents read at the same time: a core is left for the page that is served meanwhile. */
export function workersOf(config: Config): number {
  return config.workers ?? Math.max(1, availableParallelism() - 1);
}

async function openQueue(config: Config): Promise<JobQueue> {
  const { RETRY_POLICY } = await import('../ingest/retry-policy.ts');
  if (config.redisUrl) {
    const { openBullMqQueue } = await import('../ingest/job-queue.bullmq.ts');
    return openBullMqQueue(config.redisUrl, { policy: RETRY_POLICY, name: `${config.name}-read` });
  }
  const { MemoryJobQueue } = await import('../ingest/job-queue.memory.ts');
  return new MemoryJobQueue(RETRY_POLICY);
}

/** Loads the reader with the first document: a second start has none to read. */
function readerWhenNeeded(reader: () => Promise<DocumentReader>): DocumentReader {
  return {
    read: async (...what) => (await reader()).read(...what),
    close: async () => {},
  };
}
