import { expect, test } from 'vitest';
import type { OcrResult, OcrWord } from '../../core/ocr-engine.ts';
import { address, lookAgain } from './second-look.ts';

const GREY = { width: 2000, height: 100, data: new Uint8Array(200_000).fill(255) };

/** A line of words, a hundred pixels each. */
function result(text: string): OcrResult {
  const words = text.split(' ').map(
    (word, index): OcrWord => ({
      text: word,
      confidence: 0.9,
      box: [100 * index, 10, 100 * index + 90, 40],
    }),
  );
  return { confidence: 0.9, lines: [{ startsParagraph: true, words }] };
}

/** What is made of a line where the other model reads that from each word cut out, from top to bottom. */
async function mended(danish: string, ...english: string[]): Promise<{ text: string; asked: boolean }> {
  let asked = false;
  const read = await lookAgain(result(danish), GREY, ({ height }) => {
    asked = true;
    const row = height / english.length;
    const boxOf = (index: number): OcrWord['box'] => [0, row * (index + 0.3), 90, row * (index + 0.6)];
    const lines = english.map((text, index) => ({
      startsParagraph: true,
      words: [{ text, confidence: 0.9, box: boxOf(index) }],
    }));
    return Promise.resolve({ confidence: 0.9, lines });
  });
  return { text: read.lines[0]?.words.map((word) => word.text).join(' ') ?? '', asked };
}

test.each([
  ['efter 8 12 i loven', 'efter§12i', 'efter § 12 i loven'],
  ['efter 88 83-87 gælder', 'efter§§83-87gælder', 'efter §§ 83-87 gælder'],
  ['reglen (8 3). Derfor', 'reglen(§3).Derfor', 'reglen (§ 3). Derfor'],
  ['loven 8 3, stk. 2', 'loven83,stk.', 'loven § 3, stk. 2'],
  ['der var 8 12 år', 'var812ar', 'der var 8 12 år'],
  ['der var 8 12 år', '§9', 'der var 8 12 år'],
])('%s', async (danish, english, expected) => {
  expect((await mended(danish, english)).text).toBe(expected);
});

test.each([
  ['Kommunerne aftaler 8 møder og 12 besøg.'],
  ['se www.kl.dk og https://kkr.dk/aftaler'],
  ['i 2018 kom 88 medlemmer'],
  ['pris 7.000 kr. S. 4'],
])('nothing is looked at twice in: %s', async (text) => {
  expect(await mended(text, '@§')).toEqual({ text, asked: false });
});

test.each([
  ['kkrØkl.dk', 'kkr@kl.dk', 'kkr@kl.dk'],
  ['kkrækl.dk', 'kkr@kl.dk', 'kkr@kl.dk'],
  ['ABC(Økl.dk,', 'ABC@KkI.dk', 'ABC@kl.dk,'],
  ['(infoQaslet-kommune.dk)', '(info@aslet-kommune.dk)', '(info@aslet-kommune.dk)'],
  ['infokkr-sj.dk', 'info@kkr-sj.dk', 'info@kkr-sj.dk'],
  ['kildebjerg.dk', 'kildebjerg.dk', null],
])('an address: %s', (danish, english, expected) => {
  expect(address(danish, english)).toBe(expected);
});
