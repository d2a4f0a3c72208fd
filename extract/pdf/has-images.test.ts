import { expect, test } from 'vitest';
import { hasImages } from './has-images.ts';

test.each([
  ['<</Type /XObject /Subtype /Image /Width 1>>', true],
  ['<</Subtype/Image>>', true],
  ['<</Subtype\r\n  /Image>>', true],
  ['<</ProcSet [/PDF /ImageB /ImageC]>> <</Subtype /Form>>', false],
  ['/Image', false],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(hasImages(Buffer.from(text, 'latin1'))).toBe(expected);
});

test('a file longer than the longest string is searched like any other', () => {
  const file = Buffer.alloc(2 ** 29 + 64);
  file.write('/Subtype /Image', 2 ** 29 + 8, 'latin1');
  expect(hasImages(file)).toBe(true);
});
