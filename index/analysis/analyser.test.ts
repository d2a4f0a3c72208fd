import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from './analyser.ts';

const analyser = new Analyser(loadLexicon());
const term = (word: string) => analyser.word(word).term;

test.each([
  ['Aabenraa', 'Åbenrå'],
  ['faerge', 'færgerne'],
  ['Soenderborg', 'SØNDERBORG'],
  ['Malmö', 'Malmø'],
  ['sundhedsklyngernes', 'Sundhedsklynge'],
  ['19.000', '19000'],
])('%s and %s are one word', (a, b) => {
  expect(term(a)).toBe(term(b));
});

test.each([
  ['hår', 'har'],
  ['rør', 'ror'],
  ['2.1', '21'],
  ['2,5', '2.5'],
])('%s and %s are two', (a, b) => {
  expect(term(a)).not.toBe(term(b));
});

test.each([
  ['sundhedsklyngernes', ['klynge']],
  ['infrastrukturprojekter', ['infrastruktur', 'projekt']],
  ['SocialtilsynØst', ['socialtilsyn', 'øst', 'tilsyn']],
  ['sundhedssamarbejdsudvalg', ['samarbejdsudvalg', 'udvalg']],
  ['DK2020', ['dk', '2020']],
])('%s holds %s', (word, parts) => {
  expect(analyser.word(word).parts).toEqual(expect.arrayContaining(parts.map(term)));
});

test.each(['undervisning', 'formanden', 'virksomheder', 'Danmark', 'Guldborgsund', 'kommune'])(
  '%s is no compound',
  (word) => {
    expect(analyser.word(word).parts).toEqual([]);
  },
);

test('case numbers and dates of a text have terms of their own', () => {
  const { parts } = analyser.text('Se SAG-2024-126 fra den 19. juni 2024.');
  expect(parts).toEqual(expect.arrayContaining(['casesagx2024x00126', 'date2024m06d19', 'date2024m06']));
});
