import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { describeOcrEngine, picture } from './ocr-engine.contract.ts';
import { createNoOcr } from './ocr-engine.none.ts';
import { createTesseract } from './ocr-engine.tesseract.ts';

describeOcrEngine('tesseract.js', () => createTesseract());

describeOcrEngine('tesseract.js, a new worker for every second page', () =>
  createTesseract({ pagesPerWorker: 2 }),
);

test('a page that takes too long is given up, and the next is read by a new worker', async () => {
  const engine = createTesseract({ pageTimeoutMs: 1 });
  await expect(engine.recognize(picture(['Referat']))).rejects.toMatchObject({ code: 'ocr-failed' });
  await engine.close();
  await expect(engine.recognize(picture(['Referat']))).rejects.toMatchObject({ code: 'ocr-failed' });
});

test.each([
  ['given up', 1],
  ['closed', 120_000],
])(
  'a worker that was being started when its page was %s is ended',
  async (how, pageTimeoutMs) => {
    const ended: Promise<unknown>[] = [];
    const begun = Promise.withResolvers<void>();
    const notice = (worker: Worker): void => {
      ended.push(once(worker, 'exit'));
      begun.resolve();
    };
    process.on('worker', notice);
    const engine = createTesseract({ pageTimeoutMs });
    const reading = engine.recognize(picture(['Referat'])).catch((error: unknown) => error);
    await begun.promise;
    if (how === 'closed') await engine.close();
    expect(await reading).toMatchObject({ code: 'ocr-failed' });
    process.off('worker', notice);
    await Promise.all(ended);
    expect(ended).toHaveLength(1);
    await engine.close();
  },
  30_000,
);

test('an engine that is switched off answers with null', async () => {
  expect(await createNoOcr().recognize(picture(['Referat']))).toBeNull();
});
