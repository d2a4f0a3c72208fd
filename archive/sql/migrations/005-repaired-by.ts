import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Page } from '../../../core/document.ts';
import { unpackPage } from '../../document/page-layout.ts';
import { isClean, repairedBy } from '../../taught/clean.ts';

const Row = Page.pick({ number: true, text: true, origin: true, language: true }).extend({
  layout: z.instanceof(Uint8Array),
});

/**
 * `document.teaches` and `document.repaired_by` of documents that were read before
 * there were such columns (003-taught-words.ts), from the pages as they were kept:
 * without it `kkr reread --outdated` passes over the oldest readings of all. A
 * page of a time before versions were noted counts as older than any of them, and
 * so does one whose layout cannot be understood any more.
 */
export function earlierReadings(database: DatabaseSync): void {
  const pagesOf = database.prepare(
    'SELECT number, text, origin, language, layout FROM page WHERE document = ? ORDER BY number',
  );
  const mark = database.prepare('UPDATE document SET teaches = ?, repaired_by = ? WHERE id = ?');
  const unmarked = database
    .prepare('SELECT id FROM document WHERE content IS NOT NULL AND teaches = 0 AND repaired_by IS NULL')
    .all();
  for (const { id = null } of unmarked) {
    const pages = pagesOf.all(id).map(pageOf);
    const known = pages.filter((page) => page !== null);
    if (known.length < pages.length) mark.run(0, '', id);
    else mark.run(isClean({ pages: known }) ? 1 : 0, repairedBy({ pages: known }), id);
  }
}

function pageOf(row: unknown): Page | null {
  try {
    return unpackPage(Row.parse(row));
  } catch {
    return null;
  }
}
