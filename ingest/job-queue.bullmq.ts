import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { KkrError, toKkrError } from '../core/errors.ts';
import type { JobHandler, JobQueue, QueueCounts, ReadJob } from '../core/job-queue.ts';
import type { RetryPolicy } from './retry-policy.ts';

export interface BullMqSettings {
  readonly policy: RetryPolicy;
  /** Queues of different names on one Redis know nothing of each other. */
  readonly name?: string;
  /** How long a worker that fell silent keeps its job; it renews every half of it. */
  readonly lockMs?: number;
  readonly pollMs?: number;
}

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * The queue of many processes and hosts, on Redis.
 * @throws KkrError `queue-unavailable` where no Redis answers at that address.
 */
export async function openBullMqQueue(redisUrl: string, settings: BullMqSettings): Promise<JobQueue> {
  // Commands give up after some tries, so that an ingest is told that Redis is gone.
  const commands = await connect(redisUrl, { maxRetriesPerRequest: 3 });
  return new BullMqJobQueue(redisUrl, commands, settings);
}

async function connect(redisUrl: string, options: { maxRetriesPerRequest: number | null }): Promise<Redis> {
  const redis = new Redis(redisUrl, { ...options, lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS });
  // Lost connections show as failed commands; without a listener each would be printed as well.
  redis.on('error', () => {});
  try {
    await redis.connect();
    return redis;
  } catch (thrown) {
    redis.disconnect();
    throw unavailable(redisUrl, thrown);
  }
}

class BullMqJobQueue implements JobQueue {
  readonly #url: string;
  readonly #commands: Redis;
  readonly #queue: Queue<ReadJob>;
  readonly #settings: BullMqSettings;
  #worker: { bull: Worker<ReadJob>; connection: Redis } | null = null;
  #closed = false;

  constructor(url: string, commands: Redis, settings: BullMqSettings) {
    this.#url = url;
    this.#commands = commands;
    this.#settings = settings;
    this.#queue = new Queue<ReadJob>(queueName(settings), {
      connection: commands,
      defaultJobOptions: {
        attempts: settings.policy.attempts,
        backoff: { type: 'exponential', delay: settings.policy.firstPauseMs },
        removeOnComplete: true,
        // Kept for whoever looks into Redis; the archive has the reason too.
        removeOnFail: { count: 1_000 },
      },
    });
    this.#queue.on('error', () => {});
  }

  async add(job: ReadJob): Promise<void> {
    await this.#ask(async () => {
      // BullMQ drops a job whose id exists, so a failed one of this document must go first.
      const earlier = await this.#queue.getJob(jobId(job));
      if (earlier && (await earlier.isFailed())) await earlier.remove();
      await this.#queue.add('read', job, { jobId: jobId(job) });
    });
  }

  async work(handler: JobHandler, options: { concurrency: number }): Promise<void> {
    if (this.#worker) throw new Error('This queue is worked already');
    // A worker waits in blocking commands and outlives an outage of Redis, so it never gives up.
    const connection = await connect(this.#url, { maxRetriesPerRequest: null });
    const lockMs = this.#settings.lockMs ?? 10_000;
    const bull = new Worker<ReadJob>(queueName(this.#settings), (job) => handle(job, handler), {
      connection,
      concurrency: options.concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      // A job stalls when its worker is killed. That is no fault of the document,
      // so only a document that takes worker after worker down is given up.
      maxStalledCount: 10,
    });
    bull.on('error', () => {});
    this.#worker = { bull, connection };
    await this.#ask(() => bull.waitUntilReady());
  }

  async drained(): Promise<void> {
    while (!this.#closed) {
      const { waiting, active } = await this.counts();
      if (waiting + active === 0) return;
      await new Promise((resolve) => setTimeout(resolve, this.#settings.pollMs ?? 250));
    }
    throw new KkrError('queue-unavailable', 'The queue was closed.');
  }

  async counts(): Promise<QueueCounts> {
    const counts = await this.#ask(() =>
      this.#queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'),
    );
    const { active = 0, failed = 0, ...waiting } = counts;
    return { waiting: Object.values(waiting).reduce((sum, count) => sum + count, 0), active, failed };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#worker?.bull.close();
    this.#worker?.connection.disconnect();
    await this.#queue.close();
    this.#commands.disconnect();
  }

  async #ask<T>(command: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new KkrError('queue-unavailable', 'The queue was closed.');
    try {
      return await command();
    } catch (thrown) {
      throw unavailable(this.#url, thrown);
    }
  }
}

/** Tells BullMQ, which tries every failed job again, where that cannot help. */
async function handle(job: Job<ReadJob>, handler: JobHandler): Promise<void> {
  try {
    await handler({ sha256: job.data.sha256 }, job.attemptsMade + 1);
  } catch (thrown) {
    const error = toKkrError(thrown);
    if (error.retryable) throw error;
    throw new UnrecoverableError(`${error.code}: ${error.message}`);
  }
}

/** One id per document keeps two jobs of it from waiting side by side. */
function jobId(job: ReadJob): string {
  return `read-${job.sha256}`;
}

function queueName(settings: BullMqSettings): string {
  return settings.name ?? 'kkr-read';
}

/** Names the host only: the address may hold a password. */
function unavailable(redisUrl: string, cause: unknown): KkrError {
  return new KkrError('queue-unavailable', `Redis on ${new URL(redisUrl).host} does not answer.`, { cause });
}
