/**
 * The order in which documents are read, and by whom. A job is only a pointer
 * (`sha256`); what state a document is in is the archive's to say, so a queue
 * that loses everything loses no work: ingest fills it again from the archive.
 *
 * Promised: a job is delivered at least once; two jobs of one document are not
 * run at the same time by one queue; a handler that throws a retryable error is
 * called again, at most `attempts` times, with growing pauses.
 * Not promised: order, or exactly-once; handlers must be safe to repeat.
 */
export interface JobQueue {
  /** Adds a job unless one for this document waits or runs. Resolves once the job is kept. */
  add(job: ReadJob): Promise<void>;
  /** Starts handling jobs, `concurrency` at a time. A queue is worked once per process. */
  work(handler: JobHandler, options: { concurrency: number }): Promise<void>;
  /** Resolves when no job waits or runs anywhere. */
  drained(): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** Takes no further jobs, lets running ones end, frees connections. */
  close(): Promise<void>;
}

export interface ReadJob {
  readonly sha256: string;
}

/** `attempt` counts from 1. */
export type JobHandler = (job: ReadJob, attempt: number) => Promise<void>;

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}
