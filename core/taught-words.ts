/**
 * What an archive's clean documents taught repair: how often its words occur
 * and follow one another. No sentences, and no word of a single meeting.
 */
export interface TaughtWords {
  /** Names the content, so that a repair can be told to be of older knowledge. */
  readonly version: string;
  /** Counts in the format of danish/word-model-file.ts. */
  readonly counts: Uint8Array;
  /** How many documents taught, and what: words of a meeting's own are not kept. */
  readonly documents: number;
  readonly words: number;
  readonly pairs: number;
}

/** How an archive teaches repair. Several processes may ask and teach at the same time. */
export interface ArchiveTeaching {
  /**
   * What was last taught. Null where nothing was yet, and from the moment on
   * when a document that had taught turned out to say what a closed item says.
   */
  taughtWords(): Promise<TaughtWords | null>;
  /**
   * Listens to the clean documents anew: born digital, nothing in them damaged,
   * originals that may be shown. `due` does so only once twice as many could
   * teach as the last time, so that what is known changes seldom, and answers with
   * what holds otherwise.
   */
  teach(when: 'due' | 'now'): Promise<TaughtWords | null>;
}
