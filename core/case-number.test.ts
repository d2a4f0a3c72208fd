import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCaseNumbers, meantCaseNumbers, normalCaseNumber } from './case-number.ts';

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
  ['2021/0004411', '2021/0004411'],
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

test.each([
  '08/1871',
  '08-1871',
  '8/1871',
  '08 1871',
  'sag 08-1871',
  ' 2008/1871 ',
  '2008-1871',
  'sag 2008 1871',
  'sag nr. 08/1871',
  'J.nr.: 8-1871',
])('%s may be 08/1871', (typed) => {
  expect(meantCaseNumbers(typed).flat()).toContain('08/1871');
});

test('a number in its full modern form is that case and no other', () => {
  expect(meantCaseNumbers('SAG-2022-00570')).toEqual([['SAG-2022-00570']]);
  expect(meantCaseNumbers('EMN-2022-02589')).toEqual([['EMN-2022-02589']]);
});

test('a year in four digits is likelier of the councils’ own system, in two of another', () => {
  expect(meantCaseNumbers('2022-570')[0]).toEqual(['SAG-2022-00570']);
  expect(meantCaseNumbers('22-570')[0]).toContain('22/570');
  expect(meantCaseNumbers('22-570')[1]).toEqual(['SAG-2022-00570']);
});

test.each(['25-000345', '25/345', '2025-345', 'sag 25 000345'])('%s may be 25-000345', (typed) => {
  expect(meantCaseNumbers(typed).flat()).toContain('25-000345');
});

test('what is no case number is taken as it stands', () => {
  expect(meantCaseNumbers(' Plan B ')).toEqual([['Plan B']]);
  expect(meantCaseNumbers('sagsnr. 03.02.00 – P35-1-14')).toEqual([['03.02.00-P35-1-14']]);
  expect(meantCaseNumbers('1-21-78-4-08')).toEqual([['1-21-78-4-08']]);
});

test('a kept number is the first that it may mean itself', () => {
  const kept = fc
    .tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 100, max: 999_999 }))
    .map(([year, serial]) => `${String(year).padStart(2, '0')}/${serial}`);
  fc.assert(
    fc.property(kept, (number) => {
      expect(meantCaseNumbers(number)[0]).toContain(number);
    }),
  );
});
