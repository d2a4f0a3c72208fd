import { expect, test } from 'vitest';
import { legibilityOf } from './page-record.ts';

const ocr = (confidence: number | null) => ({ origin: 'ocr' as const, confidence });
const layer = { origin: 'text-layer' as const, confidence: null };

test('a text layer is more legible than any OCR, and OCR as it is sure of itself', () => {
  expect(legibilityOf([layer])).toBe(1);
  expect(legibilityOf([ocr(1)])).toBeLessThan(1);
  expect(legibilityOf([ocr(0.9)])).toBeGreaterThan(legibilityOf([ocr(0.5)]));
  expect(legibilityOf([ocr(null)])).toBe(0);
});

test('several pages are as legible as the worst of them; none are fully so', () => {
  expect(legibilityOf([layer, ocr(0.5), ocr(0.9)])).toBe(legibilityOf([ocr(0.5)]));
  expect(legibilityOf([])).toBe(1);
});
