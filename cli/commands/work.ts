import { once } from 'node:events';
import type { DocumentReader } from '../../core/document-reader.ts';
import { KkrError, toKkrError } from '../../core/errors.ts';
import { payIndexDebts } from '../../ingest/index-debts.ts';
import { readJob } from '../../ingest/read-job.ts';
import { count, say } from '../output.ts';
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
        await tools.queue.work(readJob({ ...tools, reader: told(tools.reader) }), {
          concurrency: tools.concurrency,
        });
        say(`Working, ${tools.concurrency} at a time (Ctrl-C ends it).`);
        if (!signal.aborted) await once(signal, 'abort');
      },
      () => say('Stopping; documents being read go back to the queue.'),
    );
  });
}

/** What a worker does is told line by line, for its log. */
function told(reader: DocumentReader): DocumentReader {
  return {
    async read(bytes, name, ...rest) {
      say(`Reading ${name}`);
      const begun = performance.now();
      const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
      try {
        const document = await reader.read(bytes, name, ...rest);
        say(`Read ${name}: ${count(document.pages.length, 'page')} in ${seconds()}`);
        return document;
      } catch (thrown) {
        const { code, message } = toKkrError(thrown);
        say(`Failed ${name} after ${seconds()}: ${code}: ${message}`);
        throw thrown;
      }
    },
    close: () => reader.close(),
  };
}
