import type { DatabaseSync } from 'node:sqlite';
import { Facts } from '../facts.ts';
import { Dictionary, FACETS, type Facet } from './dictionary.ts';
import { addRow, emptySet, type RowSet, removeRow } from './row-set.ts';

/**
 * What all records are filtered, counted and ordered by, by row number, in
 * memory: 40 bytes or so a record, so that a word of half the archive can be
 * filtered and counted within a few milliseconds. Rows are only ever added or
 * deleted, and noted when they are, so that it is kept up by reading what is new.
 */
export class Columns {
  /** Rows up to this one are here. */
  last = 0;
  /** Rows that are there; some were deleted. */
  live: RowSet = emptySet(1_023);
  #lastRemoval = 0;
  group = new Uint32Array(1_024);
  /** 20240619; 0 where there is none. */
  date = new Uint32Array(1_024);
  /** By facet, the one value of a row; 0 where it has none. */
  readonly single: Record<(typeof FACETS.single)[number], Uint32Array<ArrayBuffer>> = {
    body: new Uint32Array(1_024),
    year: new Uint32Array(1_024),
    kind: new Uint32Array(1_024),
    type: new Uint32Array(1_024),
    case: new Uint32Array(1_024),
  };
  /** By facet, a row's values: those of row n stand from `from[n]` up to `from[n + 1]`. */
  readonly many: Record<'outcome' | 'municipality', { from: Uint32Array<ArrayBuffer>; values: number[] }> = {
    outcome: { from: new Uint32Array(1_025), values: [] },
    municipality: { from: new Uint32Array(1_025), values: [] },
  };
  readonly groups = new Dictionary();
  readonly values: Readonly<Record<Facet, Dictionary>> = {
    body: new Dictionary(),
    year: new Dictionary(),
    kind: new Dictionary(),
    type: new Dictionary(),
    case: new Dictionary(),
    outcome: new Dictionary(),
    municipality: new Dictionary(),
  };
  /** By group: whether other groups' rows stand between its rows. */
  scattered = new Uint32Array(1_024);
  #lastGroup = 0;

  /** Reads the rows that were added and deleted since. */
  catchUp(db: DatabaseSync): void {
    const rows = db
      .prepare('SELECT row, id, facts FROM record WHERE row > ? ORDER BY row')
      .iterate(this.last);
    for (const { row, id, facts } of rows) this.#add(Number(row), String(id), String(facts));
    const removals = db
      .prepare('SELECT number, row FROM removal WHERE number > ?')
      .iterate(this.#lastRemoval);
    for (const { number, row } of removals) {
      this.#lastRemoval = Number(number);
      removeRow(this.live, Number(row));
    }
  }

  #add(row: number, id: string, text: string): void {
    const [group, date, body, kind, type, caseNumber, outcomes, municipalities] = Facts.parse(
      JSON.parse(text),
    );
    if (row >= this.group.length) this.#grow(row);
    const known = this.groups.size;
    const number = this.groups.numberOf(group === '' ? id : group);
    this.scattered = grown(this.scattered, number);
    if (number <= known && number !== this.#lastGroup) this.scattered[number] = 1;
    this.#lastGroup = number;
    this.group[row] = number;
    this.date[row] = date === null ? 0 : Number(date.replaceAll('-', ''));
    const year = date === null ? null : date.slice(0, 4);
    const single = { body, year, kind, type, case: caseNumber };
    for (const facet of FACETS.single) {
      const value = single[facet];
      this.single[facet][row] = value === null ? 0 : this.values[facet].numberOf(value);
    }
    const many = { outcome: outcomes, municipality: municipalities };
    for (const facet of FACETS.many) {
      const { from, values } = this.many[facet];
      // Rows deleted before they were read leave gaps without values.
      from.fill(values.length, this.last + 1, row + 1);
      for (const value of many[facet]) values.push(this.values[facet].numberOf(value));
      from[row + 1] = values.length;
    }
    addRow(this.live, row);
    this.last = row;
  }

  #grow(row: number): void {
    this.live = grown(this.live, row >>> 5);
    this.group = grown(this.group, row);
    this.date = grown(this.date, row);
    for (const facet of FACETS.single) this.single[facet] = grown(this.single[facet], row);
    for (const facet of FACETS.many) this.many[facet].from = grown(this.many[facet].from, row + 1);
  }
}

/** Twice the room or more, with what was there. */
function grown(array: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  if (index < array.length) return array;
  const larger = new Uint32Array(Math.max(array.length * 2, index + 2));
  larger.set(array);
  return larger;
}
