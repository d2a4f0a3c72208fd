import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRow,
  emptySet,
  hasRow,
  inAll,
  inAny,
  removeRow,
  rowsIn,
  setOf,
  sizeOf,
  without,
} from './row-set.ts';

const LAST = 200;
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: LAST }));
/** Sets end where their highest row does, or later. */
const made = (rows: readonly number[], room = Math.max(0, ...rows)) => setOf(Uint32Array.from(rows), room);
const ascending = (rows: Iterable<number>) => [...rows].sort((a, b) => a - b);

test('a set gives back its rows, in order', () => {
  fc.assert(
    fc.property(numbers, (rows) => {
      const set = made(rows);
      expect([...rowsIn(set)]).toEqual(ascending(rows));
      expect(sizeOf(set)).toBe(rows.length);
    }),
  );
});

test('sets are joined as sets are, whatever their room', () => {
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const [a, b] = [new Set(left), new Set(right)];
      expect([...rowsIn(inAll([made(left), made(right, LAST)]))]).toEqual(ascending(a.intersection(b)));
      expect([...rowsIn(inAny([made(left), made(right)]))]).toEqual(ascending(a.union(b)));
      expect([...rowsIn(without(made(left), made(right)))]).toEqual(ascending(a.difference(b)));
    }),
  );
});

test('joining changes neither set, and of no sets nothing is in all', () => {
  const [a, b] = [made([1, 40]), made([40])];
  inAll([a, b]);
  inAny([a, b]);
  expect([...rowsIn(a)]).toEqual([1, 40]);
  expect([...rowsIn(b)]).toEqual([40]);
  expect(sizeOf(inAll([]))).toBe(0);
  expect(sizeOf(inAny([]))).toBe(0);
});

test('rows come and go', () => {
  const set = emptySet(64);
  for (const row of [31, 32, 64]) addRow(set, row);
  removeRow(set, 32);
  expect([31, 32, 64, 65, 9_999].map((row) => hasRow(set, row))).toEqual([true, false, true, false, false]);
});
