import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { addRow, emptySet, type RowSet, setOf } from './row-set.ts';
import { parseRows } from './rows.ts';

/** Lists that are fetched within some hundred microseconds are not kept. Rows. */
const WORTH_KEEPING = 1_000;
/** Room for all that is kept, in bytes: of a million records some five hundred common words. */
const ROOM = 64_000_000;

interface Kept {
  readonly rows: RowSet;
  /** Later rows are not in it yet. */
  readonly last: number;
}

/**
 * Which rows an FTS5 expression finds. Common words are asked for over and
 * over, and fetching half the archive's row numbers takes longer than all the
 * rest of a search; so long lists are kept in memory, those used last. As rows
 * are only ever added, a list that is kept needs the rows added since and no
 * more. Rows that were deleted since stay in it: callers know which those are.
 */
export class Postings {
  readonly #fetch: StatementSync;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(db: DatabaseSync) {
    this.#fetch = db.prepare(
      'SELECT group_concat(rowid) AS rows FROM terms WHERE terms MATCH ? AND rowid > ? AND rowid <= ?',
    );
  }

  /** @param last the last row that there is. */
  rows(expression: string, last: number): RowSet {
    const known = this.#kept.get(expression);
    if (!known) {
      const found = this.#rowsBetween(expression, 0, last);
      const rows = setOf(found, last);
      if (found.length > WORTH_KEEPING) this.#keep(expression, { rows, last });
      return rows;
    }
    this.#forget(expression, known);
    let { rows } = known;
    if (known.last < last) {
      const added = this.#rowsBetween(expression, known.last, last);
      const room = emptySet(last);
      if (room.length > rows.length) {
        room.set(rows);
        rows = room;
      }
      for (const row of added) addRow(rows, row);
    }
    this.#keep(expression, { rows, last });
    return rows;
  }

  #rowsBetween(expression: string, after: number, last: number): Uint32Array {
    // As integers: FTS5 goes through the whole list where a bound is anything else.
    const joined = this.#fetch.get(expression, BigInt(after), BigInt(last))?.rows;
    return typeof joined === 'string' ? parseRows(joined) : new Uint32Array();
  }

  /** As the one used last; those not used for longest make room. */
  #keep(expression: string, kept: Kept): void {
    this.#kept.set(expression, kept);
    this.#bytes += kept.rows.byteLength;
    for (const [oldest, other] of this.#kept) {
      if (this.#bytes <= ROOM) return;
      this.#forget(oldest, other);
    }
  }

  #forget(expression: string, { rows }: Kept): void {
    this.#kept.delete(expression);
    this.#bytes -= rows.byteLength;
  }
}
