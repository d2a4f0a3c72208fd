import { expect, test } from 'vitest';
import { legibilityOf, textWithout } from './page-record.ts';

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

test('lines of a role are left out, those set aside before are not looked for', () => {
  const line = (text: string, start: number | null, role: 'body' | 'noise') => ({
    ...{ text, start, role, box: null },
    ...{ size: null, bold: false },
  });
  const lines = [
    line('Et', 0, 'body'),
    line('|i', 3, 'noise'),
    line('hoved', null, 'noise'),
    line('To', 6, 'body'),
  ];
  expect(textWithout({ text: 'Et\n|i\nTo', lines }, ['noise'])).toBe('Et\n\nTo');
  expect(textWithout({ text: 'Et\n|i\nTo', lines }, [])).toBe('Et\n|i\nTo');
});
