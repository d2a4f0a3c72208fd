import { repairPages } from '../../extract/repair/pages.ts';
import type { Repairer } from '../../extract/repair/repair.ts';
import { type RepairScore, scoreRepair, sumRepairs } from '../score/repair.ts';
import type { Kind } from './kinds.ts';
import type { CleanDocument } from './texts.ts';

/** A page as it was and as it was read. */
export interface DamagedPage {
  readonly truth: string;
  readonly read: string;
}

/** Damages every page in one way, repairs it, and says how many words came out right. */
export function measureKind(
  kind: Kind,
  documents: readonly CleanDocument[],
  repairer: Pick<Repairer, 'repair' | 'damageOf'>,
  seed: number,
): RepairScore {
  const damaged = documents.map(({ pages }) =>
    pages.map((truth) => ({ truth, read: kind.damage(truth, seed) })),
  );
  return measureDocuments(damaged, (text) => repairPages(text, repairer).text);
}

/** @param repair takes and gives a document whose pages form feeds part */
export function measureDocuments(
  documents: readonly (readonly DamagedPage[])[],
  repair: (text: string) => string,
  shown: (text: string) => string = (text) => text,
): RepairScore {
  return sumRepairs(
    documents.flatMap((pages) => {
      const repaired = repair(pages.map(({ read }) => read).join('\f')).split('\f');
      return pages.map(({ truth, read }, at) =>
        scoreRepair(shown(truth), shown(read), shown(repaired[at] ?? '')),
      );
    }),
  );
}

/** Words alone: what a reader makes of bullets, dashes and commas is not repair's to mend. */
export function wordsAlone(text: string): string {
  return text
    .split(/\s+/u)
    .map((token) => token.replaceAll(/^[^\p{L}\p{N}@&|]+|[^\p{L}\p{N}@&|]+$/gu, ''))
    .filter((token) => /\p{L}/u.test(token))
    .join(' ');
}

/** Words that repair changes in text that has no fault, and how many there are. */
export function measureClean(
  texts: readonly string[],
  repairer: Pick<Repairer, 'repair'>,
): { words: number; changed: number; changes: string[] } {
  let words = 0;
  const changes: string[] = [];
  for (const text of texts) {
    words += text.match(/\S+/gu)?.length ?? 0;
    for (const edit of repairer.repair(text, null).edits) {
      const around = text.slice(Math.max(0, edit.start - 20), edit.end + 20).replaceAll('\n', ' ');
      changes.push(
        `${edit.rule}: ${JSON.stringify(edit.before)} -> ${JSON.stringify(edit.after)} in ${around}`,
      );
    }
  }
  return { words, changed: changes.length, changes };
}

/** Words a second on one core, the best of three rounds after a first one that fills the caches. */
export function measureSpeed(texts: readonly string[], repairer: Pick<Repairer, 'repair'>): number {
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    for (const text of texts) repairer.repair(text, null);
    if (round > 0) best = Math.min(best, performance.now() - start);
  }
  return Math.round((words / best) * 1000);
}
