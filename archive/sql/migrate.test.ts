import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteArchive } from '../archive-store.sqlite.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import { SCHEMA_VERSION } from './migrate.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-migrate-'));
  file = join(folder, 'archive.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const text = 'Arbejdsgruppen foreslår fælles forløb og en årlig opgørelse over ventetiden. '.repeat(6);
const paper = (name: string, item: string) =>
  sampleDocument(name, {
    kind: 'bilag',
    pages: [samplePage(1, text)],
    attachments: [sampleAttachment(item, 1, 'Notat')],
  });

/** The archive as the third schema had it: no mark, keys of pages made otherwise, a closed item closed in its own paper only. */
async function olderArchive(): Promise<void> {
  const store = openSqliteArchive(file);
  await keep(store, sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Grund')] }));
  await keep(
    store,
    sampleDocument('referat.pdf', { kind: 'referat', items: [sampleItem('1', 'Grund', { closed: true })] }),
  );
  await keep(store, paper('a.pdf', '1'));
  for (const debt of await store.unindexed()) await store.indexed(debt);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec("UPDATE item SET closed = json_extract(content, '$.closed')");
  database.exec('ALTER TABLE attachment DROP COLUMN closed');
  database.exec('UPDATE page_anchor SET anchor = anchor + 1');
  database.exec('PRAGMA application_id = 0; PRAGMA user_version = 3');
  database.close();
}

test('an older archive is brought to the newest schema: nothing is lost, what is closed is closed, copies are found', async () => {
  await olderArchive();
  const store = openSqliteArchive(file);
  expect(await store.status()).toMatchObject({ schemaVersion: SCHEMA_VERSION, documents: { read: 3 } });
  expect(await store.unindexed()).toHaveLength(3);
  const [, , bundle] = await store.documents();
  expect((await store.reading(bundle?.source.sha256 ?? ''))?.pages[0]?.text).toBe('');
  const copy = sampleDocument('b.pdf', { ...paper('b.pdf', '7'), date: null });
  await keep(store, copy);
  expect((await store.duplicateKeys(copy.source.sha256)).size).toBe(1);
  await store.close();
  // Opened once more it has nothing left to do.
  await openSqliteArchive(file).close();
});

test('what was read before versions of repair were noted is outdated, and clean documents teach', async () => {
  const respelt = { start: 0, end: 1, before: 'G', after: 'G', rule: 'respell-word', confidence: 0.9 };
  const older = { ...samplePage(1, text), repairs: [respelt], repairedBy: undefined };
  const store = openSqliteArchive(file);
  await keep(store, sampleDocument('aeldre.pdf', { pages: [older] }));
  await keep(
    store,
    sampleDocument('nyere.pdf', { date: '2031-05-01', pages: [{ ...older, repairedBy: '1-a' }] }),
  );
  await keep(store, sampleDocument('rent.pdf', { date: '2031-06-01' }));
  await store.close();
  const database = new DatabaseSync(file);
  database.exec('UPDATE document SET teaches = 0, repaired_by = NULL; PRAGMA user_version = 4');
  database.close();
  const migrated = openSqliteArchive(file);
  const outdated = await migrated.requeue({ notRepairedBy: '1-a' });
  expect(outdated.map(({ name }) => name)).toEqual(['aeldre.pdf']);
  await migrated.close();
  const after = new DatabaseSync(file);
  expect(after.prepare('SELECT name FROM document WHERE teaches = 1').all()).toEqual([{ name: 'rent.pdf' }]);
  after.close();
});

test.each([
  ['has tables but no schema version', 'CREATE TABLE customer (id INTEGER)'],
  ['counts a version of its own', 'CREATE TABLE customer (id INTEGER); PRAGMA user_version = 2'],
  ['bears the mark of another program', 'PRAGMA application_id = 1234'],
])('a database that %s is refused and left as it is', (_, sql) => {
  const other = new DatabaseSync(file);
  other.exec(sql);
  const before = other.prepare('SELECT name FROM sqlite_schema').all();
  other.close();
  expect(() => openSqliteArchive(file)).toThrow(expect.objectContaining({ code: 'archive-unavailable' }));
  const after = new DatabaseSync(file);
  expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual(before);
  after.close();
});
