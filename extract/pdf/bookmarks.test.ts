import { expect, test } from 'vitest';
import { readBookmarks } from './bookmarks.ts';
import { openPdf } from './open-pdf.ts';

/** A PDF of two pages with the given outline objects, of which number 10 is the root. */
async function bookmarksOf(outline: string) {
  const file = [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R /Outlines 10 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj',
    '4 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj',
    outline,
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
  const pdf = await openPdf(Buffer.from(file, 'latin1'));
  try {
    return await readBookmarks(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

test('bookmarks come in their order, with level and page', async () => {
  const found = await bookmarksOf(
    [
      '10 0 obj <</First 11 0 R /Last 13 0 R /Count 3>> endobj',
      '11 0 obj <</Title (Punkt 1   Godkendelse) /Parent 10 0 R /Next 13 0 R /First 12 0 R /Last 12 0 R /Dest [3 0 R /Fit]>> endobj',
      '12 0 obj <</Title (Bilag 1.1) /Parent 11 0 R /Dest [4 0 R /XYZ 0 800 0]>> endobj',
      '13 0 obj <</Title <FEFF00C5007200730070006C0061006E> /Parent 10 0 R /Prev 11 0 R /Dest [99 0 R /Fit]>> endobj',
    ].join('\n'),
  );
  expect(found).toEqual([
    { title: 'Punkt 1 Godkendelse', level: 1, page: 1 },
    { title: 'Bilag 1.1', level: 2, page: 2 },
    { title: 'Årsplan', level: 1, page: null },
  ]);
});

test('bookmarks that name each other end, and an outline that is none is none', async () => {
  const round = await bookmarksOf(
    [
      '10 0 obj <</First 11 0 R /Last 11 0 R>> endobj',
      '11 0 obj <</Title (Rundt) /Parent 10 0 R /Next 11 0 R /First 11 0 R /Dest [0 /Fit]>> endobj',
    ].join('\n'),
  );
  expect(round).toEqual([{ title: 'Rundt', level: 1, page: 1 }]);
  expect(await bookmarksOf('10 0 obj <</Count 0>> endobj')).toEqual([]);
});
