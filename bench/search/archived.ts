import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { keep } from '../../archive/testing/keep.ts';
import type { SearchRecord } from '../../core/search-index.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { recordsOf } from '../../index/records.ts';

/**
 * The search records of the documents in a folder, read and filed as in a real
 * archive, but for scans, which would take minutes and whose originals are
 * there as well.
 */
export async function recordsOfFolder(folder: string): Promise<SearchRecord[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kkr-bench-'));
  const { store } = await openArchive(dataDir);
  const reader = openReaderInProcess({ ocr: 'none' });
  try {
    const names = (await readdir(folder)).filter(
      (name) => /\.(?:pdf|txt)$/.test(name) && !name.includes('scannet'),
    );
    for (const name of names.sort()) {
      await keep(store, await reader.read(await readFile(join(folder, name)), name));
    }
    const records: SearchRecord[] = [];
    for (const { source } of await store.documents())
      records.push(...(await recordsOf(store, source.sha256)));
    return records;
  } finally {
    await reader.close();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
