import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { searchIndexContract } from './search-index.contract.ts';
import { Fts5SearchIndex } from './search-index.fts5.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

searchIndexContract('SQLite FTS5', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-index-'));
  folders.push(folder);
  return new Fts5SearchIndex(folder, 2);
});
