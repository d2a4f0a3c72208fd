import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type GreyImage, toGrey } from '../grey.ts';
import { mayHoldLightPrint } from './light-print.ts';

const FONT = '"Liberation Sans", "DejaVu Sans", sans-serif';

/** A page of text at that resolution, with more drawn over it; lengths are in points. */
function page(dpi: number, draw: (context: SKRSContext2D) => void = () => undefined): GreyImage {
  const [width, height] = [Math.round((595 / 72) * dpi), Math.round((400 / 72) * dpi)];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#f4f4f0';
  context.fillRect(0, 0, width, height);
  context.scale(dpi / 72, dpi / 72);
  context.fillStyle = '#111';
  context.font = `bold 16px ${FONT}`;
  context.fillText('Dagsorden til møde i KKR', 60, 50);
  context.font = `10px ${FONT}`;
  for (let line = 0; line < 18; line++)
    context.fillText('Kommunerne aftaler en fælles plan', 60, 80 + 14 * line);
  context.fillRect(60, 60, 480, 1.5);
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = toGrey({ width, height, kind: 3, data });
  if (grey === null) throw new Error('no pixels');
  return grey;
}

/** The head of a table, in white on a coloured bar. */
function bar(colour: string): (context: SKRSContext2D) => void {
  return (context) => {
    context.fillStyle = colour;
    context.fillRect(60, 340, 480, 15);
    context.fillStyle = 'white';
    context.font = `9px ${FONT}`;
    for (const [column, text] of ['Kommune', 'Borgere', 'Udgift'].entries())
      context.fillText(text, 66 + 160 * column, 351);
  };
}

test.each([100, 150, 200, 300])('dark print and rules at %d dpi are no ground for light print', (dpi) => {
  expect(mayHoldLightPrint(page(dpi), dpi)).toBe(false);
  expect(mayHoldLightPrint(page(dpi, bar('#e4e4e4')), dpi)).toBe(false);
});

test.each([100, 150, 200, 300])('a bar with light print is found at %d dpi, in noise as well', (dpi) => {
  for (const colour of ['#111', '#446', '#7a9f4a']) {
    const image = page(dpi, bar(colour));
    expect(mayHoldLightPrint(image, dpi), colour).toBe(true);
    const noisy = { ...image, data: image.data.map((shade, at) => shade + ((at * 7919) % 25) - 12) };
    expect(mayHoldLightPrint(noisy, dpi), colour).toBe(true);
  }
});

test('where all is dark, or nothing is known of the resolution, it may be there', () => {
  const { width, height, data } = page(200);
  expect(mayHoldLightPrint({ width, height, data: data.map((shade) => 255 - shade) }, 200)).toBe(true);
  expect(mayHoldLightPrint(page(200, bar('#222')), 0)).toBe(true);
  expect(mayHoldLightPrint({ width: 0, height: 0, data: new Uint8Array() }, 200)).toBe(true);
});
