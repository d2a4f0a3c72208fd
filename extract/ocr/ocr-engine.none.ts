import type { OcrEngine } from '../../core/ocr-engine.ts';

/** OCR switched off: pages without a text layer stay without text, and say so. */
export function createNoOcr(): OcrEngine {
  return {
    version: 'none',
    off: true,
    recognize: () => Promise.resolve(null),
    orientation: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}
