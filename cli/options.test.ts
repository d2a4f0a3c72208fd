import { describe, expect, it } from 'vitest';
import { BODIES } from '../core/vocabulary.ts';
import { bodyName, isoDate, refuseBackwards, wholeNumber } from './options.ts';

describe('option values', () => {
  it.each(
    BODIES.flatMap(({ name, slug }) =>
      [name, name.slice(4), slug, name.toUpperCase()].map((given) => [given, name]),
    ),
  )('takes %s for %s', (given, name) => {
    expect(bodyName(given)).toBe(name);
  });

  it('takes the decomposed letters that some keyboards and file names give', () => {
    expect(bodyName('Sjælland'.normalize('NFD'))).toBe('KKR Sjælland');
  });

  it.each(['2024-02-29', '1999-12-31'])('takes the day %s', (day) => {
    expect(isoDate(day)).toBe(day);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '', '2024-01-01T10:00'])(
    'refuses the day %j',
    (day) => {
      expect(() => isoDate(day)).toThrow('YYYY-MM-DD');
    },
  );

  it('refuses a period that ends before it begins', () => {
    expect(() => refuseBackwards({ from: '2024-02-01', to: '2024-01-31' })).toThrow('--to');
    for (const period of [{}, { from: '2024-02-01' }, { from: '2024-02-01', to: '2024-02-01' }]) {
      expect(() => refuseBackwards(period)).not.toThrow();
    }
  });

  it.each(['', ' ', '-1', '1.5', '1e1', '0x10', '11', 'ti'])('refuses the number %j', (value) => {
    expect(() => wholeNumber(0, 10)(value)).toThrow('from 0 to 10');
  });
});
