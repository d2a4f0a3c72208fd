import { expect, test } from 'vitest';
import { buildAutomaton } from './automaton-builder.ts';
import { expandDictionary } from './build/expand.ts';
import { createLexicon, loadLexicon } from './lexicon.ts';
import { ALONE, COMPOUND_FIRST, COMPOUND_LAST } from './lexicon-format.ts';

const lexicon = loadLexicon();

test.each(['kommune', 'Kommunen', 'KOMMUNEN', 'børn', 'Sjælland', 'SJÆLLAND', 'gennem', 'overensstemmelse'])(
  'has %s',
  (word) => expect(lexicon.has(word)).toBe(true),
);

test.each(['', 'bgrn', 'omradet', 'kOmmunen', 'sjælland', 'xyzzy'])('does not have %j', (word) =>
  expect(lexicon.has(word)).toBe(false),
);

test.each([
  ['sundhedsklynger', ['sundhed', 'klynger']],
  ['Beslutningssag', ['beslutning', 'sag']],
  ['monitoreringsrapport', ['monitorering', 'rapport']],
  ['sundhedssamarbejdsudvalg', ['sundhed', 'samarbejdsudvalg']],
  ['børnehus', ['børn', 'hus']],
  ['landstallet', ['land', 'tallet']],
  ['xyzzyplugh', null],
  ['kommune', null],
])('cuts %s', (word, parts) => {
  expect(lexicon.splitCompound(word)).toEqual(parts);
});

test('looks into words that it has whole when asked to', () => {
  expect(lexicon.splitCompound('børneområdet')).toBeNull();
  expect(lexicon.splitCompound('børneområdet', { even: true })).toEqual(['børn', 'området']);
});

test('an automaton numbers its forms in order and forgets none', () => {
  const forms = new Map([
    ['bo', ALONE],
    ['bod', ALONE | COMPOUND_LAST],
    ['boder', COMPOUND_LAST],
    ['mod', COMPOUND_FIRST],
    ['moder', ALONE],
  ]);
  const { automaton } = createLexicon(buildAutomaton(forms));
  expect(automaton.size).toBe(5);
  [...forms].forEach(([form, places], at) => {
    expect(automaton.find(form)).toBe(at);
    expect(automaton.places(at)).toBe(places);
  });
  for (const other of ['', 'b', 'bode', 'mode', 'moders', 'ø']) expect(automaton.find(other)).toBe(-1);
});

test('expands suffixes, their continuations, and the flags with a meaning', () => {
  const aff = [
    'FORBIDDENWORD 6',
    'NEEDAFFIX 8',
    'COMPOUNDBEGIN 32',
    'COMPOUNDEND 34',
    'ONLYINCOMPOUND 36',
    'SFX 1 Y 1',
    'SFX 1 0 en/34 [^e]',
    'SFX 2 Y 1',
    'SFX 2 0 s/32,36 .',
    'SFX 7 Y 1',
    'SFX 7 z zz/1,8 z',
  ].join('\n');
  const forms = expandDictionary(aff, '5\nsag/1,2\nquiz/7\nto ord\nsagn/6\nsagn/1\n');
  expect(Object.fromEntries(forms)).toEqual({
    sag: ALONE,
    sagen: ALONE | COMPOUND_LAST,
    sags: COMPOUND_FIRST,
    quiz: ALONE,
    quizzen: ALONE | COMPOUND_LAST,
    sagnen: ALONE | COMPOUND_LAST,
  });
});
