import { readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;

/**
 * Memory that a process holds, in bytes; null where the system does not tell.
 * /proc is asked rather than the process, which cannot answer while it is busy.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => null);
  const pages = Number(statm?.split(' ')[1]);
  return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
}
