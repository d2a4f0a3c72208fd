import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SearchRecord } from '../../core/search-index.ts';
import { PACKED, packedRow, unpack } from './packing.ts';

/** Some 20 MB of text at most. */
const MOST_KEPT = 4_000;

/**
 * Records by row. Unpacking the candidates is half of a search, and who turns a
 * page or narrows a search down asks for the same ones again; so those used last
 * are kept. A row never changes.
 */
export class UnpackedRecords {
  readonly #find: StatementSync;
  readonly #kept = new Map<number, SearchRecord>();

  constructor(db: DatabaseSync) {
    this.#find = db.prepare(`SELECT ${PACKED} WHERE record.row = ?`);
  }

  get(row: number): SearchRecord | null {
    const known = this.#kept.get(row);
    if (known) {
      this.#kept.delete(row);
      this.#kept.set(row, known);
      return known;
    }
    const found = this.#find.get(row);
    if (!found) return null;
    const record = unpack(packedRow(found));
    this.#kept.set(row, record);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return record;
  }
}
