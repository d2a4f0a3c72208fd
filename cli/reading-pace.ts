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

/**
 * A document's pages are counted only when it is opened, so those still waiting
 * are taken to be as long as the others are on average. The speed is that of the
 * last half minute: a scan takes a hundred times as long as a born-digital page.
 */
export class ReadingPace {
  readonly #documents = new Map<string, { done: number; total: number | null; settled: boolean }>();
  readonly #clock: () => number;
  readonly #moments: { at: number; pages: number }[];
  #highestShare = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#moments = [{ at: clock(), pages: 0 }];
  }

  queued(id: string): void {
    if (!this.#documents.has(id)) this.#documents.set(id, { done: 0, total: null, settled: false });
  }

  page(id: string, done: number, total: number): void {
    const document = this.#documents.get(id);
    if (document && !document.settled) this.#documents.set(id, { done, total, settled: false });
  }

  settled(id: string, pages: number): void {
    this.#documents.set(id, { done: pages, total: pages, settled: true });
  }

  now(): Pace {
    const all = [...this.#documents.values()];
    const counted = all.filter((document) => document.total !== null);
    const pagesDone = all.reduce((sum, document) => sum + document.done, 0);
    const known = counted.reduce((sum, document) => sum + (document.total ?? 0), 0);
    const uncounted = all.length - counted.length;
    const pages = Math.round(known + (counted.length > 0 ? (uncounted * known) / counted.length : 0));
    const pagesPerSecond = this.#speed(pagesDone);
    this.#highestShare = Math.max(this.#highestShare, pages > 0 ? Math.min(1, pagesDone / pages) : 0);
    return {
      documents: all.length,
      documentsDone: all.filter((document) => document.settled).length,
      pages,
      pagesDone,
      isEstimate: uncounted > 0,
      pagesPerSecond,
      secondsLeft: pagesPerSecond > 0 ? Math.max(0, pages - pagesDone) / pagesPerSecond : null,
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
