import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBullMqQueue } from './job-queue.bullmq.ts';
import { jobQueueContract } from './job-queue.contract.ts';
import { RETRY_POLICY } from './retry-policy.ts';
import { freePort, redisMissing, startRedis, type TestRedis } from './testing/redis.ts';

describe.skipIf(redisMissing())('JobQueue on Redis, through BullMQ', () => {
  let redis: TestRedis;
  let queues = 0;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  jobQueueContract((policy) =>
    openBullMqQueue(redis.url, { policy, name: `contract-${queues++}`, pollMs: 10 }),
  );

  it('runs a job that two processes added once, whoever takes it', async () => {
    const settings = { policy: RETRY_POLICY, name: 'two-processes', pollMs: 10 };
    const [one, other] = [
      await openBullMqQueue(redis.url, settings),
      await openBullMqQueue(redis.url, settings),
    ];
    const handled: string[] = [];
    for (const queue of [one, other]) {
      for (let i = 0; i < 20; i++) await queue.add({ sha256: String(i).padStart(64, 'a') });
    }
    for (const queue of [one, other]) {
      await queue.work(async (job) => void handled.push(job.sha256), { concurrency: 2 });
    }
    await Promise.all([one.drained(), other.drained()]);
    expect(handled.length).toBe(20);
    expect(new Set(handled).size).toBe(20);
    await Promise.all([one.close(), other.close()]);
  });

  it('says so where no Redis answers, without the password of its address', async () => {
    const port = await freePort();
    const opening = openBullMqQueue(`redis://:secret@127.0.0.1:${port}`, { policy: RETRY_POLICY });
    await expect(opening).rejects.toMatchObject({
      code: 'queue-unavailable',
      message: `Redis on 127.0.0.1:${port} does not answer.`,
    });
  });

  it('goes on after an outage of Redis', async () => {
    const first = await startRedis();
    const queue = await openBullMqQueue(first.url, { policy: RETRY_POLICY, pollMs: 10 });
    const handled: string[] = [];
    await queue.work(async (job) => void handled.push(job.sha256), { concurrency: 1 });
    await queue.add({ sha256: 'a'.repeat(64) });
    await queue.drained();
    await first.stop();
    const second = await startRedis(first.port);
    await queue.add({ sha256: 'b'.repeat(64) });
    await queue.drained();
    await queue.close();
    await second.stop();
    expect(handled).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });
});
