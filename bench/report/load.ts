import { existsSync } from 'node:fs';
import type { BenchName, BenchOptions, BenchResult } from './result.ts';

export type RunBench = (options: BenchOptions) => Promise<BenchResult>;

/** Finds a benchmark by its folder. Throws where the folder has no `run.ts` that exports `run`. */
export async function loadBench(name: BenchName): Promise<RunBench> {
  const place = new URL(`../${name}/run.ts`, import.meta.url);
  if (!existsSync(place)) throw new Error(`There is no bench/${name}/run.ts`);
  const loaded: { run?: RunBench } = await import(place.href);
  if (typeof loaded.run !== 'function') throw new Error(`bench/${name}/run.ts exports no run`);
  return loaded.run;
}
