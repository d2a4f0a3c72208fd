import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../core/document.ts';
import type { OcrWord } from '../../core/ocr-engine.ts';
import { type DrawnRule, drawnRulesOf } from './drawn-rules.ts';
import { type GreyImage, toGrey } from './grey.ts';
import { slopeOfRules, toRule, withoutReadRules } from './rules-among-words.ts';

const DPI = 200;
const POINT = DPI / 72;
const [WIDTH, HEIGHT] = [500, 360];
type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

/** A sheet in points, turned about its middle by degrees and scanned. */
function sheet(draw: (context: Context) => void, degrees = 0): GreyImage {
  const canvas = createCanvas(Math.round(WIDTH * POINT), Math.round(HEIGHT * POINT));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(POINT, POINT);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = 'black';
  draw(context);
  const { width, height } = canvas;
  const grey = toGrey({ width, height, kind: 3, data: context.getImageData(0, 0, width, height).data });
  if (grey === null) throw new Error('no pixels');
  return grey;
}

function write(context: Context, font: string, lines = 24): void {
  context.font = font;
  const words = 'Kommunerne drøfter en fælles plan for kollektiv trafik, MINIMUM ill. 1.450 – II III';
  for (let line = 0; line < lines; line++) context.fillText(words.slice(line % 7), 30, 26 + 13.5 * line, 430);
}

const [XS, YS] = [
  [40, 90, 260, 455],
  [50, 72, 131, 190, 310],
] as const;
function grid(context: Context, thick = 0.5): void {
  for (const x of XS) context.fillRect(x - thick / 2, 50, thick, 260);
  for (const y of YS) context.fillRect(40, y - thick / 2, 415, thick);
}

const middle = ({ from, to }: DrawnRule): [number, number] => [
  (from[0] + to[0]) / 2 / POINT,
  (from[1] + to[1]) / 2 / POINT,
];
/** A line may be found twice. */
const places = (rules: readonly DrawnRule[], axis: 0 | 1): number[] =>
  [...new Set(rules.map((rule) => Math.round(middle(rule)[axis])))].sort((a, b) => a - b);
const gaps = (values: number[]): number =>
  values.sort((a, b) => a - b).filter((value, at) => at === 0 || value - (values[at - 1] ?? 0) > 3).length;
const length = ({ from, to }: DrawnRule): number => Math.hypot(to[0] - from[0], to[1] - from[1]) / POINT;

describe('drawn lines', () => {
  test.each([0.4, 0.7, 1, 2])('a grid of lines %d points thick is found in its place', (thick) => {
    const rules = drawnRulesOf(
      sheet((context) => grid(context, thick)),
      DPI,
    );
    const level = rules.filter((rule) => rule.level);
    const upright = rules.filter((rule) => !rule.level);
    expect(places(level, 1)).toEqual([...YS]);
    expect(places(upright, 0)).toEqual([...XS]);
    for (const rule of level) expect(Math.abs(length(rule) - 415)).toBeLessThan(5);
    for (const rule of upright) expect(Math.abs(length(rule) - 260)).toBeLessThan(4);
  });

  test('a grid that lies askew by up to a degree is found, with its slope', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (degrees) => {
        const rules = drawnRulesOf(
          sheet((context) => grid(context), degrees),
          DPI,
        );
        const count = (level: boolean, axis: 0 | 1): number =>
          gaps(rules.filter((rule) => rule.level === level).map((rule) => middle(rule)[axis]));
        expect(count(true, 1)).toBe(YS.length);
        expect(count(false, 0)).toBe(XS.length);
        for (const { level, from, to } of rules) {
          const [across, down] = [to[0] - from[0], to[1] - from[1]];
          const slope = level ? down / across : -across / down;
          expect(Math.abs(slope - Math.tan((degrees * Math.PI) / 180))).toBeLessThan(0.003);
        }
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    '11px serif',
    '9px "DejaVu Sans", sans-serif',
    'bold 12px "Liberation Mono", monospace',
    '30px serif',
  ])('text in %s gives none', (font) => {
    for (const degrees of [0, 0.6])
      expect(
        drawnRulesOf(
          sheet((context) => write(context, font), degrees),
          DPI,
        ),
      ).toEqual([]);
  });

  test('neither dark fields nor dashes, leaders and slanted strokes are lines', () => {
    const image = sheet((context) => {
      context.fillRect(40, 20, 300, 30);
      for (let x = 40; x < 400; x += 9) context.fillRect(x, 80, 5, 0.8);
      for (let x = 40; x < 400; x += 3) context.fillRect(x, 100, 1, 1);
      context.rotate(0.06);
      context.fillRect(60, 150, 300, 0.8);
    });
    expect(drawnRulesOf(image, DPI)).toEqual([]);
  });

  test('a line is found with letters that touch it', () => {
    const image = sheet((context) => {
      context.font = '11px serif';
      context.fillText('plejehjemsgæster og psykiatriske patienter gj gj', 60, 98);
      context.fillRect(50, 100, 300, 0.7);
    });
    const rules = drawnRulesOf(image, DPI);
    expect(places(rules, 1).every((y) => y === 100)).toBe(true);
    expect(Math.abs(Math.max(...rules.map(length)) - 300)).toBeLessThan(5);
  });
});

describe('words and lines', () => {
  const rules: DrawnRule[] = [
    { level: true, from: [100, 200], to: [900, 200], thickness: 2 },
    { level: false, from: [300, 200], to: [300, 600], thickness: 2 },
  ];
  const word = (text: string, box: Box): OcrWord => ({ text, box, confidence: 0.9 });
  const left = (...words: OcrWord[]): string[] =>
    withoutReadRules([{ words, startsParagraph: false }], rules, DPI).flatMap((line) =>
      line.words.map(({ text }) => text),
    );

  test('bars and dashes that lie on a line go, other words and signs stay', () => {
    expect(
      left(
        word('Godkendt', [200, 190, 290, 215]),
        word('|', [297, 300, 303, 340]),
        word('—', [400, 197, 460, 204]),
        word('I', [320, 300, 324, 330]),
        word('1', [280, 300, 288, 330]),
        word('–', [400, 312, 420, 316]),
        word('plan', [305, 300, 360, 330]),
      ),
    ).toEqual(['Godkendt', 'I', '1', '–', 'plan']);
    expect(
      withoutReadRules([{ words: [word('|', [297, 300, 303, 340])], startsParagraph: false }], rules, DPI),
    ).toEqual([]);
  });

  test('a line keeps its place on the page when it is set level', () => {
    const image = { grey: sheet(grid), left: 10, top: 20, scale: [0.36, 0.36] as const, dpi: DPI, slant: 0 };
    const slope = 0.01;
    const level: DrawnRule = { level: true, from: [100, 201], to: [500, 205], thickness: 2 };
    const upright: DrawnRule = { level: false, from: [298, 200], to: [294, 600], thickness: 2 };
    expect(slopeOfRules([level], DPI)).toBeNull();
    expect(slopeOfRules([{ ...level, to: [900, 209] }], DPI)).toBeCloseTo(slope);
    expect(toRule(level, slope, slope, image).at).toBeCloseTo(20 + 200 * 0.36);
    expect(toRule(upright, slope, slope, image).at).toBeCloseTo(10 + 300 * 0.36);
  });
});
