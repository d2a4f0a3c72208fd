import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OcrEngine, OcrImage } from '../../core/ocr-engine.ts';

/** What every OcrEngine promises that reads at all. */
export function describeOcrEngine(name: string, open: () => OcrEngine): void {
  describe(`OcrEngine: ${name}`, () => {
    let engine: OcrEngine;
    beforeAll(() => {
      engine = open();
    });
    afterAll(() => engine.close());

    const words = async (image: OcrImage): Promise<string[]> => {
      const result = await engine.recognize(image);
      return result?.lines.flatMap((line) => line.words.map((word) => word.text)) ?? [];
    };

    test('reads Danish letters, in reading order, with boxes inside the picture', async () => {
      const image = picture(['Børn på øen får råd', 'Kommunerne aftaler en ændring']);
      const result = await engine.recognize(image);
      const text = result?.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
      expect(text).toBe('Børn på øen får råd\nKommunerne aftaler en ændring');
      expect(result?.confidence).toBeGreaterThan(0.8);
      for (const word of result?.lines.flatMap((line) => line.words) ?? []) {
        const [left, top, right, bottom] = word.box;
        expect(left >= 0 && top >= 0 && right > left && bottom > top && right <= 900 && bottom <= 300).toBe(
          true,
        );
        expect(word.confidence).toBeGreaterThanOrEqual(0);
        expect(word.confidence).toBeLessThanOrEqual(1);
      }
    });

    test('is not changed by what it read before', async () => {
      const image = picture(['Kildebjerg Kommune udpeger et medlem']);
      const before = await engine.recognize(image);
      await engine.recognize(picture(['Kildehjerg Kildehjerg Kildehjerg', 'Kommuue Kommuue Kommuue']));
      expect(await engine.recognize(image)).toEqual(before);
    });

    test('answers calls that come at once each with its own text', async () => {
      const [first, second] = await Promise.all([words(picture(['Referat'])), words(picture(['Dagsorden']))]);
      expect([first, second]).toEqual([['Referat'], ['Dagsorden']]);
    });

    test('finds nothing on a blank page', async () => {
      expect(await words(picture([]))).toEqual([]);
    });

    test('refuses what is no picture, and reads on afterwards', async () => {
      const broken = { bytes: Buffer.from('no picture'), dpi: 200, languages: ['dan' as const] };
      await expect(engine.recognize(broken)).rejects.toMatchObject({ code: 'ocr-failed' });
      expect(await words(picture(['Referat']))).toEqual(['Referat']);
    });
  });
}

/** Black text on white, about 200 dpi. */
export function picture(lines: readonly string[]): OcrImage {
  const canvas = createCanvas(900, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 900, 300);
  context.fillStyle = 'black';
  context.font = '36px "Liberation Sans", "DejaVu Sans", sans-serif';
  lines.forEach((line, index) => void context.fillText(line, 40, 90 + 70 * index));
  return { bytes: canvas.toBuffer('image/png'), dpi: 200, languages: ['dan'] };
}
