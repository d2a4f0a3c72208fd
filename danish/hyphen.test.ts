import { expect, test } from 'vitest';
import { decideHyphen, hyphenKnowledge, NO_WORDS, withWords, wordsWithinLines } from './hyphen.ts';
import { loadLexicon } from './lexicon.ts';

const knowledge = hyphenKnowledge(loadLexicon());

test.each([
  'dansk-svenske',
  'it-system',
  'It-strategi',
  'tv-avis',
  'pc-brugere',
  'sort-hvide',
  'rød-grønne',
  'øst-vestgående',
  'nord-sydlige',
  'teknisk-administrative',
  'privat-offentlig',
  'a-kasse',
  'KKR-mødet',
  '18-årige',
  'Ikast-Brande',
])('the hyphen of %s belongs to it', (word) => {
  const [left = '', right = ''] = word.split('-');
  expect(decideHyphen(left, right, knowledge)).toBe('keep');
});

test.each([
  'udgifts-udvikling',
  'kommu-nerne',
  'sundheds-væsenet',
  'klima-handlingsplanerne',
  'opgave-overdragelsen',
  'erhvervsfremme-perioden',
  'pendlings-afstandene',
  'mobilitets-mulighederne',
  'opmærk-som',
  'der-til',
  'sam-men',
  'SUNDHEDS-VÆSENET',
  'Hoved-staden',
  'grå-and',
  'bgrneom-radet',
])('%s is one word', (word) => {
  const [left = '', right = ''] = word.split('-');
  expect(decideHyphen(left, right, knowledge)).toBe('join');
});

test.each(['børne-og', 'børne-men', 'social-eller', 'plan-til', 'unge-ikke', 'sundheds-samt'])(
  'the hyphen of %s stands for a part left out',
  (word) => {
    const [left = '', right = ''] = word.split('-');
    expect(decideHyphen(left, right, knowledge)).toBe('suspend');
    expect(decideHyphen(left, right, NO_WORDS)).toBe('suspend');
  },
);

test('an earlier hyphen of the word is no reason to keep a later one', () => {
  expect(decideHyphen('dansk-sven', 'ske', knowledge)).toBe('join');
  expect(decideHyphen('KKR-formand', 'skabet', knowledge)).toBe('join');
});

test('what the document writes elsewhere decides', () => {
  expect(decideHyphen('patient', 'forløb', knowledge)).toBe('join');
  const words = wordsWithinLines(['om et patient-forløb og en Kvikvej, som er']);
  expect(decideHyphen('patient', 'forløb', withWords(knowledge, words))).toBe('keep');
  expect(words.has('kvikvej')).toBe(true);
});
