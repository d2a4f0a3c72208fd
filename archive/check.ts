import type { ArchiveStore } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import { toKkrError } from '../core/errors.ts';

export interface Fault {
  readonly kind: 'records-damaged' | 'original-missing' | 'original-damaged' | 'original-unknown';
  /** SHA-256 of the original; null where the records themselves are damaged. */
  readonly sha256: string | null;
  readonly message: string;
}

/**
 * Looks through a whole archive: whether the records are sound, whether every
 * document's original is there with the bytes it was received with, and whether
 * an original lies there that no document names. Changes nothing.
 */
export async function* checkArchive(store: ArchiveStore, blobs: BlobStore): AsyncGenerator<Fault> {
  const damage = await store.faults();
  for (const message of damage) yield { kind: 'records-damaged', sha256: null, message };
  const documents = await store.documents().catch((thrown: unknown) => {
    // So damaged that they name no originals any more, as was just told.
    if (damage.length > 0) return [];
    throw thrown;
  });
  const known = new Map(documents.map(({ source }) => [source.sha256, source.name]));
  for (const [sha256, name] of known) {
    const fault = await faultOf(blobs, sha256);
    if (fault !== null) yield { kind: fault, sha256, message: `${name}: ${WORDS[fault]}` };
  }
  if (known.size === 0 && damage.length > 0) return;
  for await (const sha256 of blobs.list()) {
    // Asked again of those that came while we looked.
    if (known.has(sha256) || (await store.document(sha256))) continue;
    yield { kind: 'original-unknown', sha256, message: `${sha256}: ${WORDS['original-unknown']}` };
  }
}

async function faultOf(
  blobs: BlobStore,
  sha256: string,
): Promise<'original-missing' | 'original-damaged' | null> {
  try {
    return (await blobs.get(sha256)) === null ? 'original-missing' : null;
  } catch (thrown) {
    if (toKkrError(thrown).code === 'original-damaged') return 'original-damaged';
    throw thrown;
  }
}

const WORDS = {
  'original-missing': 'the original is not there; put it back from a backup, or ingest the file again',
  'original-damaged': 'the original has other bytes than it was received with; ingest the file again',
  'original-unknown': 'no document was made of it; ingest it, or delete it',
} as const;
