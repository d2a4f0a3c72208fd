import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { createDecoder } from './decode.ts';
import { applyEdits } from './edits.ts';

const decoder = createDecoder();
const decode = (text: string): string => applyEdits(text, decoder(text));
const DANISH = 'Børnene på Ærø får råd – “Ålborg” § 85, 3½ °C, Søren Købke, café, ØKONOMI';
const ENCODINGS = ['windows-1252', 'latin1', 'macintosh', 'cp850', 'cp865'];
const garble = (text: string, encoding: string): string => iconv.decode(Buffer.from(text, 'utf8'), encoding);

test.each(ENCODINGS)('undoes UTF-8 read as %s', (encoding) => {
  expect(decode(garble(DANISH, encoding))).toBe(DANISH);
});

test.each(ENCODINGS.flatMap((a) => ENCODINGS.map((b) => [a, b] as const)))('undoes %s then %s', (a, b) => {
  // Windows-1252 has no sign for five bytes; where these get lost, quotes and Å cannot be told any more.
  const lossy = b === 'windows-1252' && a !== b;
  const text = lossy ? 'Børnene på Ærø får råd, Købke, æble, økonomi' : DANISH;
  expect(decode(garble(garble(text, a), b))).toBe(text);
});

test.each([
  ['eﬀektiv oﬃciel ﬁnansiering', 'effektiv officiel finansiering'],
  ['sund\u00adheds\u200bvæsen\ufeff', 'sundhedsvæsen'],
  ['A\u030alborg, re\u0301sume\u0301, o\u0338konomi', 'Ålborg, résumé, økonomi'],
  ['p˚a R˚adet', 'på Rådet'],
])('mends %j', (damaged, whole) => expect(decode(damaged)).toBe(whole));

test.each([
  DANISH,
  'Skånes äldre från Örebro; Ångström “Å” – Å… ‘Ä’',
  'NaïveÇa œuvre straße São',
  'H₂SO₄ ± 5 µg/m³ ≈ √2 ¬ ©',
  '👨‍👩‍👧 نمی‌دانم',
  'i 20 °C – “Å”, ‘Å’ og Å…',
])('leaves %j alone', (text) => expect(decode(text)).toBe(text));

test('mending twice changes nothing more', () => {
  const signs = fc.constantFrom(...'aoåøæÅØÆ éÃ¸¥¦Â√∏•├©Ñª\u00ad\u200b\u030aﬁ˚\n-');
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
      const once = decode(text);
      expect(decode(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
