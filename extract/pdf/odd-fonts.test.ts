import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '../../core/document.ts';
import { loadTools } from '../open.ts';
import { type ReadTools, readDocument } from '../read-document.ts';
import { lines, rawPage, stream } from '../testing/raw-pdf.ts';

/** Fonts that name their letters in odd ways or not at all, and letters that are put together. */
let tools: ReadTools;
beforeAll(() => {
  tools = loadTools('tesseract');
});
afterAll(() => tools.ocr.close());

const TEXT = [
  'Kommunekontaktrådet drøfter den fælles plan for kollektiv trafik',
  'i regionen og indstiller, at kommunerne tiltræder aftalen om',
  'økonomi. Sekretariatet følger op på målene inden sommeren, og',
  'børn og unge skal have samme vilkår, også i de små kommuner.',
];
const LETTERS = [...new Set(TEXT.join(''))].filter((letter) => letter !== ' ').sort();
const NAMES: Readonly<Record<string, string>> = {
  å: 'aring',
  ø: 'oslash',
  æ: 'ae',
  ',': 'comma',
  '.': 'period',
};
/** Numbered from ! on in the order of their first use, as programs make fonts of the letters that they need. */
const codeOf = (letter: string): number =>
  letter === ' ' ? 32 : 33 + [...new Set(TEXT.join('').replaceAll(' ', ''))].indexOf(letter);
const coded = (line: string): string =>
  `<${[...line].map((letter) => codeOf(letter).toString(16).padStart(2, '0')).join('')}>`;

const differences = (nameOf: (letter: string) => string): string =>
  `/Encoding << /Type /Encoding /Differences [32 /space ${LETTERS.map((letter) => `${codeOf(letter)} /${nameOf(letter)}`).join(' ')}] >>`;
