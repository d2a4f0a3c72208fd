import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeDocuments } from './kept.ts';
import { BENCHES, type BenchName } from './result.ts';

/** All benchmarks together may take so long; one that the time does not reach keeps its last figures. */
const MINUTES = 11;

/**
 * Runs every benchmark in a process of its own, as memory is measured by
 * process, then writes docs/quality.md and docs/performance.md from what is
 * kept. Gives the names of benchmarks that failed or were not reached.
 */
export async function measureAndWrite(): Promise<BenchName[]> {
  const end = Date.now() + MINUTES * 60_000;
  const failed: BenchName[] = [];
  for (const bench of BENCHES) {
    const left = end - Date.now();
    const start = performance.now();
    const succeeded = left > 10_000 && (await runAlone(bench, left));
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`${bench}: ${succeeded ? 'measured' : 'FAILED, its last figures stay'} (${seconds} s)`);
    if (!succeeded) failed.push(bench);
  }
  await writeDocuments();
  return failed;
}

function runAlone(bench: BenchName, limitMs: number): Promise<boolean> {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, bench, '--keep', '--misses', '0'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: limitMs,
    },
  );
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
