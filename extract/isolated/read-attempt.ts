import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../core/config.ts';
import type { Document } from '../../core/document.ts';
import type { ReadProgress } from '../../core/document-reader.ts';
import { type ErrorCode, isErrorCode, KkrError } from '../../core/errors.ts';
import type { PageReading } from '../page-reading.ts';
import { residentBytes } from './memory-watch.ts';
import { type Order, Report } from './messages.ts';

export interface Limits {
  /** From one sign of life to the next: the longest that opening the file or one page may take. */
  readonly silenceMs: number;
  /** The whole document: this much and as much again for every page. */
  readonly documentMs: number;
  readonly perPageMs: number;
  /** Memory that the reading process may hold. */
  readonly memoryBytes: number;
}

/** How an attempt ended: with a document, with a plain refusal, or killed while it read `page`. */
export type Outcome =
  | { readonly type: 'document'; readonly document: Document }
  | { readonly type: 'refused'; readonly error: KkrError }
  | { readonly type: 'killed'; readonly error: KkrError; readonly page: number | null };

const PROGRAM = fileURLToPath(new URL('./reading-process.ts', import.meta.url));
/** All that the process may open: the program, its packages and its data. The document comes in a message. */
const HOME = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = dirname(dirname(createRequire(import.meta.url).resolve('zod/package.json')));
/**
 * Node's permission model: it opens no other file, writes none, starts no program.
 * Canvas is an addon and OCR a worker thread; both are our own packages. The network
 * is not barred before Node 25.
 */
const PERMISSIONS = [
  '--permission',
  `--allow-fs-read=${HOME}`,
  `--allow-fs-read=${PACKAGES}`,
  '--allow-addons',
  '--allow-worker',
];
const WATCH_MS = 100;
const START_MS = 60_000;
const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT', 'TEMP'];

/** One reading process. It reads one document after another until something in it breaks. */
export class ReadingProcess {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  #ended: KkrError | null = null;
  /** When it said that it is loaded; a busy machine may take long over that, which is no file's fault. */
  #ready: number | null = null;
  /** While its memory is being asked for; a slow system is not asked a second time. */
  #looking = false;

  /** `program` is another than the real one in tests of what a process may do. */
  constructor(ocr: Config['ocr'], limits: Limits, program = PROGRAM) {
    this.#limits = limits;
    const heap = Math.floor((limits.memoryBytes * 0.75) / 2 ** 20);
    this.#child = fork(program, [ocr], {
      serialization: 'advanced',
      env: environment(),
      execArgv: [
        `--max-old-space-size=${heap}`,
        ...PERMISSIONS,
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
      ],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.once('message', () => {
      this.#ready = Date.now();
    });
    this.#child.on('exit', () => {
      this.#ended ??= new KkrError('read-crashed', 'The process that read the document ended unexpectedly.');
    });
    this.#child.on('error', () =>
      this.kill(new KkrError('read-crashed', 'The reading process could not be started.')),
    );
  }

  get alive(): boolean {
    return this.#ended === null;
  }

  kill(reason: KkrError): void {
    this.#ended ??= reason;
    this.#child.kill('SIGKILL');
  }

  attempt(order: Order, onPage: (reading: PageReading) => void, onProgress?: ReadProgress): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const started = Date.now();
    let heard = started;
    let allowed = this.#limits.documentMs;
    let page: number | null = null;
    let settled = false;

    const killed = (error: KkrError): void => {
      // What was noticed too late is nothing to the next document that the process reads.
      if (settled) return;
      this.kill(error);
      settle({ type: 'killed', error: this.#ended ?? error, page });
    };
    const onExit = (): void =>
      killed(new KkrError('read-crashed', 'The process that read the document ended unexpectedly.'));
    const onMessage = (message: unknown): void => {
      const parsed = Report.safeParse(message);
      if (!parsed.success) {
        killed(new KkrError('read-crashed', 'The reading process sent nonsense.'));
        return;
      }
      heard = Date.now();
      const report = parsed.data;
      if (report.type === 'begin') page = report.page;
      if (report.type === 'page') onPage(report.reading);
      if (report.type === 'progress') {
        allowed = this.#limits.documentMs + report.total * this.#limits.perPageMs;
        onProgress?.(report.done, report.total);
      }
      if (report.type === 'document') settle({ type: 'document', document: report.document });
      if (report.type === 'failed')
        settle({ type: 'refused', error: new KkrError(codeOf(report.code), report.message) });
    };
    const watch = setInterval(() => {
      const now = Date.now();
      const silent = this.#ready === null ? now - heard - START_MS : now - Math.max(heard, this.#ready);
      if (silent > this.#limits.silenceMs || now - started > allowed) {
        const seconds = Math.round((now - started) / 1000);
        killed(
          new KkrError(
            'read-timeout',
            `Reading was stopped after ${seconds} s${page === null ? '' : ` on page ${page}`}.`,
          ),
        );
      } else void this.#watchMemory(killed);
    }, WATCH_MS);
    const settle = (outcome: Outcome): void => {
      settled = true;
      clearInterval(watch);
      this.#child.off('message', onMessage).off('exit', onExit);
      resolve(outcome);
    };
    this.#child.on('message', onMessage).on('exit', onExit);
    if (this.#ended !== null) killed(this.#ended);
    else
      this.#child.send(
        order,
        (error) => error !== null && killed(new KkrError('read-crashed', error.message)),
      );
    return promise;
  }

  async #watchMemory(killed: (error: KkrError) => void): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined || this.#looking) return;
    this.#looking = true;
    const bytes = await residentBytes(pid);
    this.#looking = false;
    if (bytes === null || bytes <= this.#limits.memoryBytes) return;
    const limit = Math.round(this.#limits.memoryBytes / 2 ** 20);
    killed(new KkrError('read-out-of-memory', `Reading took more than ${limit} MiB of memory.`));
  }
}

/** Of the environment only what a program needs to run: what reads hostile files shall know no password. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    NEEDED.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function codeOf(code: string): ErrorCode {
  return isErrorCode(code) ? code : 'internal';
}
