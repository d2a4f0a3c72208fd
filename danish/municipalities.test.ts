import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMunicipalities, MUNICIPALITIES, municipalitiesIn } from './municipalities.ts';

test('there are 98, each with one name', () => {
  expect(MUNICIPALITIES).toHaveLength(98);
  expect(new Set(MUNICIPALITIES).size).toBe(98);
});

describe('municipalities in a text', () => {
  test.each([
    ['Køge Kommunes høringssvar', ['Køge']],
    ['Næstveds vurdering', ['Næstved']],
    ["Horsens’ og Aarhus' bidrag", ['Horsens', 'Aarhus']],
    ['Greve-, Solrød- og Køge Kommuner', ['Greve', 'Solrød', 'Køge']],
    ['Greve, Vejen og Køge Kommuner', ['Greve', 'Vejen', 'Køge']],
    ['kommunerne Lolland og Guldborgsund', ['Lolland', 'Guldborgsund']],
    ['Høje-Taastrup, Høje Taastrup, Høje Tåstrup', ['Høje-Taastrup']],
    ['Ringkøbing-\nSkjern og Ikast - Brande', ['Ringkøbing-Skjern', 'Ikast-Brande']],
    ['Lyngby-Taarbæk og Faaborg-Midtfyn', ['Lyngby-Taarbæk', 'Faaborg-Midtfyn']],
    ['Århus og Ålborg', ['Aarhus', 'Aalborg']],
    ['Bornholms Regionskommune', ['Bornholm']],
    ['Nordfyns Kommune og Vesthimmerlands Kommune', ['Nordfyn', 'Vesthimmerland']],
    ['borgmesteren i Roskilde\nKommune', ['Roskilde']],
    ['I Lejre og Både Sorø', ['Lejre', 'Sorø']],
    ['Vejen Kommune tilslutter sig', ['Vejen']],
    ['Lejre     6\nLolland     9\nNæstved     9', ['Lejre', 'Lolland', 'Næstved']],
    ['Skive byråd', ['Skive']],
    ['Ringkøbing-Skjern-borgere og Ishøj-borgeres skoler', ['Ringkøbing-Skjern', 'Ishøj']],
    ['Høje-Taastrup Ishøj Tårnby\nVallensbæk', ['Høje-Taastrup', 'Ishøj', 'Tårnby', 'Vallensbæk']],
    ['Frederikssund og Frederiksberg', ['Frederikssund', 'Frederiksberg']],
  ])('%j names %j', (text, names) => {
    expect(municipalitiesIn(text)).toEqual(names);
  });

  test.each([
    'Region Sjælland og Region Nordjylland',
    'Lolland-Falster og Lolland-Falsters Airport',
    'Vejen frem er lang. En skive brød. Greve Holck.',
    'Trine Nyborg og Peter Skive',
    'Køge Bugt og Holbæk\nSygehus',
    'Roskilde Universitet, Billund lufthavn',
    'Fulbyvej 15, 4180 Sorø, og Rådhuspladsen 1, 4600\nKøge',
    'Køge-klyngen og Ringsted-banen',
    'Campus Slagelse',
    'kommunerne i regionen',
    'Assenshuset, Kolding-egnen, Bornholmstrafikken',
  ])('%j names none', (text) => {
    expect(municipalitiesIn(text)).toEqual([]);
  });

  test('every name is found before Kommune in every inflection, at the place where it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MUNICIPALITIES),
        fc.constantFrom(' Kommune', ' Kommunes', ' kommune', 's Kommune', '\nKommune', ' kommunalbestyrelse'),
        fc.constantFrom('', 'Høring i ', 'Sagen fra '),
        (name, ending, before) => {
          const text = `${before}${name}${ending} har svaret.`;
          const [mention, ...more] = findMunicipalities(text);
          expect(more).toEqual([]);
          expect(mention?.name).toBe(name);
          expect(text.slice(mention?.start, mention?.end).startsWith(name)).toBe(true);
        },
      ),
    );
  });
});
