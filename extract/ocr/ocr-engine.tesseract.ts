import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { z } from 'zod';
import { KkrError, toKkrError } from '../../core/errors.ts';
import type { OcrEngine, OcrImage, OcrResult, Quarters } from '../../core/ocr-engine.ts';
import type { Language } from '../../core/vocabulary.ts';
import { toOcrResult } from './tesseract-lines.ts';
import { inlineWasmCalls } from './wasm-inlining.ts';

export interface TesseractOptions {
  /** A page that takes longer, start of a worker included, is given up and its worker replaced. */
  readonly pageTimeoutMs: number;
  /** WebAssembly memory grows and never shrinks, so a worker is replaced after this many pages. */
  readonly pagesPerWorker: number;
  readonly psm: PSM;
}

const DEFAULTS: TesseractOptions = { pageTimeoutMs: 120_000, pagesPerWorker: 100, psm: PSM.AUTO };

/** Tesseract's names of the models; Norwegian is one model for both forms. */
const MODELS = { dan: 'dan', swe: 'swe', nob: 'nor', eng: 'eng', deu: 'deu' } as const satisfies Record<
  Language,
  string
>;

/** Tesseract's model of scripts and orientation. */
const ORIENTATION = 'osd';
/** Most pages need one model, some a second for a few words; each holds its memory. */
const MOST_WORKERS = 2;
const QUARTERS = [0, 1, 2, 3] as const;
/** A line read with less certainty (0 to 1) is read once more as light print, which native tesseract does too. */
const LIGHT_PRINT = { looked: '0.7', not: '0' } as const;
/** Logarithm of how much likelier the orientation is than the next; pages of text come to ten and more. */
const CERTAIN = 1;

const require = createRequire(import.meta.url);
const { version } = z.object({ version: z.string() }).parse(require('tesseract.js/package.json'));

/**
 * tesseract.js with the models of the npm packages @tesseract.js-data/*, read from
 * disk: nothing is fetched or cached. A worker thread for each of the two models used
 * last; pages are read one after the other.
 */
export function createTesseract(options: Partial<TesseractOptions> = {}): OcrEngine {
  inlineWasmCalls();
  return new TesseractEngine({ ...DEFAULTS, ...options });
}

interface Running {
  readonly worker: Worker;
  readonly model: string;
  pages: number;
  /** Rejects when the worker's thread dies, which tesseract.js leaves unanswered. */
  readonly died: Promise<never>;
}

