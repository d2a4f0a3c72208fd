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

test.each([
  ['KÃ˜BENHAVN, KÃ¸BENHAVNS KOMMUNE, mã¸de, SjÃ¦lland', 'KØBENHAVN, KØBENHAVNS KOMMUNE, møde, Sjælland'],
  ['â–ª Børn\nâ—\ufffd Unge\nâž¢ Ældre\nï‚· Andre', '▪ Børn\n● Unge\n➢ Ældre\n\uf0b7 Andre'],
  ['5 stk. Ã  500 kr.Â i alt, 30Â % af', '5 stk. à  500 kr. i alt, 30 % af'],
  ['M&oslash;de i K&#248;ge &#xE5;r 2 &amp;aring;', 'Møde i Køge år 2 å'],
  ['Indkaldelse til m=C3=B8de i b=F8rneudvalget', 'Indkaldelse til møde i børneudvalget'],
  ['Bilag_2_h%C3%B8ring.pdf og m\\u00f8de', 'Bilag_2_høring.pdf og møde'],
  ['KÃ¸benhavn og B├©rn, pÃ¥ m√∏det', 'København og Børn, på mødet'],
])('turns %j into %j', (damaged, whole) => expect(decode(damaged)).toBe(whole));

test.each([
  'Se https://kkr.dk/m%C3%B8der?a=1&copy=2 og www.a.dk/h%C3%B8ring',
  'B&W, AT&T; 5 = A5, x=F8, =E5+F6, 100%, C:\\utils',
  'Märta Örns ”Ä”, Ãbo, São Paulo, Â',
])('leaves codes that are none alone: %j', (text) => expect(decode(text)).toBe(text));

test('whatever was decoded wrongly comes back, if it is of the signs that Danish is set with', () => {
  const danish = fc.constantFrom(...'aben ,.-1æøåÆØÅéüö–”’»½§•…▪→−');
  fc.assert(
    fc.property(
      fc.string({ unit: danish, maxLength: 30 }),
      fc.constantFrom(...ENCODINGS),
      (text, encoding) => {
        // Two letters side by side may be garbled letters themselves.
        fc.pre(decode(text) === text && !/[^\p{ASCII}]{2}/u.test(text));
        const read = garble(text, encoding);
        fc.pre(!read.includes('\ufffd'));
        expect(decode(read)).toBe(text);
      },
    ),
    { numRuns: 3000 },
  );
});
