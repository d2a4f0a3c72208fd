import type { DocumentSummary } from '../core/archive-store.ts';
import type { Source } from '../core/document.ts';
import { type ErrorCode, type KkrError, toKkrError } from '../core/errors.ts';
import { type ReadAllTools, type ReadingWatcher, readAll } from './read-all.ts';
import { registerFile } from './register.ts';
import { type FoundFile, findFiles } from './sources.ts';

/** What `kkr ingest` ends with. */
export interface IngestSummary {
  readonly read: readonly { name: string; sha256: string; pages: number; items: number }[];
  readonly alreadyThere: readonly { name: string; sha256: string }[];
  readonly failed: readonly IngestFailure[];
}

export interface IngestFailure {
  /** The file's name, or the path where no file was found. */
  readonly name: string;
  /** Null where the file never came into the archive. */
  readonly sha256: string | null;
  readonly code: ErrorCode;
  readonly message: string;
  /** Whether `kkr retry` may help. */
  readonly retryable: boolean;
}

/**
 * Receives the files that the paths name and has them read, together with what
 * an earlier, killed ingest left unread. Running it again is cheap and safe:
 * what is read is left alone, and what failed for a passing reason is tried anew.
 */
export async function ingest(
  paths: readonly string[],
  tools: ReadAllTools,
  watcher: ReadingWatcher = {},
): Promise<IngestSummary> {
  const alreadyThere: IngestSummary['alreadyThere'][number][] = [];
  const failed: IngestFailure[] = [];
  const refuse = (name: string, problem: KkrError) => {
    const { code, message, retryable } = problem;
    failed.push({ name, sha256: null, code, message, retryable });
  };

  const settled = await readAll(sourcesToRead(), tools, watcher);
  const summary = summarize(settled);
  return { read: summary.read, alreadyThere, failed: [...failed, ...summary.failed] };

  async function* sourcesToRead(): AsyncGenerator<Source> {
    for (const document of await tools.archive.unfinished()) yield document.source;
    const seen = new Set<string>();
    for await (const file of findFiles(paths, refuse)) {
      const received = await receive(file);
      if (!received) continue;
      const { source, again } = received;
      if (seen.has(source.sha256) || !again) alreadyThere.push({ name: file.name, sha256: source.sha256 });
      else yield source;
      seen.add(source.sha256);
    }
  }

  /** `again` is false where the document was read before; one that failed for good is reported, not read. */
  async function receive(file: FoundFile): Promise<{ source: Source; again: boolean } | null> {
    try {
      const { source, news } = await registerFile(file, { blobs: tools.blobs, ledger: tools.archive });
      const known = news === 'known' ? await tools.archive.document(source.sha256) : null;
      // Receiving a file mends its original, so that this failure is over as well.
      const mended = known?.failure?.code === 'original-damaged';
      if (known?.state === 'failed' && known.failure?.retryable === false && !mended) {
        failed.push(failureOf(known));
        return null;
      }
      if (known?.state === 'failed') await tools.archive.requeue({ sha256: source.sha256 });
      return { source, again: known?.state !== 'read' };
    } catch (thrown) {
      const problem = toKkrError(thrown);
      // A full disk or a lost archive ends the ingest: every further file would fail alike.
      if (problem.code === 'disk-full' || !problem.code.match(/^(file|pdf)-/)) throw problem;
      refuse(file.name, problem);
      return null;
    }
  }
}

/** Reads documents that the archive has put back to waiting, and tells how it went. */
export async function readAgain(
  sources: readonly Source[],
  tools: ReadAllTools,
  watcher: ReadingWatcher = {},
): Promise<IngestSummary> {
  return { ...summarize(await readAll(sources, tools, watcher)), alreadyThere: [] };
}

function summarize(settled: readonly DocumentSummary[]): Pick<IngestSummary, 'read' | 'failed'> {
  const read = settled
    .filter((document) => document.state === 'read')
    .map(({ source, pageCount, itemCount }) => ({
      name: source.name,
      sha256: source.sha256,
      pages: pageCount,
      items: itemCount,
    }));
  return { read, failed: settled.filter((document) => document.state === 'failed').map(failureOf) };
}

function failureOf({ source, failure }: DocumentSummary): IngestFailure {
  const { code, message, retryable } = failure ?? {
    code: 'internal' as const,
    message: 'The archive has no reason on record.',
    retryable: false,
  };
  return { name: source.name, sha256: source.sha256, code, message, retryable };
}
