import { Worker } from 'node:worker_threads';
import { isErrorCode, KkrError } from '../../core/errors.ts';
import type { SearchQuery, SearchRecord, SearchResult } from '../../core/search-index.ts';
import type { PreparedRecord } from './prepare.ts';

/** What can be asked of a thread, and what it answers with. */
export interface ThreadCalls {
  search: { in: SearchQuery; out: SearchResult };
  size: { in: null; out: number };
  replace: { in: { document: string; records: readonly SearchRecord[] }; out: null };
  startRebuild: { in: null; out: null };
  /** A thread hands each word over once, so that it prepares for one rebuild only. */
  prepare: { in: readonly SearchRecord[]; out: readonly PreparedRecord[] };
  addToRebuild: { in: readonly PreparedRecord[]; out: null };
  finishRebuild: { in: null; out: null };
  abandonRebuild: { in: null; out: null };
  close: { in: null; out: null };
}
export type ThreadCall = keyof ThreadCalls;

export interface ThreadRequest {
  readonly number: number;
  readonly call: ThreadCall;
  readonly input: never;
}

/** `never` since only the caller of a call knows what it answers with. */
export type ThreadReply =
  | { readonly number: number; readonly output: never }
  | { readonly number: number; readonly failure: { code: string; message: string; reason: string } };

/** A thread with an open index; SQLite would block whichever thread it runs in. Calls are answered in order. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (output: never) => void; reject: (error: Error) => void }>();
  #calls = 0;
  #ended: Error | null = null;

  constructor(dataDir: string) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { dataDir },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    this.#worker.on('message', (reply: ThreadReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('The search thread has ended')));
    // An idle index keeps no program running.
    this.#worker.unref();
  }

  /** Calls that are not answered yet. */
  get pending(): number {
    return this.#waiting.size;
  }

  call<C extends ThreadCall>(call: C, input: ThreadCalls[C]['in']): Promise<ThreadCalls[C]['out']> {
    if (this.#ended) return Promise.reject(unavailable(this.#ended));
    const number = ++this.#calls;
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) this.#worker.ref();
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, call, input });
    });
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.call('close', null);
    await this.#worker.terminate();
  }

  #settle(reply: ThreadReply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (!waiting) return;
    if ('failure' in reply) {
      const { code, message, reason } = reply.failure;
      waiting.reject(
        new KkrError(isErrorCode(code) ? code : 'search-unavailable', message, { cause: new Error(reason) }),
      );
    } else waiting.resolve(reply.output);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(unavailable(error));
    this.#waiting.clear();
  }
}

function unavailable(error: Error): KkrError {
  return new KkrError('search-unavailable', `The search index does not answer: ${error.message}`, {
    cause: error,
  });
}
