import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { KkrError } from '../../core/errors.ts';
import { failureOf } from './failure.ts';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a full disk is told from a damaged index', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE filled (bytes BLOB); PRAGMA max_page_count = 4');
  const full = thrownBy(() => db.exec('INSERT INTO filled VALUES (zeroblob(1000000))'));
  expect(failureOf(full)).toMatchObject({ code: 'disk-full', cause: full });
  expect(failureOf(Object.assign(new Error('write'), { code: 'ENOSPC' })).code).toBe('disk-full');
  const other = thrownBy(() => db.exec('SELECT * FROM nothing'));
  expect(failureOf(other)).toMatchObject({
    code: 'search-unavailable',
    message: expect.stringContaining('kkr reindex'),
  });
  db.close();
});

test('what is told already stays as it is', () => {
  const told = new KkrError('search-unavailable', 'told');
  expect(failureOf(told)).toBe(told);
});
