import { existsSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** What figures of speed depend on. */
export function machineFacts(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const versions = `Node ${process.versions.node}, V8 ${process.versions.v8}, SQLite ${process.versions.sqlite}`;
  return `${model}, ${availableParallelism()} cores, ${gigabytes} GB, ${process.platform} ${process.arch}; ${versions}`;
}

export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of this process, all threads. */
  readonly cpuSeconds: number;
  /** Greatest resident set of this process so far. */
  readonly peakMegabytes: number;
}

/** Runs work and says what it cost. Memory is the process's peak, so measure one thing in a process. */
export async function measure<T>(work: () => T | Promise<T>): Promise<{ value: T; cost: Cost }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const wallSeconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    value,
    cost: {
      wallSeconds,
      cpuSeconds: (used.user + used.system) / 1e6,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    },
  };
}

/** The folders of real documents beside the checkout, where they are there. */
export function realDocuments(): { corpus: string | null; gold: string | null } {
  const folder = (name: string) => {
    const path = new URL(`../../../shared/${name}/`, import.meta.url);
    return existsSync(path) ? path.pathname : null;
  };
  return { corpus: folder('corpus'), gold: folder('gold') };
}
