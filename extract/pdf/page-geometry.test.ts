import { expect, test } from 'vitest';
import { createNoOcr } from '../ocr/ocr-engine.none.ts';
import { loadTools } from '../open.ts';
import { readDocument } from '../read-document.ts';
import { readPdf } from '../read-pdf.ts';
import { literal, rawPdf, stream } from '../testing/raw-pdf.ts';

/** Pages whose paper lies elsewhere than at the origin, is turned, scaled or said by the tree of pages. */
interface Paper {
  readonly keys: string;
  /** Content of the page; the word "Beslutning" is looked for. */
  readonly content: Buffer;
  /** Of the page as shown. */
  readonly size: readonly [number, number];
  /** Where the word begins on the page as shown: `left` and `baseline` are the x and y of its first letter's foot. */
  readonly word: { readonly left: number; readonly baseline: number; readonly size: number };
  /** The text runs upward or downward on the page as shown. */
  readonly onEnd?: 'up' | 'down';
  readonly parent?: string;
}

const WORD = 'Beslutning';
/** Width of the word in Helvetica, in parts of the size. */
const WIDE = 4.78;
const at = (x: number, y: number, [a, b, c, d]: readonly number[] = [1, 0, 0, 1]): Buffer =>
  Buffer.from(`BT /F1 10 Tf ${a} ${b} ${c} ${d} ${x} ${y} Tm ${literal(WORD)} Tj ET`, 'latin1');

const UP = [0, 1, -1, 0];
const DOWN = [0, -1, 1, 0];
const OVER = [-1, 0, 0, -1];
const A4 = '/MediaBox [0 0 595 842]';
const word = (left: number, baseline: number, size = 10) => ({ left, baseline, size });

const PAPERS: Record<string, Paper> = {
  plain: { keys: A4, content: at(100, 700), size: [595, 842], word: word(100, 142) },
  'corners swapped': {
    keys: '/MediaBox [595 842 0 0]',
    content: at(100, 700),
    size: [595, 842],
    word: word(100, 142),
  },
  'below and left of the origin': {
    keys: '/MediaBox [-200 -300 395 542]',
    content: at(-100, 400),
    size: [595, 842],
    word: word(100, 142),
  },
  'cropped, from elsewhere': {
    keys: `${A4} /CropBox [50 100 450 750]`,
    content: at(100, 700),
    size: [400, 650],
    word: word(50, 50),
  },
  'a crop larger than the paper': {
    keys: `${A4} /CropBox [-50 -50 700 900]`,
    content: at(100, 700),
    size: [595, 842],
    word: word(100, 142),
  },
  'units of 1/36 inch': {
    keys: `${A4} /UserUnit 2`,
    content: at(100, 700),
    size: [1190, 1684],
    word: word(200, 284, 20),
  },
  'units of 1/36 inch, cropped and turned': {
    keys: `${A4} /CropBox [50 100 450 750] /UserUnit 2 /Rotate 90`,
    content: at(100, 700, UP),
    size: [1300, 800],
    word: word(2 * 600, 2 * 50, 20),
  },
  'turned, its text with it': {
    keys: `${A4} /Rotate 90`,
    content: at(142, 100, UP),
    size: [842, 595],
    word: word(100, 142),
  },
  'on its head, its text with it': {
    keys: `${A4} /Rotate 180`,
    content: at(495, 142, OVER),
    size: [595, 842],
    word: word(100, 142),
  },
  'turned to the left, its text with it': {
    keys: `${A4} /Rotate -90`,
    content: at(453, 742, DOWN),
    size: [842, 595],
    word: word(100, 142),
  },
  'said by the tree of pages': {
    keys: '',
    parent: '/MediaBox [0 0 595 842] /CropBox [0 0 400 842] /Rotate 180',
    content: at(300, 142, OVER),
    size: [400, 842],
    word: word(100, 142),
  },
  'text on end': {
    keys: A4,
    content: at(142, 100, UP),
    size: [595, 842],
    word: word(142, 742),
    onEnd: 'up',
  },
  'text on end, downward': {
    keys: A4,
    content: at(142, 700, DOWN),
    size: [595, 842],
    word: word(142, 142),
    onEnd: 'down',
  },
  'a page scanned on its side and turned': {
    keys: `${A4} /Rotate 90`,
    content: at(100, 700),
    size: [842, 595],
    word: word(700, 100),
    onEnd: 'down',
  },
};

