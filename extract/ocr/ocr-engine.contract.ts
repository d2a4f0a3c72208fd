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

    test('reads light print on dark ground, and dark print beside it', async () => {
      const image = picture(['Kommunernes udgifter', 'Borgere og brugere'], { light: [1] });
      expect(await words(image)).toEqual(['Kommunernes', 'udgifter', 'Borgere', 'og', 'brugere']);
      const dark = await words({ ...picture(['Kommunernes udgifter']), mayHoldLightPrint: false });
      expect(dark).toEqual(['Kommunernes', 'udgifter']);
      expect(await words(image)).toEqual(['Kommunernes', 'udgifter', 'Borgere', 'og', 'brugere']);
    });

    test('finds nothing on a blank page', async () => {
      expect(await words(picture([]))).toEqual([]);
    });

    test('tells how a page is to be turned', async () => {
      for (const quarters of [0, 1, 2, 3] as const) {
        const turned = picture(MANY, { width: 900, height: 1100, quarters });
        expect(await engine.orientation(turned), `${quarters}`).toBe((4 - quarters) % 4);
      }
      expect(await engine.orientation(picture([]))).toBeNull();
      expect(await words(picture(['Referat']))).toEqual(['Referat']);
    }, 60_000);

    test('gives up at once when told so, and is free for the next', async () => {
      const signal = AbortSignal.abort(new Error('nobody waits'));
      await expect(engine.recognize({ ...picture(['Referat']), signal })).rejects.toMatchObject({
        code: 'ocr-failed',
      });
      const later = new AbortController();
      const given = engine.recognize({
        ...picture(MANY, { width: 900, height: 1100 }),
        signal: later.signal,
      });
      const next = words(picture(['Dagsorden']));
      later.abort(new Error('nobody waits'));
      await expect(given).rejects.toMatchObject({ code: 'ocr-failed' });
      expect(await next).toEqual(['Dagsorden']);
    });

    test('refuses what is no picture, and reads on afterwards', async () => {
      const broken = { bytes: Buffer.from('no picture'), dpi: 200, languages: ['dan' as const] };
      await expect(engine.recognize(broken)).rejects.toMatchObject({ code: 'ocr-failed' });
      expect(await words(picture(['Referat']))).toEqual(['Referat']);
    });
  });
}

/** Enough text to tell which way is up. */
const MANY = Array.from({ length: 14 }, (_, line) =>
  [
    'Kommunerne aftaler en fælles plan',
    'for kollektiv trafik i hele regionen',
    'og følger op på den hvert år',
  ].slice(line % 3, (line % 3) + 1),
).flat();

/** Black text on white, about 200 dpi, turned clockwise by quarters; `light` lines are white on a black bar. */
export function picture(
  lines: readonly string[],
  {
    width = 900,
    height = 300,
    quarters = 0,
    light = [],
  }: { width?: number; height?: number; quarters?: number; light?: readonly number[] } = {},
): OcrImage {
  const canvas = quarters % 2 === 0 ? createCanvas(width, height) : createCanvas(height, width);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = 'black';
  context.font = '36px "Liberation Sans", "DejaVu Sans", sans-serif';
  for (const [index, line] of lines.entries()) {
    context.fillStyle = 'black';
    if (light.includes(index)) {
      context.fillRect(20, 48 + 70 * index, width - 40, 62);
      context.fillStyle = 'white';
    }
    context.fillText(line, 40, 90 + 70 * index);
  }
  return { bytes: canvas.toBuffer('image/png'), dpi: 200, languages: ['dan'] };
}
