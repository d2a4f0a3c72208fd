import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteArchive } from '../archive-store.sqlite.ts';

test('tells the unread pages of more documents than SQLite takes variables', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kkr-completeness-'));
  const file = join(folder, 'archive.sqlite');
  const store = openSqliteArchive(file);
  try {
    const database = new DatabaseSync(file);
    database.exec(`
      BEGIN;
      WITH RECURSIVE each (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < 33000)
      INSERT INTO document (sha256, name, bytes, media_type, received_at, state, page_count, unread_pages)
      SELECT printf('%064x', n), n || '.pdf', 1, 'application/pdf', '2031-01-01', 'read', 1, 1 FROM each;
      INSERT INTO page (document, number, text, origin, layout) SELECT id, 1, '', 'none', x'' FROM document;
      COMMIT;`);
    database.close();
    const [row] = await store.completeness();
    expect(row?.unreadPages).toHaveLength(33_000);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