class TesseractEngine implements OcrEngine {
  readonly version = `tesseract.js ${version} best_int`;
  readonly #options: TesseractOptions;
  #running: Running[] = [];
  #starting: Promise<Running> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: TesseractOptions) {
    this.#options = options;
  }

  recognize(image: OcrImage): Promise<OcrResult | null> {
    return this.#inTurn(image, () => this.#read(image));
  }

  orientation(image: OcrImage): Promise<Quarters | null> {
    return this.#inTurn(image, () => this.#orient(image));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#stop();
  }

  /** One page after the other, each within its time. */
  #inTurn<T>(image: OcrImage, work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => this.#attempt(image, work));
    this.#queue = result.catch(() => null);
    return result;
  }

  async #attempt<T>({ signal }: OcrImage, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new KkrError('ocr-failed', 'The OCR engine was closed.');
    try {
      signal?.throwIfAborted();
      return await this.#inTime(work(), signal);
    } catch (thrown) {
      await this.#stop();
      if (thrown instanceof KkrError) throw thrown;
      const message = typeof thrown === 'string' ? thrown : toKkrError(thrown).message;
      throw new KkrError('ocr-failed', `The OCR engine failed: ${message}`, { cause: thrown });
    }
  }

  async #read(image: OcrImage): Promise<OcrResult> {
    const { worker, died } = await this.#ready(MODELS[image.languages[0] ?? 'dan']);
    const work = async (): Promise<OcrResult> => {
      await worker.setParameters({
        user_defined_dpi: String(Math.round(image.dpi ?? 0)),
        invert_threshold: image.mayHoldLightPrint === false ? LIGHT_PRINT.not : LIGHT_PRINT.looked,
      });
      const answer = await worker.recognize(Buffer.from(image.bytes), {}, { text: false, tsv: true });
      return toOcrResult(answer.data.tsv ?? '');
    };
    return await Promise.race([work(), died]);
  }

  async #orient(image: OcrImage): Promise<Quarters | null> {
    const { worker, died } = await this.#ready(ORIENTATION);
    const answer = await Promise.race([worker.detect(Buffer.from(image.bytes)), died]);
    const { orientation_degrees: degrees, orientation_confidence: confidence } = answer.data;
    const turned = QUARTERS.find((quarters) => quarters * 90 === degrees);
    return turned === undefined || (confidence ?? 0) < CERTAIN ? null : turned;
  }

  /** A worker with that model: one that runs, unless it is worn out. */
  async #ready(model: string): Promise<Running> {
    const found = this.#running.find((running) => running.model === model);
    if (found !== undefined && found.pages < this.#options.pagesPerWorker) {
      found.pages += 1;
      // The one in front is the one that was used longest ago.
      this.#running = [...this.#running.filter((running) => running !== found), found];
      return found;
    }
    const leaves = found ?? (this.#running.length < MOST_WORKERS ? undefined : this.#running[0]);
    this.#running = this.#running.filter((running) => running !== leaves);
    await leaves?.worker.terminate();
    const starting = startWorker(model, this.#options.psm);
    this.#starting = starting;
    const started = await starting;
    if (this.#starting !== starting) throw new KkrError('ocr-failed', 'The OCR engine was stopped.');
    this.#starting = null;
    this.#running.push(started);
    return started;
  }

  async #inTime<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    const timer = new AbortController();
    const tooLate = after(this.#options.pageTimeoutMs, null, { signal: timer.signal }).then(() => {
      throw new KkrError(
        'ocr-failed',
        `A page took the OCR engine more than ${this.#options.pageTimeoutMs / 1000} s.`,
      );
    });
    tooLate.catch(() => null);
    work.catch(() => null);
    const givenUp = Promise.withResolvers<never>();
    const giveUp = (): void => givenUp.reject(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    try {
      return await Promise.race([work, tooLate, givenUp.promise]);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      timer.abort();
    }
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    const starting = this.#starting;
    this.#running = [];
    this.#starting = null;
    // What is being started cannot be stopped before it is there, and nobody waits for it any more.
    starting?.then(({ worker }) => worker.terminate()).catch(() => null);
    await Promise.all(running.map(({ worker }) => worker.terminate()));
  }
}

async function startWorker(model: string, psm: PSM): Promise<Running> {
  const home = dirname(require.resolve(`@tesseract.js-data/${model}/package.json`));
  // Orientation is told by the legacy engine.
  const legacy = model === ORIENTATION;
  const worker = await createWorker(model, legacy ? OEM.TESSERACT_ONLY : OEM.LSTM_ONLY, {
    langPath: join(home, legacy ? '4.0.0' : '4.0.0_best_int'),
    legacyCore: legacy,
    legacyLang: legacy,
    gzip: true,
    cacheMethod: 'none',
    // Rejections come through the promises as well; without a handler they would be thrown into the void.
    errorHandler: () => undefined,
  });
  if (legacy) return { worker, model, pages: 1, died: deathOf(worker) };
  await worker.setParameters({
    tessedit_pageseg_mode: psm,
    // Otherwise words of earlier pages colour how later ones are read.
    tessedit_enable_doc_dict: '0',
    classify_enable_learning: '0',
  });
  return { worker, model, pages: 1, died: deathOf(worker) };
}

/** tesseract.js leaves calls unanswered when its thread dies, and its error unhandled. */
function deathOf(worker: Worker): Promise<never> {
  const thread = 'worker' in worker && worker.worker instanceof Thread ? worker.worker : null;
  const died = new Promise<never>((_, reject) => {
    thread?.on('error', (error) => reject(error));
    thread?.on('exit', (code) => reject(new Error(`its thread ended with code ${code}`)));
  });
  died.catch(() => null);
  return died;
}
