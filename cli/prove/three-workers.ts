import type { ArchiveStatus } from '../../core/archive-store.ts';
import { startRedis } from '../../ingest/testing/redis.ts';
import { type Program, startProgram } from '../testing/run-kkr.ts';

export interface WorkersProof {
  /** What the ingest that waited for the workers ended with. */
  readonly exitCode: number | null;
  readonly status: ArchiveStatus;
  /** Names of documents as each worker said that it had read them. */
  readonly readBy: readonly (readonly string[])[];
  /** What the killed worker was reading. */
  readonly killedWhileReading: string;
  readonly seconds: number;
}

/**
 * Has three `kkr work` processes read the files through a Redis of its own, and
 * kills the one that reads `victim`, which must be a document that takes a while.
 */
export async function threeWorkers(
  paths: readonly string[],
  dataDir: string,
  victim: string,
): Promise<WorkersProof> {
  const begun = performance.now();
  const redis = await startRedis();
  const env = { KKR_DATA: dataDir, KKR_REDIS_URL: redis.url, KKR_WORKERS: '1' };
  const workers = [1, 2, 3].map(() => startProgram('kkr.ts', ['work'], { env }));
  try {
    await Promise.all(workers.map((worker) => worker.says(/Working/)));
    const ingest = startProgram('kkr.ts', ['ingest', '--queue-only', ...paths], { env });
    const killed = await killReaderOf(victim, workers);
    const { code } = await ingest.ended;
    for (const worker of workers) worker.kill('SIGTERM');
    const logs = await Promise.all(workers.map((worker) => worker.ended));
    const { stdout } = await startProgram('kkr.ts', ['status', '--json'], { env }).ended;
    return {
      exitCode: code,
      status: JSON.parse(stdout),
      readBy: logs.map(({ stderr }) => [...stderr.matchAll(/^Read (.+): \d/gm)].map(([, name = '']) => name)),
      killedWhileReading: killed,
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(workers.map((worker) => worker.ended));
    await redis.stop();
  }
}

async function killReaderOf(victim: string, workers: readonly Program[]): Promise<string> {
  const reading = new RegExp(`Reading ${victim.replaceAll('.', '\\.')}`);
  const worker = await Promise.any(workers.map((each) => each.says(reading).then(() => each)));
  worker.kill('SIGKILL');
  return victim;
}
