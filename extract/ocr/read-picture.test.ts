import { expect, test } from 'vitest';
import { KkrError } from '../../core/errors.ts';
import type { OcrEngine, OcrWord } from '../../core/ocr-engine.ts';
import { loadLexicon } from '../../danish/lexicon.ts';
import { readPicture } from './read-picture.ts';

const PICTURE = {
  grey: { width: 5200, height: 100, data: new Uint8Array(520_000).fill(255) },
  left: 0,
  top: 0,
  scale: [1, 1] as const,
  dpi: 300,
  slant: 0,
};

/** Reads that line with the Danish model, and fails at all else it is asked. */
function engine(text: string, confidence: number): OcrEngine {
  const words = text.split(' ').map((word, index): OcrWord => {
    const left = 100 * index;
    return { text: word, confidence, box: [left, 10, left + 80, 30] };
  });
  const failed = (): Promise<never> => Promise.reject(new KkrError('ocr-failed', 'out of memory'));
  return {
    version: 'none',
    recognize: ({ languages }) =>
      languages[0] === 'dan'
        ? Promise.resolve({ confidence, lines: [{ startsParagraph: true, words }] })
        : failed(),
    orientation: failed,
    close: () => Promise.resolve(),
  };
}

test.each([
  ['its look for signs', 'Efter servicelovens 8 12 skal kommunen svare', 0.9],
  [
    'the reading in another language',
    'The municipalities of the region have been asked what they think of the plan and how it should be paid for; their answers have been gathered by the secretariat and will be discussed by the council at its next meeting, together with the budget for the years to come',
    0.9,
  ],
  ['the search for how it lies', 'xqz wvk pqr zzt kkw', 0.3],
])('a page stays read where %s fails', async (_, text, confidence) => {
  const lexicon = loadLexicon();
  const knows = (word: string): boolean => lexicon.knows(word);
  const reading = await readPicture(PICTURE, { width: 5200, height: 100 }, engine(text, confidence), knows);
  expect(reading?.lines.map((line) => line.text.replaceAll(/\s+/gu, ' '))).toEqual([text]);
});
