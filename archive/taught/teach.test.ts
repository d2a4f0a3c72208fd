import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { SqliteLedger } from '../ledger.ts';
import { ArchiveConnection } from '../sql/connection.ts';
import { keep } from '../testing/keep.ts';
import { sampleDocument, samplePage } from '../testing/sample.ts';
import { SqliteTeaching } from './teach.ts';

test('readers of one process that find it due together have it done once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-teach-'));
  const connection = new ArchiveConnection(join(folder, 'archive.sqlite'));
  const ledger = new SqliteLedger(connection, Date.now);
  for (const day of ['05', '06', '07', '08']) {
    const pages = [samplePage(1, 'Grønlykke og Vrøbæk drøftede det.')];
    await keep(ledger, sampleDocument(`${day}.pdf`, { date: `2031-03-${day}`, pages }));
  }
  const writes = vi.spyOn(connection, 'write');
  const teaching = new SqliteTeaching(connection);
  const taught = await Promise.all([1, 2, 3].map(() => teaching.teach('due')));
  expect(taught.map((each) => each?.documents)).toEqual([4, 4, 4]);
  expect(writes).toHaveBeenCalledTimes(1);
  expect((await teaching.teach('now'))?.documents).toBe(4);
  expect(writes).toHaveBeenCalledTimes(2);
  await connection.close();
  await rm(folder, { recursive: true });
});
