import { KkrError, toKkrError } from '../core/errors.ts';
import type { JobHandler, JobQueue, QueueCounts, ReadJob } from '../core/job-queue.ts';
import { pauseBefore, type RetryPolicy } from './retry-policy.ts';

interface Entry {
  readonly job: ReadJob;
  attempt: number;
}

/**
 * The queue of one process. It remembers nothing after the process ends, which
 * costs nothing: the archive knows what is still to be read.
 */
export class MemoryJobQueue implements JobQueue {
  readonly #policy: RetryPolicy;
  readonly #known = new Set<string>();
  readonly #waiting: Entry[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  readonly #watchers: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  #worker: { handler: JobHandler; concurrency: number } | null = null;
  #failed = 0;
  #closed = false;

  constructor(policy: RetryPolicy) {
    this.#policy = policy;
  }

  async add(job: ReadJob): Promise<void> {
    if (this.#closed) throw closedError();
    if (this.#known.has(job.sha256)) return;
    this.#known.add(job.sha256);
    this.#waiting.push({ job, attempt: 1 });
    this.#fill();
  }

  async work(handler: JobHandler, options: { concurrency: number }): Promise<void> {
    if (this.#worker) throw new Error('This queue is worked already');
    this.#worker = { handler, concurrency: options.concurrency };
    this.#fill();
  }

  drained(): Promise<void> {
    if (this.#closed) return Promise.reject(closedError());
    if (this.#known.size === 0) return Promise.resolve();
    return new Promise((resolve, reject) => this.#watchers.push({ resolve, reject }));
  }

  async counts(): Promise<QueueCounts> {
    const active = this.#running.size;
    return { waiting: this.#known.size - active, active, failed: this.#failed };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    await Promise.all(this.#running);
    for (const watcher of this.#watchers.splice(0)) {
      if (this.#known.size === 0) watcher.resolve();
      else watcher.reject(closedError());
    }
  }

  #fill(): void {
    const worker = this.#worker;
    while (worker && !this.#closed && this.#running.size < worker.concurrency) {
      const entry = this.#waiting.shift();
      if (!entry) return;
      const run = this.#run(entry, worker.handler).finally(() => {
        this.#running.delete(run);
        this.#fill();
        this.#tellWatchers();
      });
      this.#running.add(run);
    }
  }

  async #run(entry: Entry, handler: JobHandler): Promise<void> {
    try {
      await handler(entry.job, entry.attempt);
      this.#known.delete(entry.job.sha256);
    } catch (thrown) {
      if (toKkrError(thrown).retryable && entry.attempt < this.#policy.attempts) {
        this.#pauseThenRetry(entry);
        return;
      }
      this.#failed += 1;
      this.#known.delete(entry.job.sha256);
    }
  }

  #pauseThenRetry(entry: Entry): void {
    entry.attempt += 1;
    const pause = setTimeout(
      () => {
        this.#pauses.delete(pause);
        this.#waiting.push(entry);
        this.#fill();
      },
      pauseBefore(entry.attempt, this.#policy),
    );
    this.#pauses.add(pause);
  }

  #tellWatchers(): void {
    if (this.#known.size > 0) return;
    for (const watcher of this.#watchers.splice(0)) watcher.resolve();
  }
}

function closedError(): KkrError {
  return new KkrError('queue-unavailable', 'The queue was closed.');
}
