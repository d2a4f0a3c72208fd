import { checkArchive, type Fault } from '../../archive/check.ts';
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
    const { documents } = await store.status();
    const all = Object.values(documents).reduce((sum, each) => sum + each, 0);
    if (flags.json) printJson({ documents: all, faults });
    else print(`Checked ${count(all, 'document')}: ${count(faults.length, 'fault')}.`);
    if (faults.length > 0) throw new ExitWith(EXIT.failed);
  });
}
