import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

const DANISH =
  'Kommunerne har drøftet udkastet til aftale, og størstedelen af borgmestrene var enige i brugen af midlerne. ';
const NORWEGIAN =
  'Kommunene har drøftet utkastet til avtale, og størstedelen av ordførerne var enige i bruken av midlene. ';

test('a page of names is Danish where it is written so, though few of its words are known', () => {
  const names = 'Vestervang Skovlunde Hjortshøj Brøndum Karlslunde ';
  // Every other word is known, as on a page of names.
  const half = (word: string): boolean => !names.includes(word);
  expect(languageOf((DANISH + names).repeat(4), half)).toBe('dan');
});

test('Norwegian shares most words with Danish, but not this one', () => {
  expect(languageOf(NORWEGIAN.repeat(6), (word) => word.length % 4 !== 0)).not.toBe('dan');
});

test('too little text is no language', () => {
  expect(languageOf('Dagsorden', () => true)).toBeNull();
});
