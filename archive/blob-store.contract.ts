import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '../core/blob-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What every BlobStore promises; `make` gives an empty one and a way to clear it away. */
export function blobStoreContract(
  make: () => Promise<{ store: BlobStore; dispose: () => Promise<void> }>,
): void {
  describe('BlobStore', () => {
    let store: BlobStore;
    let dispose: () => Promise<void>;
    beforeEach(async () => {
      ({ store, dispose } = await make());
    });
    afterEach(() => dispose());

    const list = async () => (await Array.fromAsync(store.list())).sort();

    test('names bytes by their SHA-256 and gives them back as they were', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
          const name = await store.put(bytes);
          expect(name).toBe(hashOf(bytes));
          expect(Buffer.from((await store.get(name)) ?? [255])).toEqual(Buffer.from(bytes));
        }),
        { numRuns: 25 },
      );
    });

    test('stores the same bytes once, also when put many times at once', async () => {
      const bytes = bytesOf('Referat af møde i KKR');
      const names = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
      expect(new Set(names)).toEqual(new Set([hashOf(bytes)]));
      expect(await list()).toEqual([hashOf(bytes)]);
    });

    test('an empty store lists nothing', async () => {
      expect(await list()).toEqual([]);
    });

    test('answers null for what it does not have', async () => {
      const unknown = hashOf(bytesOf('aldrig modtaget'));
      expect(await store.get(unknown)).toBeNull();
    });

    test.each(['../../etc/passwd', '', 'A'.repeat(64), 'ab'])('refuses the name %j', async (name) => {
      await expect(store.get(name)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
