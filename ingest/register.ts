import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DocumentLedger } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import type { Source } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';
import { type FoundFile, unreadable } from './sources.ts';

/** More than any meeting's papers; beyond it a file would not fit into memory beside its reading. */
const MAX_FILE_BYTES = 1024 ** 3;

/**
 * Receives one file: its bytes go to the originals first and its name into the
 * ledger second, so that whatever the ledger knows can be read.
 * @throws KkrError `file-unreadable`, `file-empty`, `pdf-too-large`, `disk-full`.
 */
export async function registerFile(
  file: FoundFile,
  to: { readonly blobs: BlobStore; readonly ledger: DocumentLedger },
): Promise<{ source: Source; news: 'added' | 'known' }> {
  const bytes = await readFileBytes(file.path);
  // Also where the file is known: an original that was damaged on the disk is mended by this.
  const sha256 = await to.blobs.put(bytes);
  const source: Source = {
    name: file.name.normalize('NFC'),
    sha256,
    bytes: bytes.length,
    mediaType: mediaTypeOf(file.name, bytes),
  };
  return { source, news: await to.ledger.register(source) };
}

/**
 * The bytes of a file that someone named.
 * @throws KkrError `file-unreadable`, `file-empty`, `pdf-too-large`.
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      throw new KkrError('pdf-too-large', `${path}: larger than ${MAX_FILE_BYTES / 1024 ** 2} MiB`);
    }
    const bytes = await readFile(path);
    if (bytes.length === 0) throw new KkrError('file-empty', `${path}: the file is empty`);
    return bytes;
  } catch (thrown) {
    throw thrown instanceof KkrError ? thrown : unreadable(path, thrown);
  }
}

/**
 * A PDF says so within its first kilobyte (ISO 32000-1, annex H.3.4.1), whatever
 * it is called. Everything else goes by its ending, and turns out when read.
 */
export function mediaTypeOf(name: string, bytes: Uint8Array): Source['mediaType'] {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'application/pdf';
  const ending = extname(name).toLowerCase();
  if (ending === '.md') return 'text/markdown';
  return ending === '.txt' ? 'text/plain' : 'application/pdf';
}
