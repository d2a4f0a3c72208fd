import { expect, test } from 'vitest';
import { normalCaseNumber } from './case-number.ts';

test.each([
  ['SAG-2022-00570', 'SAG-2022-00570'],
  ['sag-2022-570', 'SAG-2022-00570'],
  [' SAG 2022 / 00570 ', 'SAG-2022-00570'],
  ['SAG–2024–00126', 'SAG-2024-00126'],
  ['19/3143', null],
  ['SAG-22-570', null],
  ['SAG-2022-00570 og mere', null],
])('%s is %s', (written, normal) => {
  expect(normalCaseNumber(written)).toBe(normal);
});
