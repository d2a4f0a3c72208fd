import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteArchive } from './archive-store.sqlite.ts';
import { sampleSource } from './testing/sample.ts';

const script = fileURLToPath(new URL('testing/process.ts', import.meta.url));

let folder: string;
let file: string;
let children: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-processes-'));
  file = join(folder, 'archive.sqlite');
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function start(...parameters: string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close');
  return {
    child,
    ended,
    line: async () => (await lines.next()).value,
    rest: () => Array.fromAsync({ [Symbol.asyncIterator]: () => lines }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('several processes on one archive', () => {
  test('that claim the same documents at once each get different ones', async () => {
    const store = openSqliteArchive(file);
    const documents = Array.from({ length: 60 }, (_, at) => sampleSource(`${at}.pdf`));
    for (const source of documents) await store.register(source);
    const all = documents.map((source) => source.sha256);
    const processes = ['a', 'b', 'c'].map((worker) => start('claim', file, worker, ...all));
    for (const each of processes) expect(await each.line()).toBe('ready');
    for (const each of processes) each.child.stdin?.end('go\n');
    const claimed = await Promise.all(processes.map((each) => each.rest()));
    expect(claimed.flat().toSorted()).toEqual(all.toSorted());
    for (const each of processes) expect(await each.ended).toEqual([0, null]);
    const summaries = await store.documents();
    expect(summaries.map((document) => document.attempts)).toEqual(all.map(() => 1));
    await store.close();
  });

  test('when one is killed, another takes over what it held once the lease ran out', async () => {
    let ahead = 0;
    const store = openSqliteArchive(file, { now: () => Date.now() + ahead });
    const { sha256, ...rest } = sampleSource('holdt.pdf');
    await store.register({ sha256, ...rest });
    const holder = start('hold', file, 'killed', sha256);
    expect(await holder.line()).toBe('held');
    await holder.kill();
    expect(await store.claim(sha256, 'next', 1_000)).toBe(false);
    ahead = 61_000;
    expect(await store.unfinished()).toMatchObject([{ source: { sha256 }, attempts: 1 }]);
    expect(await store.claim(sha256, 'next', 1_000)).toBe(true);
    await store.close();
  });

  test('when one is killed while it files a reading, the reading before it stays whole', async () => {
    for (let kill = 0; kill < 4; kill += 1) {
      const writer = start('file', file);
      // The first is filed; which of the following moments the kill hits is left to chance.
      for (let round = 0; round <= kill; round += 1) await writer.line();
      await writer.kill();
      const store = openSqliteArchive(file);
      const reading = await store.reading(sampleSource('skifter.pdf').sha256);
      const word = reading?.pages[0]?.text ?? '';
      const count = { lige: 120, ulige: 80 }[word];
      expect(reading?.pages.map((page) => page.text)).toEqual(Array.from({ length: count ?? 0 }, () => word));
      expect(reading?.items.map((item) => item.title.split(' ')[0])).toEqual(reading?.pages.map(() => word));
      expect((await store.meeting('nordjylland-2031-03-04'))?.items).toHaveLength(count ?? 0);
      await store.close();
    }
    const database = new DatabaseSync(file, { readOnly: true });
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    database.close();
  });
});
