import type { ArchiveStore } from '../core/archive-store.ts';
import type { SearchIndex, SearchRecord } from '../core/search-index.ts';

export interface IndexTools {
  readonly archive: ArchiveStore;
  readonly index: SearchIndex;
  /** What the index shall hold of a document, as the archive stands now. */
  readonly recordsOf: (archive: ArchiveStore, sha256: string) => Promise<readonly SearchRecord[]>;
}

/**
 * Indexes what the archive tells otherwise than the index has it: the document
 * just read, the other documents of its meeting (minutes take the place of the
 * agenda's text), and whatever a killed process left undone.
 *
 * Two workers may do this for one document at once. The archive's revision
 * decides: who finds it changed after writing writes again, so that the last to
 * write has written the newest.
 */
export async function payIndexDebts({ archive, index, recordsOf }: IndexTools): Promise<void> {
  for (let debts = await archive.unindexed(); debts.length > 0; debts = await archive.unindexed()) {
    for (const debt of debts) {
      await index.replace(debt.sha256, await recordsOf(archive, debt.sha256));
      await archive.indexed(debt);
    }
  }
}

/**
 * Makes the index anew where it is empty and the archive is not: it was deleted,
 * or an older version wrote it. Searches meanwhile find what is there already.
 */
export async function fillEmptyIndex(tools: IndexTools): Promise<void> {
  const { pages } = await tools.archive.status();
  if (pages > 0 && (await tools.index.stats()).records === 0) await rebuildIndex(tools);
}

/** Makes the index anew from the archive while the old one serves. */
export async function rebuildIndex(tools: IndexTools): Promise<void> {
  const debts = await tools.archive.unindexed();
  await tools.index.rebuild(allRecords(tools));
  for (const debt of debts) await tools.archive.indexed(debt);
}

async function* allRecords({ archive, recordsOf }: IndexTools): AsyncGenerator<SearchRecord> {
  for (const { source } of await archive.documents()) yield* await recordsOf(archive, source.sha256);
}
