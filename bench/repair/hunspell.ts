import { spawnSync } from 'node:child_process';
import type { RepairScore } from '../score/repair.ts';
import { type DamagedPage, measureDocuments, wordsAlone } from './measure.ts';

/** What a plain spell checker makes of the same pages: its first suggestion for every word that it does not know. */
export function measureHunspell(pages: readonly DamagedPage[]): RepairScore | null {
  const words = new Set(pages.flatMap(({ read }) => read.match(/\p{L}+/gu) ?? []));
  const run = spawnSync('hunspell', ['-d', 'da_DK', '-i', 'utf-8', '-a'], {
    input: [...words].map((word) => `^${word}`).join('\n'),
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) return null;
  const first = new Map<string, string>();
  for (const line of run.stdout.toString('utf8').split('\n')) {
    const found = /^& (\S+) \d+ \d+: ([^,]+)/u.exec(line);
    if (found?.[1] && found[2]) first.set(found[1], found[2]);
  }
  const repair = (text: string): string => text.replaceAll(/\p{L}+/gu, (word) => first.get(word) ?? word);
  return measureDocuments(
    pages.map((page) => [page]),
    repair,
    wordsAlone,
  );
}
