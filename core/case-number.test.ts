import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCaseNumbers, normalCaseNumber } from './case-number.ts';

test.each([
  ['SAG-2022-00570', 'SAG-2022-00570'],
  ['sag 2022 570', 'SAG-2022-00570'],
  ['Sag-2022-570', 'SAG-2022-00570'],
  ['2022-02369', 'SAG-2022-02369'],
  ['SAG2024-126', 'SAG-2024-00126'],
  ['SAG-2O22-OO57O', 'SAG-2022-00570'],
  ['5AG–2022–00570', 'SAG-2022-00570'],
  ['EMN-2022-02589', 'EMN-2022-02589'],
  ['sagsnr. 2022-00570', 'SAG-2022-00570'],
  [' 19/3143 ', '19/3143'],
  ['2019/003143', '2019/003143'],
])('%s is %s', (printed, normal) => {
  expect(normalCaseNumber(printed)).toBe(normal);
});

test.each([
  '2021-2022',
  '2022',
  'sag',
  'dk2020',
  '19.6.2024',
  '1/2',
  '12/2024-2',
  'besag-2022-00570',
  'side 22-30',
  '',
])('%s is none', (text) => {
  expect(normalCaseNumber(text)).toBeNull();
});

test('finds them within text', () => {
  const text = 'Se SAG-2022-00570 og sag 2024-126; aftalen for 2021-2022 gælder.';
  const found = findCaseNumbers(text);
  expect(found.map((number) => [text.slice(number.start, number.end), number.value])).toEqual([
    ['SAG-2022-00570', 'SAG-2022-00570'],
    ['sag 2024-126', 'SAG-2024-00126'],
  ]);
});

test('a normal form is its own normal form', () => {
  const parts = fc.tuple(
    fc.constantFrom('SAG', 'EMN', 'DOK'),
    fc.integer({ min: 1990, max: 2059 }),
    fc.integer({ min: 0, max: 999_999 }),
  );
  fc.assert(
    fc.property(parts, fc.constantFrom('-', ' ', '', '–', ' - '), ([system, year, serial], gap) => {
      const normal = normalCaseNumber(`${system.toLowerCase()}${gap}${year}${gap || '-'}${serial}`);
      expect(normal).toBe(`${system}-${year}-${String(serial).padStart(5, '0')}`);
      expect(normalCaseNumber(normal ?? '')).toBe(normal);
    }),
  );
});
