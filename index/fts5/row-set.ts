/**
 * A set of row numbers, one bit a row: of a million rows 125 kB, which are
 * joined with another set in some ten microseconds. Sets may be of different
 * lengths; what lies beyond the end of one is not in it.
 */
export type RowSet = Uint32Array<ArrayBuffer>;

/** An empty set with room for rows up to `last`. */
export function emptySet(last: number): RowSet {
  return new Uint32Array((last >>> 5) + 1);
}

export function setOf(rows: Uint32Array, last: number): RowSet {
  const set = emptySet(last);
  for (const row of rows) addRow(set, row);
  return set;
}

export function addRow(set: RowSet, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function removeRow(set: RowSet, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) & ~(1 << (row & 31));
}

export function hasRow(set: RowSet, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** The rows that are in all of the sets; of none, nothing is. */
export function inAll([first, ...others]: readonly RowSet[]): RowSet {
  const both = first?.slice() ?? emptySet(0);
  for (const other of others)
    for (let at = 0; at < both.length; at++) both[at] = (both[at] ?? 0) & (other[at] ?? 0);
  return both;
}

/** The rows that are in any of the sets. */
export function inAny(sets: readonly RowSet[]): RowSet {
  const any: RowSet = new Uint32Array(Math.max(1, ...sets.map((set) => set.length)));
  for (const set of sets) for (let at = 0; at < set.length; at++) any[at] = (any[at] ?? 0) | (set[at] ?? 0);
  return any;
}

/** The rows of `set` that are not in `other`. */
export function without(set: RowSet, other: RowSet): RowSet {
  return set.map((word, at) => word & ~(other[at] ?? 0));
}

/** The rows of a set, ascending. */
export function rowsIn(set: RowSet): Uint32Array {
  const rows = new Uint32Array(sizeOf(set));
  let count = 0;
  for (const [at, word] of set.entries()) {
    for (let left = word; left !== 0; left &= left - 1) {
      rows[count++] = at * 32 + (31 - Math.clz32(left & -left));
    }
  }
  return rows;
}

export function sizeOf(set: RowSet): number {
  let size = 0;
  for (const word of set) {
    const pairs = word - ((word >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    size += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return size;
}
