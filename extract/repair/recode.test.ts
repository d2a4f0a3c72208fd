import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { applyEdits } from './edits.ts';
import { createRecoder } from './recode.ts';

const WORDS = new Set(['møde', 'børn', 'skole', 'område', 'række', 'på']);
const recode = createRecoder();
const knowledge = { isWord: (word: string) => WORDS.has(word.toLowerCase()) };
const misread = (text: string, was: string, readAs: string) => iconv.decode(iconv.encode(text, was), readAs);

const LIST = 'Møde om børn på skole\n› område\n› række af møde\n  › på skole';

test('marks of a list come back as letters of the wrong code page, and are marks again', () => {
  const read = misread(LIST, 'windows-1252', 'cp865');
  expect(read).toContain('\nø ');
  expect(applyEdits(read, recode(read, knowledge))).toBe(LIST);
});

test('a letter by itself elsewhere is the word that it is', () => {
  const read = `${misread('Møde om børn på skole', 'windows-1252', 'cp865')}, en ø ad gangen`;
  expect(applyEdits(read, recode(read, knowledge))).toBe('Møde om børn på skole, en ø ad gangen');
  const right = 'Møde om børn\nø er et ord';
  expect(recode(right, knowledge)).toEqual([]);
});
