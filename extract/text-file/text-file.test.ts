import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './decode.ts';
import { splitIntoPages } from './split.ts';

const DANISH = 'Møde i KKR Nordlund – æøå ÆØÅ, § 12\nPunkt 1. Godkendelse\n'.repeat(4);

test.each([
  ['utf-8', {}],
  ['utf-8', { addBOM: true }],
  ['utf-16le', { addBOM: true }],
  ['utf-16be', { addBOM: true }],
  ['utf-16le', {}],
  ['windows-1252', {}],
])('%s %o is recognised', (encoding, options) => {
  expect(decodeText(iconv.encode(DANISH, encoding, options))).toBe(DANISH);
});

test('line ends become one kind, and what is no text is refused', () => {
  expect(decodeText(Buffer.from('a\r\nb\rc'))).toBe('a\nb\nc');
  const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251);
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'text-undecodable' }));
});

test('form feeds part pages', () => {
  expect(splitIntoPages('første\fanden\f\ffjerde\f').map((page) => page.text)).toEqual([
    'første',
    'anden',
    '',
    'fjerde',
  ]);
});

test('without form feeds pages end at paragraphs and lose nothing', () => {
  const paragraph = `${'Kommunerne drøftede sagen. '.repeat(20).trim()}\n\n`;
  const pages = splitIntoPages(paragraph.repeat(12));
  expect(pages.length).toBe(3);
  for (const page of pages) expect(page.text.length).toBeLessThanOrEqual(3000);
  expect(pages.map((page) => page.text).join('\n\n')).toBe(paragraph.repeat(12).trim());
});

test('lines say where they stand in the text', () => {
  const [page] = splitIntoPages('  Overskrift\n\n\nBrødtekst  \n - punkt\n');
  expect(page?.text).toBe('  Overskrift\n\nBrødtekst\n - punkt');
  for (const line of page?.lines ?? [])
    expect(page?.text.slice(line.start ?? 0).startsWith(line.text)).toBe(true);
});

test('one endless line is still cut', () => {
  expect(splitIntoPages('x'.repeat(10_000)).length).toBe(4);
});
