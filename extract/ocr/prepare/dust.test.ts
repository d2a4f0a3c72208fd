import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { type GreyImage, toGrey } from '../grey.ts';
import { removeDust } from './dust.ts';

const FONT = '"Liberation Serif", "DejaVu Serif", serif';

/** Running text with dots of all kinds and a list with leaders, at that resolution. */
function page(dpi: number, over: (context: SKRSContext2D, dpi: number) => void = () => undefined): GreyImage {
  const [width, height] = [Math.round((595 / 72) * dpi), Math.round((500 / 72) * dpi)];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.save();
  context.scale(dpi / 72, dpi / 72);
  context.fillStyle = 'black';
  context.font = `11px ${FONT}`;
  for (let line = 0; line < 16; line++)
    context.fillText(
      'Ældre får råd i hjemmet: besøg, tilsyn og støtte; jf. § 12, stk. 3.',
      60,
      60 + 15 * line,
    );
  for (let line = 0; line < 5; line++)
    context.fillText(`Punkt ${line} ${' . '.repeat(60)} 4`, 60, 320 + 15 * line);
  context.restore();
  over(context, dpi);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = toGrey({ width, height, kind: 3, data });
  if (grey === null) throw new Error('no pixels');
  return grey;
}

/** So many specks to a square inch, half a point wide. */
function dust(density: number, part = 1): (context: SKRSContext2D, dpi: number) => void {
  return (context, dpi) => {
    const { width, height } = context.canvas;
    const size = Math.max(1, Math.round((0.5 / 72) * dpi));
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    context.fillStyle = '#222';
    for (let speck = 0; speck < (density * width * height) / dpi ** 2; speck++)
      context.fillRect(next(width), next(Math.round(part * height)), size, size);
  };
}

/** Pixels that differ by more than a shade or two. */
function changed(before: GreyImage, after: GreyImage): number {
  return before.data.filter((shade, at) => Math.abs(shade - (after.data[at] ?? 0)) > 40).length;
}

describe.each([150, 200, 300])('at %d dpi', (dpi) => {
  test('a page without dust is left alone, be it noisy or black and white', () => {
    const clean = page(dpi);
    expect(removeDust(clean, dpi)).toBe(clean);
    const noisy = { ...clean, data: clean.data.map((shade, at) => Math.max(0, shade - ((at * 7919) % 60))) };
    expect(removeDust(noisy, dpi)).toBe(noisy);
    const bare = { ...clean, data: clean.data.map((shade) => (shade > 140 ? 255 : 0)) };
    expect(removeDust(bare, dpi)).toBe(bare);
  });

  test('dust all over a page goes, and print stays', () => {
    const clean = page(dpi);
    const dusty = page(dpi, dust(60));
    const cleaned = removeDust(dusty, dpi);
    const [before, after] = [changed(clean, dusty), changed(clean, cleaned)];
    expect(before).toBeGreaterThan(500);
    // What lies on a letter or touches one cannot be told from it.
    expect(after).toBeLessThan(0.35 * before);
    const lost = clean.data.filter((shade, at) => shade < 100 && (cleaned.data[at] ?? 255) > 200).length;
    expect(lost).toBeLessThan(0.002 * clean.data.filter((shade) => shade < 100).length);
  });
});

test('specks in one corner are no dust on the page', () => {
  const image = page(200, dust(60, 0.2));
  expect(removeDust(image, 200)).toBe(image);
});

test('a picture too coarse to tell a speck from a stroke, or of no size, is left alone', () => {
  const coarse = page(90, dust(60));
  expect(removeDust(coarse, 90)).toBe(coarse);
  const none = { width: 0, height: 0, data: new Uint8Array() };
  expect(removeDust(none, 200)).toBe(none);
});
