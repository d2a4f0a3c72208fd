import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../core/document.ts';
import { layOcrLines } from './ocr-lines.ts';

const DPI = 200;
const WORDS = 'Kommunerne drøfter en fælles plan for busserne i hele regionen'.split(' ');

/** Lines of a picture that falls by `slope` to the right, each word with its box in pixels. */
function crooked(slope: number) {
  return Array.from({ length: 8 }, (_, line) => ({
    startsParagraph: line === 0,
    words: WORDS.map((text, at) => {
      const [left, right] = [100 + 150 * at, 230 + 150 * at];
      const baseline = 200 + 50 * line + slope * ((left + right) / 2);
      const box: Box = [left, baseline - 24, right, baseline + (/[gjpy]/u.test(text) ? 7 : 0)];
      return { text, confidence: 0.95, box };
    }),
  }));
}

test('words stand where the picture shows them, however it lies', () => {
  const slopes = fc.double({ min: -0.017, max: 0.017, noNaN: true });
  fc.assert(
    fc.property(slopes, (slope) => {
      const lines = crooked(slope);
      const grey = { width: 1700, height: 800, data: new Uint8Array() };
      const scale = [72 / DPI, 72 / DPI] as const;
      const laid = layOcrLines(
        { lines, confidence: 0.95 },
        { grey, left: 0, top: 0, scale, dpi: DPI, slant: 0 },
      );
      expect(laid.map(({ text }) => text)).toEqual(lines.map(() => WORDS.join(' ')));
      for (const [at, line] of laid.entries()) {
        for (const [index, { box }] of line.words.entries()) {
          const shown = lines[at]?.words[index]?.box.map((pixels) => (pixels * 72) / DPI) ?? [];
          // Letters' heights are estimated; their middle is not.
          expect(box[0]).toBeCloseTo(shown[0] ?? 0, 1);
          expect(Math.abs((box[1] + box[3] - (shown[1] ?? 0) - (shown[3] ?? 0)) / 2)).toBeLessThan(2.5);
        }
      }
    }),
  );
});
