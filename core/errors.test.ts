import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, isErrorCode, KkrError, toKkrError } from './errors.ts';

test('docs/errors.md lists every code as it is, and no other', () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const rows = page.split('\n').flatMap((line) => {
    const [, code = '', meaning, status, retry] = line.split('|').map((cell) => cell.trim());
    return /^`.+`$/.test(code)
      ? [[code.slice(1, -1), { meaning, status: Number(status), retryable: retry === 'yes' }] as const]
      : [];
  });
  expect(Object.fromEntries(rows)).toEqual(ERROR_CODES);
  expect(rows).toHaveLength(Object.keys(ERROR_CODES).length);
});

describe('KkrError', () => {
  test('knows by its code whether a retry can help and which HTTP status fits', () => {
    expect(new KkrError('ocr-failed', 'Ingen tekst.')).toMatchObject({ retryable: true, status: 500 });
    expect(new KkrError('pdf-encrypted', 'Låst.')).toMatchObject({ retryable: false, status: 422 });
  });

  test.each([[new Error('uventet')], ['uventet'], [['uventet']]])(
    'anything else that is thrown becomes internal and is kept as the cause',
    (thrown) => {
      expect(toKkrError(thrown)).toMatchObject({ code: 'internal', message: 'uventet', cause: thrown });
    },
  );

  test('a KkrError stays what it is', () => {
    const error = new KkrError('disk-full', 'Fuld.');
    expect(toKkrError(error)).toBe(error);
  });

  test.each(['toString', 'constructor', '', 'PDF-DAMAGED', undefined, null, 7])('%j is no code', (value) => {
    expect(isErrorCode(value)).toBe(false);
  });
});
