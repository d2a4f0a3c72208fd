import { KkrError } from '../../core/errors.ts';
import type { OcrEngine, OcrResult } from '../../core/ocr-engine.ts';

/** Engines that fail in the ways real ones do, for tests of what happens then. */
function failing(version: string, recognize: () => Promise<OcrResult | null>): OcrEngine {
  return { version, recognize, orientation: () => Promise.resolve(null), close: () => Promise.resolve() };
}

export function crashingOcr(): OcrEngine {
  return failing('crashing', () =>
    Promise.reject(new KkrError('ocr-failed', 'The OCR engine failed: out of paper')),
  );
}

/** Never answers. */
export function hangingOcr(): OcrEngine {
  return failing('hanging', () => new Promise(() => undefined));
}

/** Answers with signs that are no text, some of them beside the picture. */
export function garbageOcr(): OcrEngine {
  const word = (text: string, x: number) => ({
    text,
    confidence: 0.11,
    box: [x, -40, x + 9, 1e6] as [number, number, number, number],
  });
  return failing('garbage', () =>
    Promise.resolve({
      confidence: 0.11,
      lines: [{ startsParagraph: true, words: [word('|', -5), word('—', 1e7), word('\u0007', 3)] }],
    }),
  );
}
