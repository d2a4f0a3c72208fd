import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError } from 'meilisearch';
import { KkrError } from '../../core/errors.ts';

/** A rebuild's batches take Meilisearch a while; one that takes longer than this is stuck. Milliseconds. */
const LONGEST_TASK = 30 * 60_000;
const POLL = 100;
const LONGEST_REQUEST = 60_000;

export function openClient(host: string, apiKey: string | undefined): Meilisearch {
  return new Meilisearch({ host, timeout: LONGEST_REQUEST, ...(apiKey !== undefined && { apiKey }) });
}

/** Meilisearch takes work as tasks and tells of their failure only to those who ask. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const ended = await orUnavailable(() => task.waitTask({ timeout: LONGEST_TASK, interval: POLL }));
  if (ended.status === 'succeeded') return;
  const reason = ended.error?.message ?? ended.status;
  throw new KkrError('search-unavailable', `Meilisearch could not finish ${ended.type}: ${reason}`);
}

/** Any failure of a call as `search-unavailable`, with what Meilisearch says of it. */
export async function orUnavailable<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof KkrError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new KkrError('search-unavailable', `Meilisearch does not answer: ${reason}`, { cause: error });
  }
}

/** The call's answer, or null where the index that it asks is not there. */
export async function orNullWithoutIndex<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return null;
    throw error;
  }
}
