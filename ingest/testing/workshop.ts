import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import type { DocumentReader } from '../../core/document-reader.ts';
import type { JobQueue } from '../../core/job-queue.ts';
import { recordsOf } from '../../index/records.ts';
import { MemoryJobQueue } from '../job-queue.memory.ts';
import type { ReadAllTools } from '../read-all.ts';
import { RememberingIndex } from './doubles.ts';

/** A real archive in a folder of its own, beside a folder of files to ingest. */
export interface Workshop {
  readonly tools: ReadAllTools;
  readonly index: RememberingIndex;
  readonly folder: string;
  /** Where the archive lies. */
  readonly data: string;
  /** Writes a file below the folder and tells its path. */
  file(name: string, text: string | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

export async function openWorkshop(
  reader: DocumentReader,
  settings: { queue?: JobQueue; concurrency?: number; leaseMs?: number; signal?: AbortSignal } = {},
): Promise<Workshop> {
  const root = mkdtempSync(join(tmpdir(), 'kkr-ingest-'));
  const folder = join(root, 'files');
  await mkdir(folder);
  const data = join(root, 'data');
  const archive = await openArchive(data);
  const index = new RememberingIndex();
  const retry = { attempts: 3, firstPauseMs: 5 };
  const queue = settings.queue ?? new MemoryJobQueue(retry);
  return {
    index,
    folder,
    data,
    tools: {
      archive: archive.store,
      blobs: archive.blobs,
      index,
      recordsOf,
      reader,
      queue,
      retry,
      concurrency: settings.concurrency ?? 2,
      claim: { worker: 'test', leaseMs: settings.leaseMs ?? 20_000 },
      pollMs: 5,
      ...(settings.signal && { signal: settings.signal }),
    },
    async file(name, text) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    async close() {
      await queue.close();
      await archive.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
