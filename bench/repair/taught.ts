import { createListener } from '../../danish/taught-words.ts';
import { withTaughtWords } from '../../extract/repair/learn.ts';
import { loadRepairModel } from '../../extract/repair/load.ts';
import { repairPages } from '../../extract/repair/pages.ts';
import { createRepairer } from '../../extract/repair/repair.ts';
import { type RepairScore, sumRepairs } from '../score/repair.ts';
import { type DamagedPage, measureDocuments, wordsAlone } from './measure.ts';
import type { CleanDocument } from './texts.ts';

/**
 * The same pages, each document repaired by an archive that holds all the others
 * clean: what an archive gains that teaches itself. `read` are the pages of
 * `documents`, in their order.
 */
export function measureTaught(
  documents: readonly CleanDocument[],
  read: readonly (readonly DamagedPage[])[],
): RepairScore {
  const model = loadRepairModel();
  return sumRepairs(
    documents.map((own, at) => {
      const listener = createListener();
      for (const other of documents) {
        if (other !== own) listener.hear({ meeting: other.name, pages: other.pages });
      }
      const repairer = createRepairer(withTaughtWords(model, listener.learnt()));
      return measureDocuments([read[at] ?? []], (text) => repairPages(text, repairer).text, wordsAlone);
    }),
  );
}
