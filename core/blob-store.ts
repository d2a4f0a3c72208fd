/**
 * Originals, named by the SHA-256 of their bytes and never changed.
 *
 * Promised: after `put` resolves the bytes survive a crash; a reader never sees
 * half a file; putting the same bytes twice stores them once.
 */
export interface BlobStore {
  /** Stores the bytes and answers with their SHA-256 in lower-case hex. Throws `disk-full`. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null where there are none of that name. Checks them against the name. */
  get(sha256: string): Promise<Uint8Array | null>;
  list(): AsyncIterable<string>;
}
