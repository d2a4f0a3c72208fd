import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blobStoreContract } from './blob-store.contract.ts';
import { type BlobWriter, FolderBlobStore } from './blob-store.folder.ts';

const bytes = new TextEncoder().encode('Dagsorden for møde i KKR');

blobStoreContract(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-blobs-'));
  return { store: new FolderBlobStore(folder), dispose: () => rm(folder, { recursive: true }) };
});

describe('a folder of originals when things go wrong', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kkr-blobs-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A disk on which writing stops half-way with the given code. */
  const failing = (code: string): BlobWriter => ({
    async writeDurably(path, content) {
      await writeFile(path, content.subarray(0, 3));
      throw Object.assign(new Error(`${code}: write`), { code });
    },
    rename: () => Promise.reject(new Error('must not come this far')),
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'archive-unavailable'],
  ])('%s is reported as %s and leaves nothing behind', async (cause, code) => {
    const store = new FolderBlobStore(folder, failing(cause));
    await expect(store.put(bytes)).rejects.toMatchObject({ code, retryable: true });
    expect(await Array.fromAsync(store.list())).toEqual([]);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    await expect(new FolderBlobStore(folder).put(bytes)).resolves.toMatch(/^[0-9a-f]{64}$/);
  });

  test('a writer that was killed half-way leaves nothing that a reader could see', async () => {
    await mkdir(join(folder, 'tmp'));
    await writeFile(join(folder, 'tmp', `${'a'.repeat(64)}.gone`), 'half a fi');
    const store = new FolderBlobStore(folder);
    expect(await Array.fromAsync(store.list())).toEqual([]);
    expect(await store.get('a'.repeat(64))).toBeNull();
    await store.sweep();
    expect(await readdir(join(folder, 'tmp'))).toHaveLength(1);
    const yesterday = Date.now() / 1000 - 86_400;
    await utimes(join(folder, 'tmp', `${'a'.repeat(64)}.gone`), yesterday, yesterday);
    await store.sweep();
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  test('bytes that changed on the disk are never served, and putting them again mends them', async () => {
    const store = new FolderBlobStore(folder);
    const name = await store.put(bytes);
    await writeFile(join(folder, name.slice(0, 2), name), 'something else');
    await expect(store.get(name)).rejects.toMatchObject({ code: 'original-damaged' });
    expect(await store.put(bytes)).toBe(name);
    expect(Buffer.from((await store.get(name)) ?? [])).toEqual(Buffer.from(bytes));
  });
});
