import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '../core/blob-store.ts';
import { KkrError } from '../core/errors.ts';

/** The part of the file system that writing needs; tests put a failing one in its place. */
export interface BlobWriter {
  /** Writes a new file and resolves once its bytes are on the disk. */
  writeDurably(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

/**
 * Originals as files: `ab/abcdef…` by the first two letters of the name, so that
 * 100,000 of them make folders of a few hundred. A file is written under a
 * passing name in `tmp/`, flushed, then renamed: a crash leaves either the whole
 * file or a stray one in `tmp/`, which nobody reads.
 */
export class FolderBlobStore implements BlobStore {
  readonly #folder: string;
  readonly #writer: BlobWriter;

  constructor(folder: string, writer: BlobWriter = diskWriter) {
    this.#folder = folder;
    this.#writer = writer;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.#path(sha256);
    // A damaged file under this name is replaced; a sound one is left alone.
    if (await this.#isSound(sha256)) return sha256;
    const passing = join(this.#folder, 'tmp', `${sha256}.${randomUUID()}`);
    try {
      await mkdir(dirname(path), { recursive: true });
      await mkdir(dirname(passing), { recursive: true });
      await this.#writer.writeDurably(passing, bytes);
      await this.#writer.rename(passing, path);
    } catch (error) {
      await rm(passing, { force: true }).catch(() => undefined);
      throw writeFailure(error);
    }
    return sha256;
  }

  /** Clears away what killed writers left in `tmp/`: files that nobody has written to for an hour. */
  async sweep(): Promise<void> {
    const folder = join(this.#folder, 'tmp');
    for await (const name of entries(folder)) {
      const path = join(folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (mtimeMs < Date.now() - ABANDONED_MS) await rm(path, { force: true });
    }
  }

  async get(sha256: string): Promise<Uint8Array | null> {
    const bytes = await this.#read(sha256);
    if (bytes === null) return null;
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new KkrError('original-damaged', `The original ${sha256} has changed on the disk.`);
    }
    return bytes;
  }

  async *list(): AsyncIterable<string> {
    for await (const shard of entries(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(shard)) continue;
      for await (const name of entries(join(this.#folder, shard))) {
        if (SHA256_NAME.test(name)) yield name;
      }
    }
  }

  async #isSound(sha256: string): Promise<boolean> {
    const bytes = await this.#read(sha256);
    return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256;
  }

  async #read(sha256: string): Promise<Uint8Array | null> {
    const path = this.#path(sha256);
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new KkrError('archive-unavailable', `The original ${sha256} could not be read from the disk.`, {
        cause: error,
      });
    }
  }

  /** Names come from URLs too, so anything but a SHA-256 is refused before it becomes a path. */
  #path(sha256: string): string {
    if (!SHA256_NAME.test(sha256)) throw new KkrError('not-found', 'That is not the SHA-256 of an original.');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}

const ABANDONED_MS = 60 * 60_000;
const SHA256_NAME = /^[0-9a-f]{64}$/;

const diskWriter: BlobWriter = {
  async writeDurably(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async rename(from, to) {
    await rename(from, to);
    // Without this the new name itself may be lost in a power cut. Windows has no such call.
    if (process.platform === 'win32') return;
    const folder = await open(dirname(to), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

async function* entries(folder: string): AsyncIterable<string> {
  try {
    for await (const entry of await opendir(folder)) yield entry.name;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function writeFailure(error: unknown): KkrError {
  const code = codeOf(error);
  // EDQUOT: the disk has room, but this user may not take more of it.
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new KkrError('disk-full', 'There is no room left for the originals.', { cause: error });
  }
  const reason = code === null ? '' : ` (${code})`;
  return new KkrError('archive-unavailable', `The original could not be written${reason}.`, { cause: error });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
