import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Source } from '../core/document.ts';
import { checkArchive } from './check.ts';
import { type Archive, openArchive } from './open.ts';
import { keep } from './testing/keep.ts';
import { sampleDocument, sampleItem } from './testing/sample.ts';

let folder: string;
let archive: Archive;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-check-'));
  archive = await openArchive(folder);
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

async function received(name: string): Promise<Source> {
  const bytes = Buffer.from(name);
  const source: Source = {
    name,
    sha256: await archive.blobs.put(bytes),
    bytes: bytes.length,
    mediaType: 'application/pdf',
  };
  await keep(archive.store, { ...sampleDocument(name, { items: [sampleItem('1', 'Sag')] }), source });
  return source;
}

const kinds = async () =>
  (await Array.fromAsync(checkArchive(archive.store, archive.blobs))).map(({ kind, sha256 }) => [
    kind,
    sha256,
  ]);

test('a sound archive has no faults', async () => {
  await received('a.pdf');
  await received('b.pdf');
  expect(await kinds()).toEqual([]);
});

test('tells originals that are missing, damaged, or belong to nothing', async () => {
  const [missing, damaged] = [await received('a.pdf'), await received('b.pdf')];
  await received('c.pdf');
  const path = ({ sha256 }: Pick<Source, 'sha256'>) => join(folder, 'originals', sha256.slice(0, 2), sha256);
  await rm(path(missing));
  await writeFile(path(damaged), 'other bytes');
  const unknown = await archive.blobs.put(Buffer.from('nobody registered it'));
  expect(await kinds()).toEqual([
    ['original-missing', missing.sha256],
    ['original-damaged', damaged.sha256],
    ['original-unknown', unknown],
  ]);
});

test('tells records that hang on nothing', async () => {
  await received('a.pdf');
  const database = new DatabaseSync(join(folder, 'archive.sqlite'), { enableForeignKeyConstraints: false });
  database.exec("INSERT INTO page (document, number, text, origin, layout) VALUES (999, 1, '', 'none', x'')");
  database.close();
  expect(await kinds()).toEqual([['records-damaged', null]]);
});

test('tells records that are damaged beyond being read, and ends', async () => {
  await received('a.pdf');
  await archive.close();
  const file = join(folder, 'archive.sqlite');
  const database = new DatabaseSync(file);
  const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'document'").get()?.rootpage;
  const size = database.prepare('PRAGMA page_size').get()?.page_size;
  database.close();
  const bytes = await readFile(file);
  bytes.fill(0x5a, (Number(root) - 1) * Number(size), Number(root) * Number(size));
  await writeFile(file, bytes);
  archive = await openArchive(folder);
  const faults = await Array.fromAsync(checkArchive(archive.store, archive.blobs));
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['records-damaged']));
  expect(faults[0]?.message).toContain('archive.sqlite is damaged');
});

test('takes nothing for unknown that came while it looked', async () => {
  await received('a.pdf');
  const { blobs, store } = archive;
  const slow = {
    get: (sha256: string) => blobs.get(sha256),
    put: (bytes: Uint8Array) => blobs.put(bytes),
    async *list() {
      await received('b.pdf');
      yield* blobs.list();
    },
  };
  expect(await Array.fromAsync(checkArchive(store, slow))).toEqual([]);
});
