import type { DatabaseSync } from 'node:sqlite';
import { anchorsOf, unpackHashes } from '../../copy/page-sketch.ts';

/**
 * `item.closed` and `attachment.closed` are 1 where any document of the meeting
 * closes the item (archive/meeting/write-closed.ts); until now an item's own paper
 * alone counted. What one knew of items that share an id is carried over, the rest
 * comes with the next reading. Everything is due in the index, as closed items may
 * be in it.
 */
const closed = `
ALTER TABLE attachment ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
UPDATE item SET closed = 1
WHERE closed = 0 AND EXISTS (SELECT 1 FROM item AS other WHERE other.record_id = item.record_id AND other.closed = 1);
UPDATE attachment SET closed = 1
WHERE EXISTS (
  SELECT 1 FROM item WHERE item.owner = attachment.owner AND item.number = attachment.item AND item.closed = 1
);
UPDATE document SET revision = revision + 1;
`;

/** Pages are looked up under other keys than before (archive/copy/page-sketch.ts). */
export function closedAndAnchors(database: DatabaseSync): void {
  database.exec(closed);
  database.exec('DELETE FROM page_anchor');
  const insert = database.prepare(
    'INSERT OR IGNORE INTO page_anchor (anchor, document, page) VALUES (?, ?, ?)',
  );
  for (const row of database.prepare('SELECT document, page, letters FROM page_sketch').all()) {
    const { document, page, letters } = row;
    if (!(letters instanceof Uint8Array) || document === undefined || page === undefined) continue;
    for (const anchor of anchorsOf({ letters: unpackHashes(letters) })) insert.run(anchor, document, page);
  }
}
