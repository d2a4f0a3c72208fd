import type { ArchiveStatus, DocumentSummary } from '../../core/archive-store.ts';
import { count, print, printJson } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

/** `kkr status`: what the archive holds, what waits, what failed and why. */
export async function status(flags: GlobalFlags & { json?: true }): Promise<void> {
  await withHouse(flags, async (house) => {
    const archive = await house.archive();
    const facts = await archive.status();
    const failed = facts.documents.failed > 0 ? await failures(await archive.documents()) : [];
    const index = await (await house.index()).stats();
    const { dataDir } = house.config;
    if (flags.json) printJson({ dataDir, ...facts, index, failures: failed });
    else print(statusText(dataDir, facts, index, failed));
  });
}

function failures(documents: readonly DocumentSummary[]) {
  return documents
    .filter(({ state }) => state === 'failed')
    .map(({ source, failure }) => ({ name: source.name, sha256: source.sha256, ...failure }));
}

function statusText(
  dataDir: string,
  { documents, pages, items, meetings }: ArchiveStatus,
  index: { engine: string; records: number },
  failed: ReturnType<typeof failures>,
): string {
  const states = [
    `${documents.read} read`,
    `${documents.waiting} waiting`,
    `${documents.reading} being read`,
  ];
  return [
    `Archive:   ${dataDir}`,
    `Documents: ${states.join(', ')}, ${documents.failed} failed`,
    `Contents:  ${count(meetings, 'meeting')}, ${count(items, 'item')}, ${count(pages, 'page')}`,
    `Search:    ${count(index.records, 'record')} in ${index.engine}`,
    ...failed.map(({ name, code, message }) => `  ${name}: ${code ?? 'failed'}: ${message ?? ''}`),
  ].join('\n');
}
