import { parseConfig } from '../core/config.ts';
import { composeHouse, type House } from './compose.ts';
import { EXIT, ExitWith } from './failures.ts';

export interface GlobalFlags {
  readonly data?: string;
  readonly port?: number;
  readonly workers?: number;
}

/** Opens the house for one command and closes it whatever happens. */
export async function withHouse<T>(flags: GlobalFlags, use: (house: House) => Promise<T>): Promise<T> {
  const { data, port, workers } = flags;
  const house = composeHouse(parseConfig(process.env, { dataDir: data, port, workers }));
  try {
    return await use(house);
  } finally {
    await house.close();
  }
}

/**
 * For commands that run until they are done or stopped: the first Ctrl-C (or
 * SIGTERM, as a container is stopped) ends them in order, a second one at once.
 */
export async function untilStopped<T>(
  use: (signal: AbortSignal) => Promise<T>,
  onStop: (name: NodeJS.Signals) => void,
): Promise<T> {
  const stopping = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    if (stopping.signal.aborted) process.exit(EXIT.stopped);
    onStop(name);
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await use(stopping.signal);
  } catch (thrown) {
    throw stopping.signal.aborted ? new ExitWith(EXIT.stopped) : thrown;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
