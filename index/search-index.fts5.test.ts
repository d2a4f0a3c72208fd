import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { all, query, searchIndexContract } from './search-index.contract.ts';
import { Fts5SearchIndex } from './search-index.fts5.ts';
import { FICTIONAL_RECORDS } from './testing/fictional-records.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-index-'));
  folders.push(folder);
  return folder;
}

searchIndexContract('SQLite FTS5', async () => new Fts5SearchIndex(await newFolder(), 2));

test('a second reader of the folder goes over to the rebuilt index', async () => {
  const folder = await newFolder();
  const [writer, reader] = [new Fts5SearchIndex(folder, 1), new Fts5SearchIndex(folder, 1)];
  await writer.rebuild(all(FICTIONAL_RECORDS.slice(0, 10)));
  expect((await reader.stats()).records).toBe(10);
  await writer.rebuild(all(FICTIONAL_RECORDS));
  expect((await reader.stats()).records).toBe(FICTIONAL_RECORDS.length);
  await writer.close();
  await reader.close();
});

test('two writers of one new folder lose nothing', async () => {
  const folder = await newFolder();
  const writers = [new Fts5SearchIndex(folder, 1), new Fts5SearchIndex(folder, 1)];
  await Promise.all(
    FICTIONAL_RECORDS.map((record, at) => {
      const document = at.toString(16).padStart(64, '0');
      return writers[at % 2]?.replace(document, [{ ...record, document }]);
    }),
  );
  for (const writer of writers) {
    expect((await writer.stats()).records).toBe(FICTIONAL_RECORDS.length);
    await writer.close();
  }
});

test('a damaged index is search-unavailable until a rebuild makes it anew', async () => {
  const folder = await newFolder();
  const first = new Fts5SearchIndex(folder, 1);
  await first.rebuild(all(FICTIONAL_RECORDS));
  await first.close();
  const name = (await readFile(join(folder, 'search.current'), 'utf8')).trim();
  await writeFile(join(folder, name), 'this is no database, whatever its name says'.repeat(400));
  const second = new Fts5SearchIndex(folder, 1);
  await expect(second.search(query('klynge'))).rejects.toMatchObject({
    code: 'search-unavailable',
    message: expect.stringContaining('kkr reindex'),
  });
  await second.rebuild(all(FICTIONAL_RECORDS));
  expect((await second.search(query('klynge'))).total).toBeGreaterThan(0);
  await second.close();
});

test('there is no query that cannot be answered', async () => {
  const index = new Fts5SearchIndex(await newFolder(), 1);
  await index.rebuild(all(FICTIONAL_RECORDS));
  const odd = fc.string({ unit: fc.constantFrom(...'klynge "-*():^{}\\/&|~<>\'“„–.,%_0?\0\n\u{1f680}ß') });
  await fc.assert(
    fc.asyncProperty(odd, async (text) => {
      const { total, hits } = await index.search(query(text));
      expect(hits.length).toBe(Math.min(10, total));
    }),
  );
  await index.close();
});
