/**
 * What every benchmark gives: `bench/<name>/run.ts` exports
 * `run(options: BenchOptions): Promise<BenchResult>`. Printing, floors and
 * documents are made from the result by this folder.
 */
export interface BenchOptions {
  /** The version that runs in the tests: seconds, a fixed sample, the same figures every time. */
  readonly short: boolean;
  /** Folder of real documents and of what a reader finds in them, or null where they are not there. */
  readonly corpus: string | null;
  readonly gold: string | null;
  /** For everything random. */
  readonly seed: number;
  /** Folder of texts that were fetched for the occasion, where there is one. */
  readonly texts?: string;
}

export interface BenchResult {
  /** "Segmentation" */
  readonly title: string;
  /** One or two sentences: what was measured on what. */
  readonly about: string;
  readonly tables: readonly Table[];
  /**
   * Figures that floors hold, by a key that starts with the name of the
   * benchmark: "segment.fixtures.items.f1". Greater is better; where it is
   * not (errors, seconds), the floor says so.
   */
  readonly figures: Readonly<Record<string, number>>;
  /** Every miss on one line; printed, never part of a document. */
  readonly misses: readonly string[];
  /** Misses that readers of the documents shall see. Nothing of a real document that is longer than a title. */
  readonly listed?: readonly MissList[];
}

export interface MissList {
  /** "Fields of real documents that are wrong" */
  readonly title: string;
  /** One a line, the worst first; long ones and those past the thirtieth are cut. */
  readonly lines: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A sentence under the table. */
  readonly note?: string;
}

/** Numbers are set right and rounded, null is a dash. */
export type Cell = string | number | null;

export const BENCHES = ['text', 'repair', 'segment', 'matters', 'search', 'speed'] as const;
export type BenchName = (typeof BENCHES)[number];
