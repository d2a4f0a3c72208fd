import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
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

const word = fc.constantFrom('Veje', 'og stier', 'i 2019', 'KKR', 'plan');
const number = fc.integer({ min: -3, max: 30 });
/** Ways to set text and to move where the next goes (ISO 32000-1, 9.3 and 9.4). */
const step = fc.oneof(
  word.map((text) => ({ code: `(${text}) Tj`, text })),
  word.map((text) => ({ code: `(${text}) '`, text })),
  fc.tuple(word, number).map(([text, gap]) => ({ code: `${Math.abs(gap)} 0 (${text}) "`, text })),
  fc
    .tuple(word, fc.constantFrom(-3000, -250, -40, 30), word)
    .map(([one, gap, two]) => ({ code: `[(${one}) ${gap} (${two})] TJ`, text: `${one} ${two}` })),
  fc.tuple(number, number).map(([x, y]) => ({ code: `${10 * x} ${-y} Td`, text: '' })),
  fc.tuple(number, number).map(([x, y]) => ({ code: `${x} ${-y} TD`, text: '' })),
  fc.tuple(number, number).map(([x, y]) => ({ code: `1 0 0 1 ${100 + 9 * x} ${400 + 9 * y} Tm`, text: '' })),
  number.map((value) => ({ code: `${value / 40} Tc ${value / 20} Tw ${value} TL`, text: '' })),
  number.map((value) => ({ code: `${80 + value} Tz ${value / 9} Ts`, text: '' })),
  fc.constant({ code: 'T*', text: '' }),
  fc.constant({
    code: 'ET q 0.8 0 0 0.8 30 40 cm BT /F 12 Tf (inde) Tj ET Q BT /F 9 Tf 90 300 Td',
    text: 'inde',
  }),
);

/** A page of these operations; all stands well within it. */
function set(content: string): Buffer {
  const body = `BT /F 10 Tf 1500 1500 Td ${content} ET`;
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
      '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
      '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9000 3000] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj',
      `4 0 obj <</Length ${body.length}>> stream\n${body}\nendstream endobj`,
      '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj',
      'trailer <</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  );
}

test('by whatever operations text is set: no letter is lost or doubled, and each is where pdf.js finds it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const pdf = await openPdf(set(steps.map(({ code }) => code).join(' ')));
      try {
        const page = await pdf.getPage(1);
        const painted = await readPaintedText(page);
        const bare = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '');
        expect(bare(painted.map(({ text }) => text))).toBe(bare(steps.map(({ text }) => text)));
        const isThere = unseenText(painted.map((text) => ({ ...text, seen: false })));
        for (const item of (await page.getTextContent()).items) {
          if (!('str' in item) || item.str.trim() === '') continue;
          const [, , , , x = 0, y = 0] = Util.transform(
            page.getViewport({ scale: 1 }).transform,
            item.transform,
          );
          expect(isThere(item.str, x, y), item.str).toBe(true);
        }
      } finally {
        await pdf.loadingTask.destroy();
      }
    }),
    { numRuns: 60 },
  );
});
