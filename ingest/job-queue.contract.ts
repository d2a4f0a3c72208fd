import { afterEach, describe, expect, it } from 'vitest';
import { KkrError } from '../core/errors.ts';
import type { JobQueue } from '../core/job-queue.ts';
import type { RetryPolicy } from './retry-policy.ts';

const POLICY: RetryPolicy = { attempts: 3, firstPauseMs: 20 };

/** What every queue keeps; `open` gives a fresh, empty one. */
export function jobQueueContract(open: (policy: RetryPolicy) => Promise<JobQueue>): void {
  const opened: JobQueue[] = [];
  const openQueue = async () => {
    const queue = await open(POLICY);
    opened.push(queue);
    return queue;
  };
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
  });

  describe('what is handed out', () => {
    it('hands every job to the handler and is drained after the last', async () => {
      const queue = await openQueue();
      const seen: string[] = [];
      await queue.add({ sha256: sha('a') });
      await queue.work(async (job) => void seen.push(job.sha256), { concurrency: 2 });
      await queue.add({ sha256: sha('b') });
      await queue.add({ sha256: sha('c') });
      await queue.drained();
      expect(seen.toSorted()).toEqual([sha('a'), sha('b'), sha('c')]);
      expect(await queue.counts()).toEqual({ waiting: 0, active: 0, failed: 0 });
    });

    it('is drained at once where nothing was added', async () => {
      await (await openQueue()).drained();
    });

    it('keeps one job of a document however often it is added', async () => {
      const queue = await openQueue();
      let calls = 0;
      for (let i = 0; i < 3; i++) await queue.add({ sha256: sha('a') });
      expect((await queue.counts()).waiting).toBe(1);
      const gate = deferred();
      await queue.work(
        async () => {
          calls += 1;
          await queue.add({ sha256: sha('a') });
          gate.resolve();
        },
        { concurrency: 3 },
      );
      await gate.promise;
      await queue.drained();
      expect(calls).toBe(1);
    });

    it('takes a document again after it was done', async () => {
      const queue = await openQueue();
      let calls = 0;
      await queue.work(async () => void calls++, { concurrency: 1 });
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      expect(calls).toBe(2);
    });
  });

  it('runs as many jobs at once as it is told, and no more', async () => {
    const queue = await openQueue();
    const bothRunning = deferred();
    let running = 0;
    let most = 0;
    for (const letter of ['a', 'b', 'c', 'd', 'e']) await queue.add({ sha256: sha(letter) });
    await queue.work(
      async () => {
        running += 1;
        most = Math.max(most, running);
        if (running === 2) bothRunning.resolve();
        await bothRunning.promise;
        running -= 1;
      },
      { concurrency: 2 },
    );
    await queue.drained();
    expect(most).toBe(2);
  });

  describe('failures', () => {
    it('calls again after a retryable error, counting the attempts', async () => {
      const queue = await openQueue();
      const attempts: number[] = [];
      await queue.work(
        async (_job, attempt) => {
          attempts.push(attempt);
          if (attempt < 3) throw new KkrError('read-crashed', 'again');
        },
        { concurrency: 1 },
      );
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      expect(attempts).toEqual([1, 2, 3]);
      expect((await queue.counts()).failed).toBe(0);
    });

    it('gives up after the last attempt', async () => {
      const queue = await openQueue();
      let calls = 0;
      await queue.work(
        async () => {
          calls += 1;
          throw new KkrError('ocr-failed', 'never');
        },
        { concurrency: 1 },
      );
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      expect(calls).toBe(POLICY.attempts);
      expect((await queue.counts()).failed).toBe(1);
    });

    it.each([
      ['an error that no other try can help', new KkrError('pdf-encrypted', 'locked')],
      ['an error that nobody expected', new TypeError('a mistake of ours')],
    ])('gives up at once after %s, and goes on with the next job', async (_what, error) => {
      const queue = await openQueue();
      const calls: string[] = [];
      await queue.work(
        async (job) => {
          calls.push(job.sha256);
          if (job.sha256 === sha('a')) throw error;
        },
        { concurrency: 1 },
      );
      await queue.add({ sha256: sha('a') });
      await queue.add({ sha256: sha('b') });
      await queue.drained();
      expect(calls.toSorted()).toEqual([sha('a'), sha('b')]);
      expect((await queue.counts()).failed).toBe(1);
    });

    it('takes a document again that failed before', async () => {
      const queue = await openQueue();
      let calls = 0;
      await queue.work(
        async () => {
          calls += 1;
          if (calls === 1) throw new KkrError('pdf-damaged', 'once');
        },
        { concurrency: 1 },
      );
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      await queue.add({ sha256: sha('a') });
      await queue.drained();
      expect(calls).toBe(2);
    });
  });

  describe('closing', () => {
    it('lets a running job end and takes no further one', async () => {
      const queue = await openQueue();
      const started = deferred();
      const release = deferred();
      const ended: string[] = [];
      await queue.work(
        async (job) => {
          started.resolve();
          await release.promise;
          ended.push(job.sha256);
        },
        { concurrency: 1 },
      );
      await queue.add({ sha256: sha('a') });
      await started.promise;
      await queue.add({ sha256: sha('b') });
      const closed = queue.close();
      release.resolve();
      await closed;
      expect(ended).toEqual([sha('a')]);
    });

    it('refuses jobs afterwards, and tells whoever waits for the end', async () => {
      const queue = await openQueue();
      await queue.add({ sha256: sha('a') });
      const drained = queue.drained();
      const waiting = expect(drained).rejects.toMatchObject({ code: 'queue-unavailable' });
      await queue.close();
      await waiting;
      await expect(queue.add({ sha256: sha('b') })).rejects.toMatchObject({ code: 'queue-unavailable' });
    });
  });
}

function sha(letter: string): string {
  return letter.repeat(64);
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  return Promise.withResolvers<void>();
}
