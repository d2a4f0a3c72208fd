import { describe, expect, test } from 'vitest';
import { isFormality, type Matter, matterLikeness, standsOut } from './matter.ts';

const care: Matter = {
  title: 'Kortere ventetid på genoptræning',
  text: 'Ventetiden på genoptræning efter udskrivning er steget. Terapeuter mangler i flere kommuner.',
};
const bus: Matter = {
  title: 'Køreplanskifte for regionale busser',
  text: 'Trafikselskabet nedlægger tre regionale busruter og erstatter dem af flextrafik.',
};
const levels: Matter = {
  title: 'Takster på det sociale område',
  text: 'Taksterne sænkes med to procent, og driftsherrerne aflægger regnskab.',
};

describe('which item a text is about', () => {
  test('the one with like title and words', () => {
    const about = { title: 'Status for genoptræning', text: 'Ventetiden på genoptræning er fortsat lang.' };
    expect(standsOut(about, [bus, care, levels])?.index).toBe(1);
  });

  test('none, where nothing is like it', () => {
    const about = { title: 'Kystbeskyttelse', text: 'Stormfloden i oktober skadede digerne.' };
    expect(standsOut(about, [bus, care, levels])).toBeNull();
    expect(standsOut(about, [])).toBeNull();
  });

  test('none, where two are like it and neither stands out', () => {
    expect(standsOut(care, [care, { ...care }, bus])).toBeNull();
  });

  test('never a point of order, however alike', () => {
    const approval = { title: 'Godkendelse af dagsorden', text: care.text };
    expect(standsOut(approval, [approval, bus])).toBeNull();
  });
});

test('likeness is even-handed, and 1 for the same', () => {
  expect(matterLikeness(care, bus)).toEqual(matterLikeness(bus, care));
  expect(matterLikeness(care, care).title).toBe(1);
  expect(matterLikeness(care, care).text).toBeCloseTo(1);
  expect(matterLikeness(care, { title: '', text: '' })).toEqual({ title: 0, text: 0 });
});

test.each([
  ['Godkendelse af dagsorden', true],
  ['Godkendelse af referat fra mødet den 9. september', true],
  ['EVENTUELT', true],
  ['Dagsordenspunkter til næste møde', true],
  ['Meddelelser fra KKR-formandskabet', true],
  ['Godkendelse af rammeaftale', false],
  ['Orientering om aftale om kommunernes økonomi', false],
  ['Nærhospitaler', false],
])('%j is a point of order: %s', (title, formality) => {
  expect(isFormality(title)).toBe(formality);
});
