import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../core/document.ts';
import type { Quarters } from '../../../core/ocr-engine.ts';
import { type GreyImage, toGrey } from '../grey.ts';
import { enlarge } from './enlarge.ts';
import { evenLight } from './light.ts';
import { prepare, turnImage } from './prepare.ts';
import { slantOf } from './skew.ts';
import { levelPicture, turnBox, turnPicture } from './turn.ts';

const DEGREE = Math.PI / 180;
const [WIDTH, HEIGHT] = [900, 1200];
type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

/** A page of lines of text, slanted by degrees, with whatever else is drawn over it. */
function page(degrees = 0, over: (context: Context) => void = () => undefined): GreyImage {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate(degrees * DEGREE);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = 'black';
  context.font = '22px "Liberation Serif", "DejaVu Serif", serif';
  for (let line = 0; line < 24; line++) {
    const words = 'Kommunerne drøfter en fælles plan for kollektiv trafik';
    context.fillText(words.slice(0, 54 - ((line * 7) % 20)), 110, 150 + 38 * line);
  }
  context.resetTransform();
  over(context);
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT);
  const grey = toGrey({ width: WIDTH, height: HEIGHT, kind: 3, data });
  if (grey === null) throw new Error('no pixels');
  return grey;
}

function shade(image: GreyImage, x: number, y: number): number {
  return image.data[y * image.width + x] ?? -1;
}

describe('slant', () => {
  test.each([-4.5, -2, -0.7, 0, 0.7, 1.3, 3.2, 4.5])('of %d degrees is found and set level', (degrees) => {
    const image = page(degrees);
    const slant = slantOf(image);
    expect(slant / DEGREE).toBeCloseTo(degrees, 0);
    expect(Math.abs(slant / DEGREE - degrees)).toBeLessThan(0.3);
    expect(Math.abs(slantOf(levelPicture(image, slant)) / DEGREE)).toBeLessThan(0.3);
  });

  test('is none on a page without lines', () => {
    expect(slantOf({ width: 400, height: 500, data: new Uint8Array(200_000).fill(255) })).toBe(0);
    let seed = 1;
    const noise = Uint8Array.from({ length: 400 * 500 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 256;
    });
    expect(Math.abs(slantOf({ width: 400, height: 500, data: noise }) / DEGREE)).toBeLessThan(0.5);
  });
});

describe('light', () => {
  test('a page that is lit well is left alone', () => {
    const image = page();
    expect(evenLight(image)).toBe(image);
  });

  test('a shadow is taken off the paper and left on the print', () => {
    const shadowed = page(0, (context) => {
      const fall = context.createLinearGradient(0, 0, WIDTH * 0.7, 0);
      fall.addColorStop(0, 'rgba(0, 0, 0, 0.7)');
      fall.addColorStop(1, 'rgba(0, 0, 0, 0)');
      context.fillStyle = fall;
      context.fillRect(0, 0, WIDTH, HEIGHT);
    });
    const even = evenLight(shadowed);
    expect(shade(shadowed, 60, 600)).toBeLessThan(120);
    for (const x of [30, 60, 300, 880]) expect(shade(even, x, 1150)).toBeGreaterThan(230);
    const ink = even.data.filter((value) => value < 60).length;
    expect(ink).toBeGreaterThan(0.5 * page().data.filter((value) => value < 60).length);
  });

  test('white print on a dark bar is not washed away', () => {
    const barred = page(0, (context) => {
      const fall = context.createLinearGradient(0, 0, WIDTH * 0.7, 0);
      fall.addColorStop(0, 'rgba(0, 0, 0, 0.5)');
      fall.addColorStop(1, 'rgba(0, 0, 0, 0)');
      context.fillStyle = fall;
      context.fillRect(0, 0, WIDTH, HEIGHT);
      context.fillStyle = '#446';
      context.fillRect(100, 60, 700, 60);
      context.fillStyle = 'white';
      context.fillRect(400, 80, 100, 20);
    });
    const even = evenLight(barred);
    expect(shade(even, 450, 90) - shade(even, 300, 90)).toBeGreaterThan(100);
  });
});

test('twice as large, the same picture', () => {
  const flat = { width: 7, height: 5, data: new Uint8Array(35).fill(90) };
  expect(enlarge(flat)).toEqual({ width: 14, height: 10, data: new Uint8Array(140).fill(90) });
  const edge = { width: 4, height: 1, data: Uint8Array.of(0, 0, 200, 200) };
  expect([...enlarge(edge).data.subarray(0, 8)]).toEqual([0, 0, 0, 50, 150, 200, 200, 200]);
});

describe('turning', () => {
  const quarters = fc.constantFrom<Quarters>(0, 1, 2, 3);
  const image = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height })
        .map((data): GreyImage => ({ width, height, data })),
    );
  const back = (turned: Quarters): Quarters => (turned === 1 ? 3 : turned === 3 ? 1 : turned);

  test('back and forth gives the picture, and boxes go with their pixels', () => {
    fc.assert(
      fc.property(image, quarters, fc.nat(), (picture, turned, some) => {
        const there = turnPicture(picture, turned);
        expect(turnPicture(there, back(turned))).toEqual(picture);
        const [x, y] = [some % picture.width, Math.floor(some / picture.width) % picture.height];
        const box: Box = [x, y, x + 1, y + 1];
        const moved = turnBox(box, turned, picture.width, picture.height);
        expect(shade(there, moved[0], moved[1])).toBe(shade(picture, x, y));
        expect(turnBox(moved, back(turned), there.width, there.height)).toEqual(box);
      }),
    );
  });

  test('a picture keeps its place on the page', () => {
    const placed = { grey: page(), left: 10, top: 20, scale: [0.5, 0.6] as const, dpi: 144, slant: 0 };
    const turned = turnImage(placed, 1, 500, 800);
    expect(turned).toMatchObject({ left: 800 - 20 - 720, top: 10, scale: [0.6, 0.5] });
    expect(turned.grey).toMatchObject({ width: HEIGHT, height: WIDTH });
  });
});

test('a good scan is read as it is, a small one larger', () => {
  const image = { grey: page(), left: 0, top: 0, scale: [0.36, 0.36] as const, dpi: 200, slant: 0 };
  expect(prepare(image)).toBe(image);
  const small = prepare({ ...image, scale: [0.72, 0.72], dpi: 100 });
  expect(small).toMatchObject({ dpi: 200, scale: [0.36, 0.36] });
  expect(small.grey.width).toBe(2 * WIDTH);
});
