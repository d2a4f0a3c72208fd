import { beforeAll, expect, test } from 'vitest';
import { loadTools } from '../open.ts';
import { type ReadTools, readDocument } from '../read-document.ts';
import { lines, literal, rawPage, stream } from '../testing/raw-pdf.ts';

/** One sentence in the ways that programs put letters on paper; it is read once, as it stands. */
let tools: ReadTools;
beforeAll(() => {
  tools = loadTools('none');
});

const TEXT = 'Rådet godkendte planen for børn og unge.';
const SHOWN = `${literal(TEXT)} Tj`;
/** Widths of Helvetica, in thousandths. */
const WIDTHS: Readonly<Record<string, number>> = {
  ' ': 278,
  '.': 278,
  f: 278,
  t: 278,
  i: 222,
  l: 222,
  r: 333,
  R: 722,
};
const advance = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum + 0.011 * (WIDTHS[letter] ?? 556), 0);

/** Each part of the sentence set by itself at its own place. */
function placed(parts: readonly string[]): string[] {
  let x = 60;
  return parts.map((part) => {
    const shown = `1 0 0 1 ${x.toFixed(2)} 700 Tm ${literal(part)} Tj`;
    x += advance(part);
    return shown;
  });
}
const words = TEXT.split(/(?<= )/u);
const set = (shown: readonly string[]): string => `BT /F1 11 Tf ${shown.join(' ')} ET`;
const at = (x: number, y: number, size = 11): string => `BT /F1 ${size} Tf ${x} ${y} Td ${SHOWN} ET`;

test.each<[string, string]>([
  ['letter by letter', set(placed([...TEXT]))],
  ['letter by letter, from behind', set(placed([...TEXT]).reverse())],
  ['word by word, in any order', set(placed(words).sort((a, b) => a.slice(20).localeCompare(b.slice(20))))],
  [
    'without spaces, by gaps',
    `BT /F1 11 Tf 60 700 Td [${TEXT.split(' ').map(literal).join(' -278 ')}] TJ ET`,
  ],
  ['each letter moved closer', `BT /F1 11 Tf 60 700 Td [${[...TEXT].map(literal).join(' 20 ')}] TJ ET`],
  ['narrow', `BT /F1 11 Tf 70 Tz 60 700 Td ${SHOWN} ET`],
  ['wide between words', `BT /F1 11 Tf 12 Tw 60 700 Td ${SHOWN} ET`],
  ['slanted by its matrix', `BT /F1 11 Tf 1 0 0.33 1 60 700 Tm ${SHOWN} ET`],
  ['at a size of its matrix', `BT /F1 1 Tf 11 0 0 11 60 700 Tm ${SHOWN} ET`],
  ['in a page turned over and back', `q 1 0 0 -1 0 842 cm BT /F1 11 Tf 1 0 0 -1 60 142 Tm ${SHOWN} ET Q`],
  ['twice for bold type', `${at(60, 700)} ${at(60.3, 700)}`],
  ['four times for bold type', [0, 0.2, 0.4, 0.6].map((off) => at(60 + off, 700)).join(' ')],
  ['over its shadow', `0.6 g ${at(61.5, 698.5, 18)} 0 g ${at(60, 700, 18)}`],
  ['filled over its outline', `1 Tr ${at(60, 700)} 0 Tr ${at(60, 700)}`],
  ['beside paper and far off it', `${at(60, 700)} ${at(60, -30)} ${at(640, 400)} ${at(60, 900)}`],
  ['marked as what it is', `/P << /MCID 0 >> BDC ${at(60, 700)} EMC /Artifact BMC EMC`],
])('text set %s', async (_, content) => {
  const { pages } = await readDocument(
    rawPage({ content: Buffer.from(content, 'latin1') }),
    'bilag.pdf',
    tools,
  );
  expect(pages[0]?.text).toBe(TEXT);
});

test('forms within forms are read where each is set', async () => {
  const form = (keys: string, content: string | Buffer): string =>
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${keys}`, content);
  const pdf = rawPage(
    { content: '/X1 Do q 0.5 0 0 0.5 100 100 cm /X1 Do Q' },
    {
      10: form('/Matrix [1 0 0 1 0 -20] /Resources << /XObject << /X2 11 0 R >> >>', 'q /X2 Do Q'),
      11: form('/Resources << /Font << /F1 5 0 R >> >>', lines([TEXT], 60, 700)),
    },
    { resources: '/XObject << /X1 10 0 R >>' },
  );
  const { pages } = await readDocument(pdf, 'bilag.pdf', tools);
  const found = pages[0]?.lines.map(({ text, size, box }) => [
    text,
    size,
    box?.[0],
    Math.round(box?.[3] ?? 0),
  ]);
  expect(found).toEqual([
    [TEXT, 11, 60, 164],
    [TEXT, 5.5, 130, 403],
  ]);
});

test('what runs up the margin, and what lies across the page, stands apart from the text', async () => {
  const body = Array.from({ length: 6 }, (_, index) => `Punkt ${index + 1} blev udsat til mødet i juni.`);
  const content = Buffer.concat([
    Buffer.from('0.9 g BT /F1 80 Tf 0.7 0.7 -0.7 0.7 150 450 Tm (UDKAST) Tj ET 0 g '),
    lines(body, 60, 700),
    Buffer.from(' BT /F1 9 Tf 0 1 -1 0 580 100 Tm (Sagsnr. 2020-1234) Tj ET'),
  ]);
  const { pages } = await readDocument(rawPage({ content }), 'bilag.pdf', tools);
  const found = pages[0]?.lines.map(({ text }) => text);
  expect(found?.slice(0, 6)).toEqual(body);
  expect(found?.slice(6).sort()).toEqual(['Sagsnr. 2020-1234', 'UDKAST']);
});
