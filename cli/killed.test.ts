import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redisMissing } from '../ingest/testing/redis.ts';
import { threeWorkers } from './prove/three-workers.ts';
import { runKkr, startProgram } from './testing/run-kkr.ts';
import { temporaryFolder } from './testing/temporary.ts';

/** Real processes, really killed, side by side since most of it is waiting; the scan takes a while. */
const DOCUMENTS = join(import.meta.dirname, '..', 'fixtures', 'documents');
const SCAN = '2009-03-27-kkr-nordjylland-referat-scannet.pdf';
const OTHERS = [
  '2009-03-27-kkr-nordjylland-dagsorden.pdf',
  '2013-10-24-kkr-midtjylland-dagsorden.pdf',
  '2013-10-24-kkr-midtjylland-referat.pdf',
  '2014-03-14-kkr-syddanmark-dagsorden.pdf',
];

function inbox(names: readonly string[]): { files: string; data: string } {
  const folder = temporaryFolder();
  const files = join(folder, 'inbox');
  mkdirSync(files);
  for (const name of names) cpSync(join(DOCUMENTS, name), join(files, name));
  return { files, data: join(folder, 'arkiv') };
}

describe.concurrent('an ingest', () => {
  it('goes on where it was killed, and leaves no reader behind', { timeout: 120_000 }, async () => {
    const { files, data } = inbox([SCAN, ...OTHERS]);
    const env = { KKR_DATA: data, KKR_WORKERS: '1' };
    const first = startProgram('kkr.ts', ['ingest', files], { env });
    await first.says(/^1\/5 /m);
    first.kill('SIGKILL');
    // Resolves once its pipes are closed, and so once the reading process is gone too.
    await first.ended;

    const between = JSON.parse((await runKkr(['status', '--json'], { env })).stdout);
    expect(between.documents.read).toBeGreaterThan(0);
    expect(between.documents.read).toBeLessThan(5);

    const second = await runKkr(['ingest', files, '--json'], { env });
    expect(second.code).toBe(0);
    const { read, alreadyThere } = JSON.parse(second.stdout);
    expect(alreadyThere.length).toBe(between.documents.read);
    expect(read.length + alreadyThere.length).toBe(5);

    const after = JSON.parse((await runKkr(['status', '--json'], { env })).stdout);
    expect(after.documents).toEqual({ waiting: 0, reading: 0, read: 5, failed: 0 });
    expect(after.index.records).toBeGreaterThan(0);
  });

  it('says so when it is stopped by Ctrl-C, and keeps what it read', { timeout: 120_000 }, async () => {
    const { files, data } = inbox(OTHERS);
    const env = { KKR_DATA: data, KKR_WORKERS: '1' };
    const ingest = startProgram('kkr.ts', ['ingest', files], { env });
    await ingest.says(/^1\/4 /m);
    ingest.kill('SIGINT');
    const { code, stdout, stderr } = await ingest.ended;
    expect(code).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toContain('the same command goes on where this one leaves off');
    const { documents } = JSON.parse((await runKkr(['status', '--json'], { env })).stdout);
    // Nothing is left claimed: the next ingest need not wait.
    expect(documents).toMatchObject({ reading: 0, failed: 0 });
    expect(documents.read).toBeGreaterThan(0);
    expect(documents.read + documents.waiting).toBe(4);
  });

  it.skipIf(redisMissing())(
    'is read once by three kkr work processes, though one of them is killed',
    { timeout: 180_000 },
    async () => {
      const { files, data } = inbox([SCAN, ...OTHERS]);
      const proof = await threeWorkers([files], data, SCAN);
      expect(proof.exitCode).toBe(0);
      expect(proof.status.documents).toEqual({ waiting: 0, reading: 0, read: 5, failed: 0 });
      expect(proof.readBy.flat().toSorted()).toEqual(readdirSync(files).toSorted());
    },
  );
});
