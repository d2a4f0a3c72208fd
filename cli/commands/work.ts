import { once } from 'node:events';
import { KkrError } from '../../core/errors.ts';
import { payIndexDebts } from '../../ingest/index-debts.ts';
import { readJob } from '../../ingest/read-job.ts';
import { say } from '../output.ts';
import { type GlobalFlags, untilStopped, withHouse } from '../session.ts';

/** `kkr work`: reads documents that others put into the queue on Redis, until stopped. */
export async function work(flags: GlobalFlags): Promise<void> {
  await withHouse(flags, async (house) => {
    if (!house.config.redisUrl) {
      throw new KkrError('config-invalid', 'KKR_REDIS_URL is not set: workers take their jobs from Redis.');
    }
    await untilStopped(
      async (signal) => {
        const tools = await house.readingTools(signal);
        await payIndexDebts(tools);
        // What was left by a queue that forgot: adding what it still knows changes nothing.
        for (const { source } of await tools.archive.unfinished()) {
          await tools.queue.add({ sha256: source.sha256 });
        }
        await tools.queue.work(readJob(tools), { concurrency: tools.concurrency });
        say(`Working, ${tools.concurrency} at a time (Ctrl-C ends it).`);
        if (!signal.aborted) await once(signal, 'abort');
      },
      () => say('Stopping; documents being read go back to the queue.'),
    );
  });
}
