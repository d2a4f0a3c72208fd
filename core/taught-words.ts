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
