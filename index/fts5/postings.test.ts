import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Postings } from './postings.ts';
import { rowsIn } from './row-set.ts';
import { createTables } from './schema.ts';

/** More than are fetched anew each time. */
const MANY = 3_000;

function filled(): { db: DatabaseSync; add: (from: number, to: number) => void } {
  const db = new DatabaseSync(':memory:');
  createTables(db);
  const insert = db.prepare("INSERT INTO terms (rowid, title, text) VALUES (?, 'overskrift', ?)");
  const add = (from: number, to: number) => {
    db.exec('BEGIN');
    for (let row = from; row <= to; row++) insert.run(row, row % 3 === 0 ? 'sjaelden ofte' : 'ofte');
    db.exec('COMMIT');
  };
  add(1, MANY);
  return { db, add };
}

test('a list that is kept goes on with the rows added since, and no further than asked', () => {
  const { db, add } = filled();
  const postings = new Postings(db);
  expect(rowsIn(postings.rows('"ofte"', MANY))).toHaveLength(MANY);
  add(MANY + 1, MANY + 100);
  expect(rowsIn(postings.rows('"ofte"', MANY + 50))).toHaveLength(MANY + 50);
  const rows = rowsIn(postings.rows('"ofte"', MANY + 100));
  expect([rows.length, rows.at(-1)]).toEqual([MANY + 100, MANY + 100]);
  expect(rowsIn(postings.rows('"sjaelden"', MANY + 100))).toHaveLength(Math.floor((MANY + 100) / 3));
  db.close();
});

test('a field and a word that is nowhere', () => {
  const { db } = filled();
  const postings = new Postings(db);
  expect(rowsIn(postings.rows('{title} : "ofte"', MANY))).toHaveLength(0);
  expect(rowsIn(postings.rows('{title} : "overskrift"', MANY))).toHaveLength(MANY);
  expect(rowsIn(postings.rows('"ingensteds"', MANY))).toHaveLength(0);
  db.close();
});
