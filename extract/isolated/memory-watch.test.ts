import { expect, test } from 'vitest';
import { residentBytes } from './memory-watch.ts';

const onLinux = process.platform === 'linux';

test('the memory of a process is what the process itself says it is', async () => {
  const before = process.memoryUsage().rss;
  const told = await residentBytes(process.pid);
  if (!onLinux) {
    expect(told).toBeNull();
    return;
  }
  expect((told ?? 0) / before).toBeGreaterThan(0.8);
  expect((told ?? 0) / before).toBeLessThan(1.25);
});

test('a process that is gone has none', async () => {
  expect(await residentBytes(2 ** 30)).toBeNull();
});
