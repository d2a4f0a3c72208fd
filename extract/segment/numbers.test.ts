import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNumbers, formatNumber, parseNumbered, stepsBetween } from './numbers.ts';

test.each([
  ['2.10. Rammeaftale', '2.10', 'Rammeaftale'],
  ['1.1 Godkendelse', '1.1', 'Godkendelse'],
  ['Punkt 3. Trafik', '3', 'Trafik'],
  ['Pkt. 3 Trafik', '3', 'Trafik'],
  ['Sag nr. 3: Trafik', '3', 'Trafik'],
  ['3) Trafik', '3', 'Trafik'],
  ['Tillægspunkt 1: Høring', '1', 'Høring'],
  ['Kapitel 2. Sager', '2', 'Sager'],
  ['l. Godkendelse', '1', 'Godkendelse'],
  ['2.1', '2.1', ''],
  ['01 Godkendelse', '1', 'Godkendelse'],
  ['Sag 23/15 Trafik', '23', 'Trafik'],
  ['2.0 Fælles opgaver', '2', 'Fælles opgaver'],
])('%s', (text, number, rest) => {
  const read = parseNumbered(text);
  expect([read && formatNumber(read.number), read?.rest]).toEqual([number, rest]);
});

test.each([
  '3. maj 2019',
  '12 pct. af borgerne',
  '10.00 Ankomst',
  '2019 var et godt år',
  'Ingen tal her',
  '5 mio. kr.',
])('no number of an item: %s', (text) => {
  expect(parseNumbered(text)).toBeNull();
});

test('natural steps leave nothing out', () => {
  for (const [a, b] of [
    [
      [2, 9],
      [2, 10],
    ],
    [[2], [2, 1]],
    [[2, 11], [3]],
    [
      [2, 11],
      [3, 1],
    ],
  ] as const) {
    expect(stepsBetween(a, b)).toBe(0);
  }
  expect(stepsBetween([2, 4], [2, 8])).toBe(3);
  expect(stepsBetween([2, 4], [2, 4])).toBeNull();
});

test('numbers are ordered as documents count, and printed numbers are read back', () => {
  const number = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) + 0);
      expect(parseNumbered(`${formatNumber(a)}. Titel`)?.number).toEqual(a);
    }),
  );
});