test.each(Object.entries(PAPERS))('words stand where the page shows them: %s', async (_, paper) => {
  const pdf = rawPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [3 0 R] /Count 1 ${paper.parent ?? ''} /Resources << /Font << /F1 5 0 R >> >> >>`,
    3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${paper.keys} >>`,
    4: stream('', paper.content),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  });
  const { pages } = await readPdf(pdf, { ocr: createNoOcr(), knows: () => true }, { known: new Map() });
  const [page] = pages;
  expect([page?.width, page?.height]).toEqual(paper.size);
  expect(page?.lines.map(({ text }) => text)).toEqual([WORD]);
  const { left, baseline, size } = paper.word;
  const along = WIDE * size;
  const [x0, y0, x1, y1] = page?.lines[0]?.words[0]?.box ?? [0, 0, 0, 0];
  const expected: Record<string, readonly number[]> = {
    level: [left, baseline - 0.75 * size, left + along, baseline + 0.2 * size],
    up: [left - 0.75 * size, baseline - along, left + 0.2 * size, baseline],
    down: [left - 0.2 * size, baseline, left + 0.75 * size, baseline + along],
  };
  const wanted = expected[paper.onEnd ?? 'level'] ?? [];
  [x0, y0, x1, y1].forEach((edge, index) => {
    expect(Math.abs(edge - (wanted[index] ?? 0)), `edge ${index} at ${edge}`).toBeLessThan(0.25 * size);
  });
});

/** Four pages of a landscape appendix that was bound into an upright document, its running lines with it. */
test.each([
  ['upward', (x: number, y: number) => `0 1 -1 0 ${595 - y} ${x} Tm`],
  ['downward', (x: number, y: number) => `0 -1 1 0 ${y} ${842 - x} Tm`],
])('running lines are told on pages printed sideways, %s', async (_, place) => {
  const text = (x: number, y: number, words: string): string =>
    `BT /F1 10 Tf ${place(x, y)} ${literal(words)} Tj ET\n`;
  const bodies = ['Alder', 'Boliger', 'Cykelstier', 'Daginstitutioner'].map((subject, index) =>
    [
      text(60, 560, 'Bilag 4: Nøgletal for regionen'),
      ...[1, 2, 3, 4].map((line) =>
        text(
          60,
          480 - 14 * line,
          `${subject} er opgjort i tabellen, og linje ${line} handler om kommune ${line + index}.`,
        ),
      ),
      text(400, 25, `Side ${index + 3}`),
    ].join(''),
  );
  const pdf = rawPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [10 0 R 11 0 R 12 0 R 13 0 R] /Count 4 /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>',
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...Object.fromEntries(
      bodies.flatMap((body, index) => [
        [10 + index, `<< /Type /Page /Parent 2 0 R /Contents ${20 + index} 0 R >>`],
        [20 + index, stream('', Buffer.from(body, 'latin1'))],
      ]),
    ),
  });
  const { pages } = await readDocument(pdf, 'bilag.pdf', loadTools('none'));
  for (const [index, page] of pages.entries()) {
    expect(page.lines.filter(({ start }) => start === null).map((line) => [line.role, line.text])).toEqual([
      ['header', 'Bilag 4: Nøgletal for regionen'],
      ['footer', `Side ${index + 3}`],
    ]);
    expect(page.text.split('\n')).toHaveLength(4);
    for (const { box } of page.lines)
      expect(box === null || (box[0] >= 0 && box[1] >= 0 && box[2] <= 595 && box[3] <= 842)).toBe(true);
  }
});
