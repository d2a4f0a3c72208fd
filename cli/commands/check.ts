import { checkArchive, type Fault } from '../../archive/check.ts';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { EXIT, ExitWith } from '../failures.ts';
import { count, print, printJson } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

/** `kkr check`: whether the records are sound and every original is there as it was received. */
export async function check(flags: GlobalFlags & { json?: true }): Promise<void> {
  await withHouse(flags, async (house) => {
    const store = await house.archive();
    const faults: Fault[] = [];
    for await (const fault of checkArchive(store, await house.blobs())) {
      faults.push(fault);
      if (!flags.json) print(fault.message);
    }
    const documents = await documentsOf(store, faults);
    if (flags.json) printJson({ documents, faults });
    else print(`Checked ${count(documents, 'document')}: ${count(faults.length, 'fault')}.`);
    if (faults.length > 0) throw new ExitWith(EXIT.failed);
  });
}

/** None where the records are too damaged to be counted. */
async function documentsOf(store: ArchiveStore, faults: readonly Fault[]): Promise<number> {
  try {
    const { documents } = await store.status();
    return Object.values(documents).reduce((sum, each) => sum + each, 0);
  } catch (thrown) {
    if (faults.some(({ kind }) => kind === 'records-damaged')) return 0;
    throw thrown;
  }
}
