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

test('an engine that is switched off answers with null', async () => {
  expect(await createNoOcr().recognize(picture(['Referat']))).toBeNull();
});
