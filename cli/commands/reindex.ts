import type { ArchiveStore } from '../../core/archive-store.ts';
import type { SearchRecord } from '../../core/search-index.ts';
import { count, print } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

/** `kkr reindex`: makes the search index anew from the archive while the old one serves. */
export async function reindex(flags: GlobalFlags): Promise<void> {
  await withHouse(flags, async (house) => {
    const { recordsOf } = await import('../../index/records.ts');
    const archive = await house.archive();
    const index = await house.index();
    await index.rebuild(allRecords(archive, recordsOf));
    const { engine, records } = await index.stats();
    print(`Indexed ${count(records, 'record')} in ${engine}.`);
  });
}

async function* allRecords(
  archive: ArchiveStore,
  recordsOf: (archive: ArchiveStore, sha256: string) => Promise<readonly SearchRecord[]>,
): AsyncGenerator<SearchRecord> {
  for (const { source, state } of await archive.documents()) {
    if (state === 'read') yield* await recordsOf(archive, source.sha256);
  }
}
