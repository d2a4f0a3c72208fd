import type { Config } from '../core/config.ts';
import type { Document } from '../core/document.ts';
import type { DocumentReader, ReadProgress } from '../core/document-reader.ts';
import { KkrError } from '../core/errors.ts';
import type { TaughtWords } from '../core/taught-words.ts';
import type { Order } from './isolated/messages.ts';
import { type Limits, ReadingProcess } from './isolated/read-attempt.ts';
import { type PageReading, unreadPage } from './page-reading.ts';

export interface IsolatedOptions {
  readonly ocr: Config['ocr'];
  /** Documents read at the same time, each in a process of its own. */
  readonly workers: number;
  readonly limits?: Partial<Limits>;
  /** Another reading process than the real one, for tests. */
  readonly program?: string;
}

const MIB = 2 ** 20;
const LIMITS: Limits = { silenceMs: 180_000, documentMs: 300_000, perPageMs: 30_000, memoryBytes: 960 * MIB };
/** So many pages of one document may kill their reader; with more the file itself is taken for harmful. */
const DEADLY_PAGES = 3;
/** Fonts and pictures leave holes in memory, so that a process is replaced now and then. */
const DOCUMENTS_PER_PROCESS = 50;

/**
 * Reads documents in processes of their own, with limits on time and memory: what
 * a file does to its reader, no other file and no served page notices. A page that
 * kills its reader is given up, and the document read on without it; pages read
 * before are not read again.
 */
export function createIsolatedReader(options: IsolatedOptions): DocumentReader {
  return new IsolatedReader(options);
}

class IsolatedReader implements DocumentReader {
  readonly #ocr: Config['ocr'];
  readonly #limits: Limits;
  readonly #program: string | undefined;
  readonly #idle: { process: ReadingProcess; documents: number }[] = [];
  readonly #busy = new Set<ReadingProcess>();
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #closed = false;

  constructor({ ocr, workers, limits = {}, program }: IsolatedOptions) {
    this.#ocr = ocr;
    this.#limits = { ...LIMITS, ...limits };
    this.#program = program;
    this.#free = workers;
  }

  async read(
    bytes: Uint8Array,
    name: string,
    onProgress?: ReadProgress,
    taught?: TaughtWords | null,
  ): Promise<Document> {
    await this.#enter();
    try {
      return await this.#read({ bytes, name, ...(taught ? { taught } : {}) }, onProgress);
    } finally {
      this.#leave();
    }
  }

  close(): Promise<void> {
    this.#closed = true;
    const reason = new KkrError('read-crashed', 'Reading was stopped, as the program is ending.');
    for (const { process } of this.#idle.splice(0)) process.kill(reason);
    for (const process of this.#busy) process.kill(reason);
    for (const wake of this.#waiting.splice(0)) wake();
    return Promise.resolve();
  }

  async #read(what: Omit<Order, 'known'>, onProgress?: ReadProgress): Promise<Document> {
    const known = new Map<number, PageReading>();
    const deadly = new Set<number>();
    let fresh = false;
    for (;;) {
      this.#refuseIfClosed();
      const worker = (fresh ? undefined : this.#takeIdle()) ?? {
        process: new ReadingProcess(this.#ocr, this.#limits, this.#program),
        documents: 0,
      };
      this.#busy.add(worker.process);
      const order = { ...what, known: [...known.values()] };
      const outcome = await worker.process.attempt(order, (page) => known.set(page.number, page), onProgress);
      this.#busy.delete(worker.process);
      if (outcome.type !== 'killed') this.#giveBack(worker);
      if (outcome.type === 'document') return outcome.document;
      if (outcome.type === 'refused') throw outcome.error;
      const { page, error } = outcome;
      this.#refuseIfClosed();
      // It may have been dying of the document before; only a new process tells whether this one did it.
      if (page === null && error.code === 'read-crashed' && worker.documents > 0 && !fresh) {
        fresh = true;
        continue;
      }
      if (page === null || known.has(page) || deadly.size >= DEADLY_PAGES) throw error;
      deadly.add(page);
      known.set(page, unreadPage(page, error.code, error.message));
    }
  }

  /** One that waits for work, unless it died while it waited. */
  #takeIdle(): { process: ReadingProcess; documents: number } | undefined {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.process.alive) return idle;
    }
    return undefined;
  }

  #giveBack(worker: { process: ReadingProcess; documents: number }): void {
    const documents = worker.documents + 1;
    if (this.#closed || documents >= DOCUMENTS_PER_PROCESS || !worker.process.alive) {
      worker.process.kill(new KkrError('read-crashed', 'The reading process was replaced.'));
    } else this.#idle.push({ process: worker.process, documents });
  }

  async #enter(): Promise<void> {
    while (this.#free === 0 && !this.#closed)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#refuseIfClosed();
    this.#free -= 1;
  }

  #leave(): void {
    this.#free += 1;
    this.#waiting.shift()?.();
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new KkrError('read-crashed', 'Reading was stopped, as the program is ending.');
  }
}
