import { readFile } from 'node:fs/promises';
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { unseenText } from './layers.ts';
import { openPdf } from './open-pdf.ts';
import { readPaintedText } from './painted-text.ts';

const looks = new URL('../../fixtures/looks/', import.meta.url);

/** Six programs set text in six ways; wherever extraction finds text, it was painted. */
test.each([
  '2007-09-14-kkr-sjaelland-dagsorden.pdf',
  '2010-11-26-kkr-hovedstaden-referat.pdf',
  '2015-06-12-kkr-syddanmark-referat.pdf',
  '2017-03-31-kkr-midtjylland-referat.pdf',
  '2020-08-28-kkr-nordjylland-dagsorden.pdf',
  '2024-10-04-kkr-hovedstaden-dagsorden.pdf',
  'beslutningsreferat-marts.pdf',
])('text is followed to where pdf.js finds it: %s', async (name) => {
  const pdf = await openPdf(await readFile(new URL(name, looks)));
  try {
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    const painted = await readPaintedText(page);
    const isThere = unseenText(painted.map((text) => ({ ...text, seen: false })));
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const lost = texts.filter(({ str, transform }) => {
      const [, , , , x = 0, y = 0] = Util.transform(page.getViewport({ scale: 1 }).transform, transform);
      return !isThere(str, x, y);
    });
    expect(texts.length).toBeGreaterThan(1);
    expect(lost.map(({ str }) => str)).toEqual([]);
  } finally {
    await pdf.loadingTask.destroy();
  }
});
