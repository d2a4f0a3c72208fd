import type { ArchiveStore } from '../../core/archive-store.ts';

export interface ArchiveUnderTest {
  readonly store: ArchiveStore;
  /** A second one on the same archive, as another process has it. */
  readonly other: ArchiveStore;
  /** Moves the clock that leases are counted by. */
  readonly pass: (ms: number) => void;
  readonly dispose: () => Promise<void>;
}
