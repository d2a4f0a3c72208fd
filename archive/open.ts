import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveStore } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import { KkrError } from '../core/errors.ts';
import { openSqliteArchive } from './archive-store.sqlite.ts';
import { FolderBlobStore } from './blob-store.folder.ts';

export interface Archive {
  readonly store: ArchiveStore;
  readonly blobs: BlobStore;
  close(): Promise<void>;
}

/**
 * Opens the archive in a folder, making it where there is none: originals in
 * `originals/`, records in `archive.sqlite`. Several processes may have it open.
 * @throws KkrError `archive-unavailable`, `archive-newer`, `disk-full`
 */
export async function openArchive(dataDir: string): Promise<Archive> {
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new KkrError('archive-unavailable', `The folder ${dataDir} could not be made.`, { cause });
  });
  const store = openSqliteArchive(join(dataDir, 'archive.sqlite'));
  const blobs = new FolderBlobStore(join(dataDir, 'originals'));
  await blobs.sweep();
  return { store, blobs, close: () => store.close() };
}
