import { readFile } from 'node:fs/promises';

/**
 * Memory that a process holds, in bytes; null where the system does not tell.
 * /proc is asked rather than the process, which cannot answer while it is busy.
 * `status` tells it in kB on every kernel; `statm` in pages, whose size differs.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = status.match(/^VmRSS:\s*(\d+) kB$/mu)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
