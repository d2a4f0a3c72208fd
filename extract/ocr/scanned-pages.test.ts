import { PDFDocument, type PDFPage, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '../../core/document.ts';
import { loadTools } from '../open.ts';
import { type ReadTools, readDocument } from '../read-document.ts';
import { unpackWords } from '../words.ts';

/** Scanned pages from the file to the text, through the real engine. */
let tools: ReadTools;
beforeAll(() => {
  tools = loadTools('tesseract');
});
afterAll(() => tools.ocr.close());

const LETTER = [
  'Kommunekontaktrådet drøfter den fælles plan for kollektiv trafik',
  'i regionen. Rådet indstiller, at kommunerne tiltræder aftalen om',
  'økonomi, og at sekretariatet følger op på målene inden sommeren.',
  'Børn og unge skal have samme vilkår, også i de små kommuner, og',
  'indsatsen følges hvert år af en arbejdsgruppe under styregruppen.',
  'Udvalget ønsker en årlig redegørelse for, hvordan midlerne bruges,',
  'og hvilke erfaringer kommunerne har gjort med den nye ordning.',
];

/** Print on paper of that size in points, at 150 dpi, turned clockwise by quarters. */
function print(lines: readonly string[], quarters: 0 | 1 | 2 | 3, width = 595, height = 420): Buffer {
  const scale = 150 / 72;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const sideways = quarters % 2 === 1;
  const canvas = createCanvas(sideways ? high : wide, sideways ? wide : high);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.translate(-wide / 2, -high / 2);
  context.scale(scale, scale);
  context.fillStyle = 'black';
  context.font = '15px "Liberation Serif", "DejaVu Serif", serif';
  lines.forEach((line, index) => void context.fillText(line, 60, 80 + 22 * index));
  return canvas.toBuffer('image/png');
}

async function read(make: (document: PDFDocument) => Promise<PDFPage>): Promise<Page> {
  const document = await PDFDocument.create();
  await make(document);
  const { pages } = await readDocument(await document.save(), 'bilag.pdf', tools);
  const [page] = pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

const words = (page: Page): string => page.text.replace(/\s+/gu, ' ').trim();

test.each([
  ['upright', 0, [60, 70, 200, 100]],
  ['on its side', 1, [320, 60, 350, 200]],
  ['on its head', 2, [395, 320, 535, 350]],
  ['on its other side', 3, [70, 395, 100, 535]],
] as const)('a page scanned %s is read, and its words keep their places', async (_, quarters, place) => {
  const page = await read(async (document) => {
    const image = await document.embedPng(print(LETTER, quarters));
    const [width, height] = [(image.width * 72) / 150, (image.height * 72) / 150];
    const added = document.addPage([width, height]);
    added.drawImage(image, { x: 0, y: 0, width, height });
    return added;
  });
  expect(page.origin).toBe('ocr');
  expect(words(page)).toBe(LETTER.join(' '));
  if (quarters === 2) expect(page.reason).toContain('på hovedet');
  const first = unpackWords(page.words ?? '').find(({ start }) => start === 0);
  const [left, top, right, bottom] = first?.box ?? [0, 0, 0, 0];
  expect(left).toBeGreaterThanOrEqual(place[0] - 5);
  expect(top).toBeGreaterThanOrEqual(place[1] - 15);
  expect(right).toBeLessThanOrEqual(place[2] + 15);
  expect(bottom).toBeLessThanOrEqual(place[3] + 15);
});

test('signs that the Danish model does not know are read, and figures stay figures', async () => {
  const lines = [
    'Spørgsmål rettes til kkr@kl.dk eller tlf. 3370 3370 inden mødet.',
    'Kontakt anna.nielsen@kildebjerg.dk eller se www.kl.dk for mere.',
    'Efter § 12 i lov om social service og §§ 83-87 gælder reglerne.',
    'Der var 8 12 måneder gamle børn på venteliste i kommunerne (§ 3).',
  ];
  const page = await read(async (document) => {
    const added = document.addPage([595, 420]);
    added.drawImage(await document.embedPng(print(lines, 0)), { x: 0, y: 0, width: 595, height: 420 });
    return added;
  });
  expect(words(page)).toBe(lines.join(' '));
});

test('a page of text with a scanned figure has both, each once and in its place', async () => {
  const page = await read(async (document) => {
    const font = await document.embedFont(StandardFonts.TimesRoman);
    const added = document.addPage([595, 842]);
    const write = (text: string, y: number): void => added.drawText(text, { x: 60, y, size: 12, font });
    for (const [index, line] of LETTER.slice(0, 4).entries()) write(line, 760 - 18 * index);
    write('Figuren viser ventetiden i kommunerne.', 680);
    for (const [index, line] of LETTER.slice(4).entries()) write(line, 180 - 18 * index);
    const figure = await document.embedPng(
      print(['Ventetid til genoptræning', 'Kildebjerg 14 dage', 'Åsletten 21 dage'], 0, 400, 300),
    );
    added.drawImage(figure, { x: 60, y: 300, width: 400, height: 300 });
    return added;
  });
  expect(page.origin).toBe('text-layer');
  for (const line of [...LETTER, 'Figuren viser ventetiden', 'Ventetid til genoptræning', 'Åsletten 21 dage'])
    expect(words(page).split(line).length, line).toBe(2);
  const at = (text: string): number => words(page).indexOf(text);
  expect(at('Figuren viser')).toBeLessThan(at('Ventetid til'));
  expect(at('Åsletten 21 dage')).toBeLessThan(at('indsatsen følges'));
});

test('a scanned table between a digital header and footer is read, and they stay', async () => {
  const page = await read(async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica);
    const added = document.addPage([595, 842]);
    added.drawText('Bilag 2 til punkt 3.1', { x: 60, y: 810, size: 9, font });
    added.drawText('Side 4', { x: 280, y: 25, size: 9, font });
    const table = [
      'Kommune    Borgere    Udgift',
      'Kildebjerg    1.204    7.000',
      'Åsletten    988    6.150',
    ];
    added.drawImage(await document.embedPng(print(table, 0, 595, 760)), {
      x: 0,
      y: 40,
      width: 595,
      height: 760,
    });
    return added;
  });
  expect(page.origin).toBe('ocr');
  const all = page.lines.map((line) => line.text).join(' ');
  for (const text of [
    'Bilag 2 til punkt 3.1',
    'Side 4',
    'Kommune',
    'Kildebjerg',
    '1.204',
    'Åsletten',
    '6.150',
  ])
    expect(all.split(text).length, text).toBe(2);
});

test.each([
  ['good Danish stays', (line: string) => line, 'text-layer'],
  [
    'Danish as an English reader has it is read anew',
    (line: string) => line.replace(/æ/gu, 'ae').replace(/[øØ]/gu, 'o').replace(/å/gu, 'a'),
    'ocr',
  ],
])('hidden text over a scan: %s', async (_, spell, origin) => {
  const page = await read(async (document) => {
    const font = await document.embedFont(StandardFonts.TimesRoman);
    const added = document.addPage([595, 420]);
    added.drawImage(await document.embedPng(print(LETTER, 0)), { x: 0, y: 0, width: 595, height: 420 });
    for (const [index, line] of LETTER.entries()) {
      const renderMode = TextRenderingMode.Invisible;
      added.drawText(spell(line), { x: 60, y: 340 - 22 * index, size: 15, font, renderMode });
    }
    return added;
  });
  expect(page.origin).toBe(origin);
  expect(words(page)).toBe(LETTER.join(' '));
});