const hex = (letter: string): string =>
  (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
const named = (letter: string): string => NAMES[letter] ?? letter;
const numbered = (letter: string): string => `a${codeOf(letter)}`;

function map(entries: readonly (readonly [number, string])[]): string {
  const pairs = entries.map(([code, letters]) => `<${code.toString(16).padStart(2, '0')}> <${letters}>`);
  return stream(
    '',
    `begincmap /CMapName /M def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${pairs.length} beginbfchar ${pairs.join(' ')} endbfchar endcmap`,
  );
}
const TO_UNICODE = map([[32, '0020'], ...LETTERS.map((letter) => [codeOf(letter), hex(letter)] as const)]);

/** At 300 dots to the inch, as a page set by TeX has its faces. */
const DOTS = 12 * (300 / 72);

/** A letter as a picture of dots, and how far it takes the pen. */
function bitmap(letter: string): { advance: number; procedure: Buffer } {
  const canvas = createCanvas(96, 96);
  const context = canvas.getContext('2d');
  context.font = `${DOTS}px "Liberation Serif", "DejaVu Serif", serif`;
  const advance = Math.round(context.measureText(letter).width);
  context.fillText(letter, 16, 64);
  const { data } = context.getImageData(0, 0, 96, 96);
  const bits = Buffer.alloc(96 * 12, 0xff);
  for (let at = 0; at < 96 * 96; at++)
    if ((data[4 * at + 3] ?? 0) > 127) bits[at >> 3] = (bits[at >> 3] ?? 0) & ~(128 >> (at & 7));
  const head = `${advance} 0 -16 -32 80 64 d1 96 0 0 96 -16 -32 cm BI /W 96 /H 96 /IM true /BPC 1 ID `;
  return { advance, procedure: Buffer.concat([Buffer.from(head), bits, Buffer.from(' EI')]) };
}

/** A font of pictures (Type 3). */
function pictures(nameOf: (letter: string) => string, keys: string): Record<number, string> {
  const all = [' ', ...LETTERS].map((letter) => ({ letter, ...bitmap(letter) }));
  const byCode = new Map(all.map(({ letter, advance }) => [codeOf(letter), advance]));
  const last = Math.max(...byCode.keys());
  const widths = Array.from({ length: last - 31 }, (_, index) => byCode.get(32 + index) ?? 0);
  const procedures = all.map(
    ({ letter }, index) => `/${letter === ' ' ? 'space' : nameOf(letter)} ${60 + index} 0 R`,
  );
  return {
    50: `<< /Type /Font /Subtype /Type3 /FontBBox [-16 -32 80 64] /FontMatrix [${1 / DOTS} 0 0 ${1 / DOTS} 0 0] /FirstChar 32 /LastChar ${last} /Widths [${widths.join(' ')}] ${differences(nameOf)} /CharProcs << ${procedures.join(' ')} >> /Resources << >> ${keys} >>`,
    51: TO_UNICODE,
    ...Object.fromEntries(all.map(({ procedure }, index) => [60 + index, stream('', procedure)])),
  };
}

const outlines = (keys: string): Record<number, string> => ({
  50: `<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman ${keys} >>`,
  51: TO_UNICODE,
});

async function read(content: string | Buffer, objects: Record<number, string>, ocr = true): Promise<Page> {
  const pdf = rawPage({ content, box: '[0 0 480 200]' }, objects, {
    resources: '/Font << /F1 5 0 R /F3 50 0 R >>',
  });
  const { pages } = await readDocument(pdf, 'bilag.pdf', ocr ? tools : { ...tools, ...loadTools('none') });
  const [page] = pages;
  if (page === undefined) throw new Error('no page');
  return page;
}
const SET = `BT /F3 12 Tf 60 150 Td ${TEXT.map((line) => `${coded(line)} Tj 0 -20 Td`).join(' ')} ET`;
const textOf = (page: Page): string => page.text.replace(/\s+/gu, ' ');

test.each([
  ['letters by their names', outlines(differences(named))],
  ['letters by their Unicode values', outlines(differences((letter) => `uni${hex(letter)}`))],
  ['numbers and a map', outlines(`${differences(numbered)} /ToUnicode 51 0 R`)],
  ['pictures with names', pictures(named, '')],
  ['pictures with numbers and a map', pictures(numbered, '/ToUnicode 51 0 R')],
])('a font of %s is read as it says', async (_, objects) => {
  const page = await read(SET, objects, false);
  expect(page.origin).toBe('text-layer');
  expect(textOf(page)).toBe(TEXT.join(' '));
});

test('letters that are numbered and nothing else are read from how they look', async () => {
  const blind = pictures(numbered, '');
  const page = await read(SET, blind);
  expect(page).toMatchObject({ origin: 'ocr', reason: 'Tekstlagets bogstaver danner ikke ord.' });
  expect(textOf(page)).toBe(TEXT.join(' '));
  const without = await read(SET, blind, false);
  expect(without.reason).toBe('Tekstlagets bogstaver danner ikke ord. OCR er slået fra.');
});

test('letters redrawn over the paper and read by an English program are read from how they look', async () => {
  const english: Readonly<Record<string, string>> = { æ: '00610065', ø: '006F', å: '0061' };
  const misread = map([
    [32, '0020'],
    ...LETTERS.map((letter) => [codeOf(letter), english[letter] ?? hex(letter)] as const),
  ]);
  const paper = stream(
    '/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8',
    Buffer.alloc(16, 0xf2),
  );
  const pdf = rawPage(
    { content: `q 480 0 0 200 0 0 cm /I1 Do Q ${SET}`, box: '[0 0 480 200]' },
    { ...pictures(numbered, '/ToUnicode 51 0 R'), 51: misread, 52: paper },
    { resources: '/XObject << /I1 52 0 R >> /Font << /F1 5 0 R /F3 50 0 R >>' },
  );
  const [page] = (await readDocument(pdf, 'bilag.pdf', tools)).pages;
  expect(page?.origin).toBe('ocr');
  expect(page?.text.replace(/\s+/gu, ' ')).toBe(TEXT.join(' '));
});

test('charts, sums and addresses are no scrambled text', async () => {
  const signs = [
    '45 % 55 % 61 % 12 % (2019) 8 % 9 % 77 % 3 %',
    '1.200 + 300 = 1.500 (kr./år) 3/4 5/6 7/8 9/10 * 2',
  ];
  const page = await read(
    lines([...signs, 'se https://www.kl.dk/?id=3&a=b eller "KKR" (fx \'x\')'], 60, 150),
    outlines(''),
  );
  expect(page.reason).toBe('Siden har et tekstlag.');
});

/** Sequences of codes in Helvetica, with what each stands for. */
const PUT_TOGETHER = map([
  ...Array.from(
    { length: 95 },
    (_, index) => [32 + index, (32 + index).toString(16).padStart(4, '0')] as const,
  ),
  [0x80, '0061030A'],
  [0x81, '030A'],
  [0x82, '006F0308'],
  [0x83, 'FB01'],
  [0x84, 'FB00'],
  [0x85, '00AD'],
  [0x86, '200D'],
  [0x87, '200B'],
  [0x88, 'FEFF'],
  [0x89, '00A0'],
  [0x8a, '2011'],
]);
test.each([
  ['a ring over a letter', '(R\\200det p\\200 m\\200let)', 'Rådet på målet'],
  ['a ring by itself behind its letter', '(Ra\\201det pa\\201 ma\\201let)', 'Rådet på målet'],
  ['two dots', '(Malm\\202 og L\\202vestad)', 'Malmö og Lövestad'],
  ['ligatures', '(\\203nder e\\204ekt)', 'finder effekt'],
  ['soft hyphens', '(sam\\205arbejds\\205aftale)', 'samarbejdsaftale'],
  ['joiners and marks without width', '(sam\\206arbejds\\207aft\\210ale)', 'samarbejdsaftale'],
  ['hard spaces', '(1.500\\211kr. til kommunerne)', '1.500 kr. til kommunerne'],
  ['hard hyphens', '(EU\\212relateret SAG\\2122022\\21200570)', 'EU-relateret SAG-2022-00570'],
])('%s come out as written', async (_, shown, expected) => {
  const font = outlines('/Encoding /WinAnsiEncoding /ToUnicode 51 0 R');
  const page = await read(`BT /F3 12 Tf 60 150 Td ${shown} Tj ET`, { ...font, 51: PUT_TOGETHER }, false);
  expect(page.text).toBe(expected);
});
