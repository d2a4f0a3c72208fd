import { expect, test } from 'vitest';
import { parseLabel } from './label.ts';

test.each([
  ['Bilag 1: Brev', null, [1], 'Brev'],
  ['BILAG 12 KORT OVER RUTER', null, [12], 'KORT OVER RUTER'],
  ['Bilag nr. 3 - Notat', null, [3], 'Notat'],
  ['Bilag 2.1 Brev', null, [2, 1], 'Brev'],
  ['Bilag 2.1.a', null, [2, 1, 1], ''],
  ['Bilag B', null, [2], ''],
  ['Punkt 2, bilag 1: Tre modeller', [2], [1], 'Tre modeller'],
  ['Punkt 2.1 – Bilag 1', [2, 1], [1], ''],
  ['Bilag 1 til punkt 2.1 – Brev', [2, 1], [1], 'Brev'],
  ['Bilag 1, pkt. 3: Kort', [3], [1], 'Kort'],
  ['Bilag til dagsordenspunkt 4: Notat', [4], [], 'Notat'],
  ['Bilag 7: Brev fra ministeren (punkt 3.1)', [3, 1], [7], 'Brev fra ministeren'],
])('%j is a label', (text, item, numbers, title) => {
  expect(parseLabel(text)).toEqual({ item, numbers, title });
});

test.each([
  'Bilag',
  'Bilagene 3 viser',
  'Bilag 1 viser udviklingen i udgifterne',
  'Bilag 1 til punkt 2 om brevet',
  'Bilag 2022',
  'Se bilag 2',
])('%j is none', (text) => {
  expect(parseLabel(text)).toBeNull();
});
