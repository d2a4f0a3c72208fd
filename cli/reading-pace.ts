/** How far a reading has come and how long it will take, from what is known so far. */
export interface Pace {
  readonly documents: number;
  readonly documentsDone: number;
  readonly pages: number;
  readonly pagesDone: number;
  /** True while documents wait whose pages nobody has counted yet. */
  readonly isEstimate: boolean;
  readonly pagesPerSecond: number;
  /** Null until a first page was read. */
  readonly secondsLeft: number | null;
  /** 0 to 1, never falling back. */
  readonly share: number;
}

interface Progress {
  readonly bytes: number;
  readonly done: number;
  /** Null until the document is opened. */
  readonly total: number | null;
  readonly settled: boolean;
}

/**
 * A document's pages are counted only when it is opened, so those still waiting
 * are taken to be as long as the others are on average.
 *
 * The time left goes by bytes: a scanned page, which takes long to read, also
 * takes a hundred times the room of a born-digital one. The speed shown is that
 * of the last half minute.
 */
export class ReadingPace {
  readonly #documents = new Map<string, Progress>();
  readonly #clock: () => number;
  readonly #begun: number;
  readonly #moments: { at: number; pages: number }[];
  #highestShare = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#begun = clock();
    this.#moments = [{ at: this.#begun, pages: 0 }];
  }

  queued(id: string, bytes: number): void {
    if (!this.#documents.has(id)) this.#documents.set(id, { bytes, done: 0, total: null, settled: false });
  }

  page(id: string, done: number, total: number): void {
    const document = this.#documents.get(id);
    if (document && !document.settled) this.#documents.set(id, { ...document, done, total });
  }

  settled(id: string, pages: number): void {
    const document = this.#documents.get(id);
    if (document) this.#documents.set(id, { ...document, done: pages, total: pages, settled: true });
  }

  now(): Pace {
    const all = [...this.#documents.values()];
    const counted = all.filter((document) => document.total !== null);
    const pagesDone = all.reduce((sum, document) => sum + document.done, 0);
    const known = counted.reduce((sum, document) => sum + (document.total ?? 0), 0);
    const uncounted = all.length - counted.length;
    const share = shareOfBytes(all);
    this.#highestShare = Math.max(this.#highestShare, share);
    const elapsed = (this.#clock() - this.#begun) / 1000;
    return {
      documents: all.length,
      documentsDone: all.filter((document) => document.settled).length,
      pages: Math.round(known + (counted.length > 0 ? (uncounted * known) / counted.length : 0)),
      pagesDone,
      isEstimate: uncounted > 0,
      pagesPerSecond: this.#speed(pagesDone),
      secondsLeft: share > 0 ? (elapsed * (1 - share)) / share : null,
      share: this.#highestShare,
    };
  }

  #speed(pages: number): number {
    const at = this.#clock();
    this.#moments.push({ at, pages });
    while (this.#moments.length > 2 && at - (this.#moments[0]?.at ?? at) > 30_000) this.#moments.shift();
    const first = this.#moments[0];
    return first && at > first.at ? Math.max(0, (pages - first.pages) / ((at - first.at) / 1000)) : 0;
  }
}

/** A document half read counts for half its bytes. */
function shareOfBytes(documents: readonly Progress[]): number {
  let all = 0;
  let done = 0;
  for (const document of documents) {
    all += document.bytes;
    if (document.settled) done += document.bytes;
    else if (document.total) done += (document.bytes * document.done) / document.total;
  }
  return all > 0 ? Math.min(1, done / all) : 0;
}
