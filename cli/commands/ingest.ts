import type { ArchiveStore } from '../../core/archive-store.ts';
import type { Source } from '../../core/document.ts';
import { KkrError } from '../../core/errors.ts';
import { type IngestSummary, ingest, readAgain } from '../../ingest/ingest.ts';
import type { ReadAllTools, ReadingWatcher } from '../../ingest/read-all.ts';
import type { House } from '../compose.ts';
import { EXIT, ExitWith } from '../failures.ts';
import { count, print, printJson, say } from '../output.ts';
import { progressDisplay } from '../progress.ts';
import { type GlobalFlags, untilStopped, withHouse } from '../session.ts';

type IngestFlags = GlobalFlags & { json?: true };

interface ReadingChoice {
  /** Others read: this process only fills the queue and waits. */
  readonly queueOnly?: true;
}

/** `kkr ingest`: receives files and reads them into the archive. */
export async function ingestCommand(
  paths: readonly string[],
  flags: IngestFlags & ReadingChoice,
): Promise<void> {
  await withHouse(flags, async (house) => {
    if (flags.queueOnly && !house.config.redisUrl) {
      throw new KkrError('config-invalid', 'KKR_REDIS_URL is not set: without it nobody else reads.');
    }
    finish(await ingestWithProgress(house, paths, flags), flags);
  });
}

/** `kkr retry`: reads again what failed. */
export async function retryCommand(flags: IngestFlags): Promise<void> {
  await again(flags, async (house) => (await house.archive()).requeue('failed'));
}

/** `kkr reread`: reads documents again that were read before, say by an older version. */
export async function rereadCommand(
  ids: readonly string[],
  flags: IngestFlags & { all?: true; outdated?: true },
): Promise<void> {
  await again(flags, async (house) => {
    const archive = await house.archive();
    if (flags.all) return archive.requeue('read');
    if (flags.outdated) return archive.requeue({ notRepairedBy: await presentRepair(archive) });
    const sources: Source[] = [];
    for (const id of ids) {
      const document = await archive.document(id);
      if (!document) throw new KkrError('not-found', `This archive has no document ${id}.`);
      sources.push(...(await archive.requeue({ sha256: document.source.sha256 })));
    }
    return sources;
  });
}

/** The version of repair that a document would be read with now. */
async function presentRepair(archive: ArchiveStore): Promise<string> {
  const { loadRepairers } = await import('../../extract/repair/learn.ts');
  return loadRepairers()(await archive.taughtWords()).version;
}

async function again(flags: IngestFlags, requeue: (house: House) => Promise<Source[]>): Promise<void> {
  await withHouse(flags, async (house) => {
    const sources = await requeue(house);
    finish(await withProgress(house, (tools, watcher) => readAgain(sources, tools, watcher)), flags);
  });
}

export function ingestWithProgress(
  house: House,
  paths: readonly string[],
  { queueOnly }: ReadingChoice = {},
): Promise<IngestSummary> {
  return withProgress(house, (tools, watcher) =>
    ingest(paths, queueOnly ? { ...tools, concurrency: 0 } : tools, watcher),
  );
}

function withProgress(
  house: House,
  read: (tools: ReadAllTools, watcher: ReadingWatcher) => Promise<IngestSummary>,
): Promise<IngestSummary> {
  const display = progressDisplay();
  return untilStopped(
    async (signal) => {
      try {
        return await read(await house.readingTools(signal), display);
      } finally {
        display.end();
      }
    },
    () => {
      display.end();
      say('Stopping; the same command goes on where this one leaves off.');
    },
  );
}

function finish(summary: IngestSummary, flags: IngestFlags): void {
  if (flags.json) printJson(summary);
  else print(summaryText(summary));
  if (summary.failed.length > 0) throw new ExitWith(EXIT.failed);
}

/** What could not be opened is not in the archive, and no retry knows of it. */
const NEVER_RECEIVED = 'file-unreadable';

export function summaryText({ read, alreadyThere, failed }: IngestSummary): string {
  const pages = read.reduce((sum, document) => sum + document.pages, 0);
  const items = read.reduce((sum, document) => sum + document.items, 0);
  return [
    `Read:          ${count(read.length, 'document')}, ${count(pages, 'page')}, ${count(items, 'item')}`,
    `Already there: ${count(alreadyThere.length, 'document')}`,
    `Failed:        ${count(failed.length, 'document')}`,
    ...failed.map(
      ({ name, code, message, retryable }) =>
        `  ${name}: ${code}: ${message}${retryable && code !== NEVER_RECEIVED ? ' (kkr retry tries again)' : ''}`,
    ),
  ].join('\n');
}
