import { spawnSync } from 'node:child_process';
import { z } from 'zod';

const Cost = z.object({ milliseconds: z.number(), megabytes: z.number() });

/** What loading the model costs a process of its own, once its code is read; the best of three. */
export function modelCost(): z.infer<typeof Cost> {
  const runs = Array.from({ length: 3 }, () => {
    const module = new URL('../../extract/repair/load.ts', import.meta.url).href;
    const script = `
      const { loadRepairModel } = await import(${JSON.stringify(module)});
      globalThis.gc();
      const before = process.memoryUsage().rss;
      const start = performance.now();
      globalThis.model = loadRepairModel();
      const milliseconds = Math.round(performance.now() - start);
      globalThis.gc();
      console.log(JSON.stringify({ milliseconds, megabytes: Math.round((process.memoryUsage().rss - before) / 1e6) }));`;
    const flags = [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      script,
    ];
    const run = spawnSync(process.execPath, flags, { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return Cost.parse(JSON.parse(run.stdout));
  });
  return {
    milliseconds: Math.min(...runs.map(({ milliseconds }) => milliseconds)),
    megabytes: Math.min(...runs.map(({ megabytes }) => megabytes)),
  };
}
