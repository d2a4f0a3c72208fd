import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';

const word = (written: string, prefix = false) => ({ kind: 'word', written, prefix });

const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

test('reads words, phrases, exclusions, numbers and dates', () => {
  expect(
    parseQuery('flygtninge "matematiske model" -Fanø -"frivillig aftale" punkt 2.3 juni 2024 kvot*'),
  ).toEqual({
    words: [
      { kind: 'date', value: '2024-06', written: 'juni 2024' },
      { kind: 'item', number: '2.3', only: true },
      word('flygtninge'),
      word('kvot', true),
    ],
    phrases: [['matematiske', 'model']],
    without: [['frivillig', 'aftale'], ['Fanø']],
    withoutCases: [],
  });
});

test.each(['SAG-2022-00570', 'sag 2022 570', 'SAG2022-570', '2022-00570', 'SAG-2O22-OO57O'])(
  '%s is a case',
  (typed) => {
    expect(parseQuery(`støj ${typed}`).words).toEqual([
      { kind: 'case', value: 'SAG-2022-00570', written: typed },
      word('støj'),
    ]);
  },
);

test.each(['sag 19/3143', 'j.nr. 19/3143', 'Sagsnr.: 19/3143', 'journalnummer 19/3143'])(
  '%s is the number of another system, and its name no word to look for',
  (typed) => {
    expect(parseQuery(`støj ${typed}`).words).toEqual([
      { kind: 'case', value: '19/3143', written: '19/3143' },
      word('støj'),
    ]);
  },
);

test('hyphens within words exclude nothing', () => {
  expect(parseQuery('DK2020-handleplaner')).toEqual({
    words: [word('DK2020'), word('handleplaner')],
    phrases: [],
    without: [],
    withoutCases: [],
  });
});

test.each([
  ['støj -e-mail', [['e', 'mail']], []],
  ['støj –DK2020-handleplaner', [['DK2020', 'handleplaner']], []],
  ['støj (-færge)', [['færge']], []],
  ['støj -SAG-2024-00126', [], ['SAG-2024-00126']],
  ['-2024-00126 støj', [], ['SAG-2024-00126']],
  ['-sag 2024 126 støj -e-mail', [['e', 'mail']], ['SAG-2024-00126']],
])('%s demands nothing of what it excludes', (typed, without, withoutCases) => {
  expect(parseQuery(typed)).toEqual({ words: [word('støj')], phrases: [], without, withoutCases });
});

test('there is no text that cannot be read', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const { words, phrases, without } = parseQuery(typed);
      for (const one of [...phrases, ...without]) expect(one.length).toBeGreaterThan(0);
      expect(words.length).toBeLessThanOrEqual(typed.length);
    }),
  );
});

test.each([
  '08-1871',
  '8/1871',
  '2022-570',
  '2022 570',
  'sag 08-1871',
  'sag nr. 8 1871',
  '03.02.00-P35-1-14',
  '1-21-78-4-08',
])('%s may be a case', (typed) => {
  expect(parseQuery(typed).words).toEqual([{ kind: 'case-or-words', written: typed }]);
});

test.each(['2021-2022', '0-18 årige', 'tlf. 38 67 00 00', 'støj 12 500', '19.6.2024', '2,5-100'])(
  '%s is none',
  (typed) => {
    expect(parseQuery(typed).words.map(({ kind }) => kind)).not.toContain('case-or-words');
  },
);
