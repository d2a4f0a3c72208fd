import type { DatabaseSync } from 'node:sqlite';
import { normalCaseNumber } from '../../core/case-number.ts';
import type { SearchFilters, SearchRecord } from '../../core/search-index.ts';
import { type Engine, type FindRequest, type Found, mostOfGroup, type Selection } from '../engine.ts';
import { candidateRows } from './candidates.ts';
import { Columns } from './columns.ts';
import { exclusionOf, expressionOf } from './expression.ts';
import { countFacets } from './facet-counts.ts';
import { PACKED, packedRow, unpack } from './packing.ts';
import { rowsOf, selectRows } from './rows.ts';
import { Fts5Vocabulary } from './vocabulary.ts';

/** Finds records in one open FTS5 file. Sees each change of the file as a whole. */
export class Fts5Engine extends Fts5Vocabulary implements Engine {
  readonly #db: DatabaseSync;
  readonly #columns = new Columns();
  #seen = -1;
  #all: Uint32Array = new Uint32Array();

  constructor(db: DatabaseSync) {
    super(db);
    this.#db = db;
  }

  async size(): Promise<number> {
    this.#refresh();
    return this.#all.length;
  }

  async find({ selection, sort, limit, terms }: FindRequest): Promise<Found> {
    // One reading of the file for all of it, so that a writer in between is not half seen.
    this.#db.exec('BEGIN');
    try {
      this.#refresh();
      const rows = this.#select(selection);
      const ordered = candidateRows(this.#db, this.#columns, { rows, selection, sort, limit, terms });
      return {
        total: countGroups(rows, this.#columns),
        facets: countFacets(rows, this.#columns),
        records: this.#records(ordered),
      };
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  #refresh(): void {
    const version = Number(this.#db.prepare('PRAGMA data_version').get()?.data_version ?? 0);
    if (version === this.#seen) return;
    this.#columns.catchUp(this.#db);
    this.#all = rowsOf(
      this.#db,
      'SELECT group_concat(row) AS rows FROM (SELECT row FROM record ORDER BY row)',
    );
    this.#seen = version;
  }

  #select(selection: Selection): Uint32Array {
    const expression = expressionOf(selection);
    const exclusion = exclusionOf(selection);
    const matching = expression === null ? this.#all : selectRows(this.#db, expression);
    const excluded = exclusion === null ? null : new Set(selectRows(this.#db, exclusion));
    const passes = filterOf(selection.filters, this.#columns);
    if (!excluded && !passes) return matching;
    return matching.filter((row) => !excluded?.has(row) && (!passes || passes(row)));
  }

  #records(rows: Uint32Array): SearchRecord[] {
    const find = this.#db.prepare(`SELECT ${PACKED} WHERE record.row = ?`);
    const ofGroup = new Map<number, number>();
    const most = mostOfGroup(countGroups(rows, this.#columns));
    const records: SearchRecord[] = [];
    for (const row of rows) {
      const group = this.#columns.group[row] ?? 0;
      const before = ofGroup.get(group) ?? 0;
      if (before >= most) continue;
      ofGroup.set(group, before + 1);
      const found = find.get(row);
      if (found) records.push(unpack(packedRow(found)));
    }
    return records;
  }
}

function countGroups(rows: Uint32Array, columns: Columns): number {
  const seen = new Uint8Array(columns.groups.size + 1);
  let count = 0;
  for (const row of rows) {
    const group = columns.group[row] ?? 0;
    if (seen[group] === 0) {
      seen[group] = 1;
      count++;
    }
  }
  return count;
}

/** A test for one row; null where nothing is filtered by. */
function filterOf(filters: SearchFilters, columns: Columns): ((row: number) => boolean) | null {
  const tests: ((row: number) => boolean)[] = [];
  const single = {
    body: filters.body,
    kind: filters.kind,
    type: filters.type,
    case: caseOf(filters.case),
  } as const;
  for (const facet of ['body', 'kind', 'type', 'case'] as const) {
    const wanted = single[facet];
    if (wanted === undefined) continue;
    const number = columns.values[facet].find(wanted);
    tests.push((row) => number !== null && columns.single[facet][row] === number);
  }
  const many = { outcome: filters.outcome, municipality: filters.municipality } as const;
  for (const facet of ['outcome', 'municipality'] as const) {
    const wanted = many[facet];
    if (wanted === undefined) continue;
    const number = columns.values[facet].find(wanted);
    const { from, values } = columns.many[facet];
    tests.push((row) => number !== null && values.slice(from[row] ?? 0, from[row + 1] ?? 0).includes(number));
  }
  const [from, to] = datesOf(filters);
  if (from > 0 || to < LAST_DATE) {
    tests.push((row) => {
      const date = columns.date[row] ?? 0;
      return date !== 0 && date >= from && date <= to;
    });
  }
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

const LAST_DATE = 99_999_999;

function datesOf({ year, from, to }: SearchFilters): [number, number] {
  const number = (date: string) => Number(date.replaceAll('-', ''));
  const first = Math.max(year === undefined ? 0 : year * 10_000, from === undefined ? 0 : number(from));
  const last = Math.min(
    year === undefined ? LAST_DATE : year * 10_000 + 9_999,
    to === undefined ? LAST_DATE : number(to),
  );
  return [first, last];
}

/** What is no case number in any notation is looked for as it stands. */
function caseOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : (normalCaseNumber(written) ?? written);
}
