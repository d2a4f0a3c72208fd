import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { phraseSlots, type Slot } from '../query/plan.ts';
import { createLocator } from './locate.ts';
import { sideBySide } from './nearness.ts';

const analyser = new Analyser(loadLexicon());
const wordSlot = (written: string): Slot => ({
  written,
  alternatives: [{ terms: [analyser.word(written).term], grade: 1 }],
  weight: 1,
  exact: false,
  corrected: null,
});
const phrase = (...words: string[]) => phraseSlots([words.map((word) => analyser.word(word).term)]);
const found = (slots: readonly Slot[], text: string) =>
  createLocator(slots, analyser)(text).map(({ start, end }) => text.slice(start, end));

test('words are found in every inflection and as parts, one place for each', () => {
  expect(found([wordSlot('klynge')], 'Klyngerne, sundhedsklyngens og klynkende')).toEqual([
    'Klyngerne',
    'sundhedsklyngens',
  ]);
});

test('of a phrase only the words side by side are found, whatever stands between them', () => {
  const text = 'Det er til tiden, og det blev taget\ntil efterretning. Tages til, efterretning';
  expect(found(phrase('taget', 'til', 'efterretning'), text)).toEqual([
    ...['taget', 'til', 'efterretning'],
    ...['Tages', 'til', 'efterretning'],
  ]);
  expect(found(phrase('efterretning', 'til'), text)).toEqual([]);
  expect(found(phrase('til', 'efterretning'), 'til efterretningstjenesten')).toEqual([]);
});

test('a word that is also asked for by itself is found wherever it is', () => {
  const slots = [wordSlot('taget'), ...phrase('taget', 'til')];
  expect(found(slots, 'Taget af. Taget til.')).toEqual(['Taget', 'Taget', 'Taget', 'til']);
});

test('words of one name stand side by side, in the order typed', () => {
  const slots = [wordSlot('Stella'), wordSlot('Hansen')];
  const share = (text: string) => sideBySide(text, createLocator(slots, analyser)(text), [0, 1]);
  expect(share('Ordfører er Stella Hansen.')).toBe(1);
  expect(share('Stella-Hansen')).toBe(1);
  expect(share('Hansen, Stella')).toBe(0);
  expect(share('Stella Olsen og Bo Hansen')).toBe(0);
  expect(share('Stella. Nyt: Hansen')).toBe(0);
});
