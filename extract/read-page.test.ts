import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test, vi } from 'vitest';
import { createNoOcr } from './ocr/ocr-engine.none.ts';
import type { PageReading } from './page-reading.ts';
import { DrawingBoard } from './pdf/drawing-board.ts';
import { FontBook } from './pdf/font-book.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { readPage } from './read-page.ts';

/** Reads a page of these rows of cells, the painting of which pdf.js cannot list. */
async function readUnfollowed(rows: readonly (readonly string[])[]): Promise<PageReading> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const drawn = document.addPage([595, 842]);
  rows.forEach((cells, at) => {
    cells.forEach((cell, column) => {
      drawn.drawText(cell, { x: 60 + 150 * column, y: 700 - 14 * at, size: 11, font });
    });
  });
  const bytes = await document.save();
  const pdf = await openPdf(bytes);
  try {
    const page = await pdf.getPage(1);
    vi.spyOn(page, 'getOperatorList').mockRejectedValue(new Error('a damaged picture'));
    return await readPage(page, {
      ocr: createNoOcr(),
      knows: () => true,
      fonts: new FontBook(),
      board: new DrawingBoard(bytes),
      mayHaveImages: false,
      mayHaveAnnotations: false,
      seesLayer: null,
    });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

test('a page whose painting cannot be followed keeps its table', async () => {
  const rows = Array.from({ length: 8 }, (_, at) => ['Kildebjerg Kommune', `${at}.100`, 'Forbrug i 2019']);
  const { lines, problem } = await readUnfollowed(rows);
  expect(lines.map(({ text }) => text)).toEqual(rows.map((cells) => cells.join('\t')));
  expect(problem).toBeNull();
});

test('where little text may be all or a stamp on a scan, it is kept with a word of warning', async () => {
  const { lines, problem } = await readUnfollowed([['Bilag 3']]);
  expect(lines.map(({ text }) => text)).toEqual(['Bilag 3']);
  expect(problem).toEqual({ code: 'page-unreadable', message: 'a damaged picture' });
});

test('a page without text whose painting cannot be followed is not read', async () => {
  await expect(readUnfollowed([])).rejects.toThrow('a damaged picture');
});
