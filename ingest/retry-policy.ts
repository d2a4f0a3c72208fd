/** How often a document is tried that failed for a reason that may pass. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try; each further pause is twice as long. */
  readonly firstPauseMs: number;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 3, firstPauseMs: 1_000 };

/** @param attempt the try that follows the pause, from 2. */
export function pauseBefore(attempt: number, policy: RetryPolicy): number {
  return policy.firstPauseMs * 2 ** (attempt - 2);
}
