import { rebuildIndex } from '../../ingest/index-debts.ts';
import { count, print } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

/** `kkr reindex`: makes the search index anew from the archive while the old one serves. */
export async function reindex(flags: GlobalFlags): Promise<void> {
  await withHouse(flags, async (house) => {
    const tools = await house.indexTools();
    await rebuildIndex(tools);
    const { engine, records } = await tools.index.stats();
    print(`Indexed ${count(records, 'record')} in ${engine}.`);
  });
}
