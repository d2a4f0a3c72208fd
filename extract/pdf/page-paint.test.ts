import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { openPdf } from './open-pdf.ts';
import { coverageOfAll, type PagePaint, readPaint } from './page-paint.ts';

/** What a page of A4 is painted with, its scan cut into strips from top to bottom. */
async function stripped(strips: number, operators?: (index: number) => string): Promise<PagePaint> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText('Bilag 3', { size: 11, font: await document.embedFont(StandardFonts.Helvetica) });
  for (let strip = 0; strip < strips; strip++) {
    const canvas = createCanvas(60, 8);
    canvas.getContext('2d').fillRect(strip, 0, 1, 8);
    const image = await document.embedPng(canvas.toBuffer('image/png'));
    const height = 842 / strips;
    if (operators === undefined) page.drawImage(image, { x: 0, y: strip * height, width: 595, height });
  }
  let bytes = Buffer.from(await document.save({ useObjectStreams: false }));
  if (operators !== undefined) {
    const content = Array.from({ length: strips }, (_, index) => operators(index)).join('\n');
    bytes = Buffer.from(handWritten(content), 'latin1');
  }
  return await paintOf(bytes);
}

async function paintOf(bytes: Uint8Array): Promise<PagePaint> {
  const pdf = await openPdf(bytes);
  try {
    return await readPaint(await pdf.getPage(1));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function handWritten(content: string, form = ''): string {
  return [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</XObject <</F 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
    `5 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 600 600] /Matrix [0.5 0 0 0.5 100 200] /Length ${form.length}>> stream\n${form}\nendstream endobj`,
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}

test.each([1, 2, 12])('a scan in %i strips covers its page', async (strips) => {
  const paint = await stripped(strips);
  expect(paint.images).toHaveLength(strips);
  expect(coverageOfAll(paint.images, 595, 842)).toBeCloseTo(1, 2);
});

test('strips that pdf.js gathers into one operation are each in their place', async () => {
  const height = 842 / 12;
  const paint = await stripped(
    12,
    (index) =>
      `q 595 0 0 ${height} 0 ${index * height} cm BI /W 1 /H 1 /BPC 8 /CS /G ID ${String.fromCharCode(40 + index)} EI Q`,
  );
  expect(paint.images).toHaveLength(12);
  expect(coverageOfAll(paint.images, 595, 842)).toBeCloseTo(1, 2);
});

test('what a form draws stands where the form is set', async () => {
  const form = 'q 200 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID ( EI Q 0 0 m 400 0 l S';
  const { images, rules } = await paintOf(Buffer.from(handWritten('q /F Do Q', form), 'latin1'));
  expect(images.map(({ box }) => box)).toEqual([[100, 842 - 250, 200, 842 - 200]]);
  expect(rules).toEqual([{ level: true, at: 842 - 200, from: 100, to: 300 }]);
});

test('images over each other count once, and those beside the page not at all', () => {
  const image = (box: [number, number, number, number]) => ({ ...blank, box, seen: box });
  const blank = { name: null, matrix: [], width: 0, height: 0 };
  expect(coverageOfAll([], 100, 100)).toBe(0);
  expect(coverageOfAll([image([0, 0, 50, 100]), image([0, 0, 50, 50])], 100, 100)).toBe(0.5);
  expect(coverageOfAll([image([0, 0, 50, 50]), image([50, 50, 100, 100])], 100, 100)).toBe(0.5);
  expect(coverageOfAll([image([-90, -90, -1, 50]), image([10, 10, 10.1, 10.1])], 100, 100)).toBeCloseTo(0, 4);
});

test('a drawing of very many lines in one path is followed to its end', async () => {
  const lines = Array.from({ length: 150_000 }, (_, index) => `50 ${index % 800} m 90 ${index % 800} l`);
  const paint = await paintOf(Buffer.from(handWritten(`${lines.join('\n')} S`), 'latin1'));
  expect(paint.rules).toHaveLength(150_000);
});
