import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveStoreContract } from './archive-store.contract.ts';
import { openSqliteArchive } from './archive-store.sqlite.ts';
import { openArchive } from './open.ts';
import { keep } from './testing/keep.ts';
import { sampleDocument, sampleItem } from './testing/sample.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('SQLite archive', () => {
  archiveStoreContract(async () => {
    let time = Date.UTC(2031, 2, 4);
    const file = join(folder, 'archive.sqlite');
    const store = openSqliteArchive(file, { now: () => time });
    const other = openSqliteArchive(file, { now: () => time });
    return {
      store,
      other,
      pass: (ms) => {
        time += ms;
      },
      dispose: async () => {
        await store.close();
        await other.close();
      },
    };
  });
});

describe('opening', () => {
  test('refuses an archive that a newer version wrote, and leaves it as it is', async () => {
    const file = join(folder, 'archive.sqlite');
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    expect(() => openSqliteArchive(file)).toThrow(expect.objectContaining({ code: 'archive-newer' }));
    const after = new DatabaseSync(file, { readOnly: true });
    expect(after.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables).toBe(0);
    after.close();
  });

  test('says so where the file is no archive', async () => {
    const file = join(folder, 'archive.sqlite');
    await writeFile(file, 'not a database, but long enough to be taken for the head of one '.repeat(20));
    expect(() => openSqliteArchive(file)).toThrow(expect.objectContaining({ code: 'archive-unavailable' }));
  });

  test('says so where a folder cannot be made', async () => {
    await writeFile(join(folder, 'data'), 'a file stands where the folder should be');
    await expect(openArchive(join(folder, 'data'))).rejects.toMatchObject({ code: 'archive-unavailable' });
  });

  test('keeps what was filed', async () => {
    const first = await openArchive(join(folder, 'new', 'data'));
    const name = await first.blobs.put(new Uint8Array([1, 2, 3]));
    await keep(first.store, sampleDocument('a.pdf', { items: [sampleItem('1', 'A')] }));
    await first.close();
    const second = await openArchive(join(folder, 'new', 'data'));
    expect(await second.store.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'A' });
    expect(await second.blobs.get(name)).toEqual(Buffer.from([1, 2, 3]));
    await second.close();
  });
});

describe('a writer that will not end', () => {
  test('is waited for without holding up this process, and reads do not wait at all', async () => {
    const file = join(folder, 'archive.sqlite');
    const store = openSqliteArchive(file, { patienceMs: 150 });
    await keep(store, sampleDocument('a.pdf', { items: [sampleItem('1', 'A')] }));
    const hog = new DatabaseSync(file);
    hog.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    const waiting = keep(store, sampleDocument('b.pdf'));
    expect(await store.item('nordjylland-2031-03-04-1')).toMatchObject({ title: 'A' });
    await expect(waiting).rejects.toMatchObject({ code: 'archive-unavailable', retryable: true });
    clearInterval(timer);
    // Waiting inside SQLite would have let no timer through at all.
    expect(ticks).toBeGreaterThan(0);
    hog.exec('ROLLBACK');
    await keep(store, sampleDocument('b.pdf'));
    hog.close();
    await store.close();
  });
});
