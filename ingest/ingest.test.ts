import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keep } from '../archive/testing/keep.ts';
import type { DocumentReader } from '../core/document-reader.ts';
import { KkrError } from '../core/errors.ts';
import { rebuildIndex } from './index-debts.ts';
import { ingest, readAgain } from './ingest.ts';
import { MemoryJobQueue } from './job-queue.memory.ts';
import { readJob } from './read-job.ts';
import { registerFile } from './register.ts';
import { FailingIndex, scriptReader } from './testing/doubles.ts';
import { openWorkshop, type Workshop } from './testing/workshop.ts';

let workshop: Workshop;
afterEach(() => workshop.close());

async function workshopWith(reader: DocumentReader, settings?: Parameters<typeof openWorkshop>[1]) {
  workshop = await openWorkshop(reader, settings);
  return workshop;
}

describe('ingest', () => {
  it('reads what it finds, and a second time finds it there', async () => {
    const { reader, names } = scriptReader();
    const { tools, file, folder, index } = await workshopWith(reader);
    await file('a.txt', 'referat 2024-06-19\nSundhedsklynger\nEventuelt');
    await file('b.txt', 'dagsorden 2024-09-01\nFlygtninge');

    const first = await ingest([folder], tools);
    expect(first.read.map(({ name, pages, items }) => [name, pages, items]).toSorted()).toEqual([
      ['a.txt', 1, 2],
      ['b.txt', 1, 1],
    ]);
    expect(first.failed).toEqual([]);
    expect(index.titles().toSorted()).toEqual([
      'dagsorden: Flygtninge',
      'referat: Eventuelt',
      'referat: Sundhedsklynger',
    ]);

    workshop.tools.queue.close();
    const again = await ingest([folder], { ...tools, queue: new MemoryJobQueue(tools.retry) });
    expect(again.read).toEqual([]);
    expect(again.alreadyThere.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(names.length).toBe(2);
  });

  it('stores and reads the same bytes once, under whatever names they come', async () => {
    const { reader, names } = scriptReader();
    const { tools, file, folder } = await workshopWith(reader);
    await file('a.txt', 'referat 2024-06-19\nFlygtninge');
    await file('kopi/a (1).txt', 'referat 2024-06-19\nFlygtninge');
    const { read, alreadyThere } = await ingest([folder], tools);
    expect(read.length).toBe(1);
    expect(alreadyThere.map(({ name }) => name)).toEqual(['a (1).txt']);
    expect(names.length).toBe(1);
    const originals = await Array.fromAsync(tools.blobs.list());
    expect(originals.length).toBe(1);
  });

  it('tells what failed and why, and goes on with the rest', async () => {
    const { reader } = scriptReader(async (name) => {
      if (name === 'laast.pdf') throw new KkrError('pdf-encrypted', 'The PDF needs a password.');
    });
    const { tools, file, folder } = await workshopWith(reader);
    await file('laast.pdf', '%PDF-1.7');
    await file('tom.txt', '');
    await file('god.txt', 'andet');
    const summary = await ingest([folder, `${folder}/borte`], tools);
    expect(summary.read.map(({ name }) => name)).toEqual(['god.txt']);
    expect(summary.failed.map(({ name, code, retryable }) => [name, code, retryable])).toEqual([
      ['tom.txt', 'file-empty', false],
      [`${folder}/borte`, 'file-unreadable', true],
      ['laast.pdf', 'pdf-encrypted', false],
    ]);
  });

  it('tries a passing failure again, and keeps no trace of it', async () => {
    let crashes = 2;
    const { reader, names } = scriptReader(async () => {
      if (crashes-- > 0) throw new KkrError('read-crashed', 'gone');
    });
    const { tools, file } = await workshopWith(reader);
    const { read, failed } = await ingest([await file('a.txt', 'andet')], tools);
    expect(failed).toEqual([]);
    expect(names.length).toBe(3);
    expect((await tools.archive.document(read[0]?.sha256 ?? ''))?.failure).toBeNull();
  });

  it('gives up in the end, and reads it when asked again', async () => {
    let isBroken = true;
    const { reader, names } = scriptReader(async () => {
      if (isBroken) throw new KkrError('ocr-failed', 'The engine gave no answer.');
    });
    const { tools, file } = await workshopWith(reader);
    const { failed } = await ingest([await file('a.txt', 'andet')], tools);
    expect(failed.map(({ code, retryable }) => [code, retryable])).toEqual([['ocr-failed', true]]);
    expect(names.length).toBe(3);

    isBroken = false;
    const sources = await tools.archive.requeue('failed');
    const summary = await readAgain(sources, { ...tools, queue: new MemoryJobQueue(tools.retry) });
    expect(summary.read.map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('reports a failure that no other try can help without reading again', async () => {
    const { reader, names } = scriptReader(async () => {
      throw new KkrError('pdf-damaged', 'cut short');
    });
    const { tools, file, folder } = await workshopWith(reader);
    await file('a.pdf', '%PDF-1.7');
    await ingest([folder], tools);
    const again = await ingest([folder], { ...tools, queue: new MemoryJobQueue(tools.retry) });
    expect(again.failed.map(({ code }) => code)).toEqual(['pdf-damaged']);
    expect(names.length).toBe(1);
  });

  it('lets minutes take the place of the agenda in the index', async () => {
    const { reader } = scriptReader();
    const { tools, file, index } = await workshopWith(reader, { concurrency: 1 });
    await ingest(
      [
        await file('dagsorden.txt', 'dagsorden 2024-06-19\nFlygtninge'),
        await file('referat.txt', 'referat 2024-06-19\nFlygtninge'),
      ],
      tools,
    );
    expect(index.titles()).toEqual(['referat: Flygtninge']);
    expect(await tools.archive.unindexed()).toEqual([]);
  });
});

describe('an original that was damaged on the disk', () => {
  it('is mended by ingesting the same file again, and the document is read', async () => {
    const { reader } = scriptReader();
    const { tools, file, data } = await workshopWith(reader);
    const path = await file('a.txt', 'referat 2024-06-19\nFlygtninge');
    const { source } = await registerFile(
      { path, name: 'a.txt' },
      { blobs: tools.blobs, ledger: tools.archive },
    );
    const original = join(data, 'originals', source.sha256.slice(0, 2), source.sha256);
    const bytes = await readFile(original);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await writeFile(original, bytes);
    const { failed } = await ingest([], tools);
    expect(failed.map(({ code }) => code)).toEqual(['original-damaged']);

    const again = await ingest([path], { ...tools, queue: new MemoryJobQueue(tools.retry) });
    expect(again.failed).toEqual([]);
    expect(again.read.map(({ name }) => name)).toEqual(['a.txt']);
    expect(await tools.blobs.get(source.sha256)).not.toBeNull();
  });
});

describe('teaching', () => {
  it('waits until what was read can be found', async () => {
    const { reader } = scriptReader();
    const { tools, file, index } = await workshopWith(reader);
    const found: string[] = [];
    const teach = async () => {
      found.push(...index.titles());
      return null;
    };
    await ingest([await file('a.txt', 'referat 2024-06-19\nFlygtninge')], {
      ...tools,
      archive: { ...tools.archive, teach },
    });
    expect(found).toEqual(['referat: Flygtninge']);
  });
});

describe('an index that does not answer', () => {
  it('is told again by the queue', async () => {
    const { reader, names } = scriptReader();
    const { tools, file } = await workshopWith(reader);
    const index = new FailingIndex(1);
    await ingest([await file('a.txt', 'referat 2024-06-19\nFlygtninge')], { ...tools, index });
    expect(index.titles()).toEqual(['referat: Flygtninge']);
    expect(names.length).toBe(1);
  });

  it('makes the ingest fail, and the next one tells it', async () => {
    const { reader } = scriptReader();
    const { tools, file } = await workshopWith(reader);
    const path = await file('a.txt', 'referat 2024-06-19\nFlygtninge');
    const index = new FailingIndex(Number.POSITIVE_INFINITY);
    await expect(ingest([path], { ...tools, index })).rejects.toMatchObject({
      code: 'search-unavailable',
    });
    expect((await tools.archive.status()).documents).toMatchObject({ read: 1 });
    index.failures = 0;
    await ingest([path], { ...tools, index, queue: new MemoryJobQueue(tools.retry) });
    expect(index.titles()).toEqual(['referat: Flygtninge']);
  });
});

describe('reading again', () => {
  it('leaves in search what was read before, while it waits and where it fails', async () => {
    let isBroken = false;
    const { reader } = scriptReader(async () => {
      if (isBroken) throw new KkrError('read-out-of-memory', 'Too much.');
    });
    const { tools, file, index } = await workshopWith(reader);
    const text = 'referat 2024-06-19\nFlygtninge';
    await ingest([await file('a.txt', text)], tools);
    const sources = await tools.archive.requeue('read');
    await rebuildIndex(tools);
    expect(index.titles()).toEqual(['referat: Flygtninge']);

    isBroken = true;
    const { failed } = await readAgain(sources, { ...tools, queue: new MemoryJobQueue(tools.retry) });
    expect(failed.map(({ code }) => code)).toEqual(['read-out-of-memory']);
    await rebuildIndex(tools);
    expect(index.titles()).toEqual(['referat: Flygtninge']);
  });
});

describe('an ingest that was killed', () => {
  it('goes on with what was registered but not read', async () => {
    const { reader } = scriptReader();
    const { tools, file } = await workshopWith(reader);
    const path = await file('a.txt', 'andet');
    await registerFile({ path, name: 'a.txt' }, { blobs: tools.blobs, ledger: tools.archive });
    const { read } = await ingest([], tools);
    expect(read.map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('waits for the lease of the dead one, then reads the document itself', async () => {
    const { reader } = scriptReader();
    const { tools, file } = await workshopWith(reader, { leaseMs: 50 });
    const path = await file('a.txt', 'andet');
    const { source } = await registerFile(
      { path, name: 'a.txt' },
      { blobs: tools.blobs, ledger: tools.archive },
    );
    expect(await tools.archive.claim(source.sha256, 'dead', 300)).toBe(true);
    const begun = performance.now();
    const { read } = await ingest([path], tools);
    expect(read.map(({ name }) => name)).toEqual(['a.txt']);
    expect(performance.now() - begun).toBeGreaterThan(250);
  });

  it('indexes what was read but not indexed', async () => {
    const { reader } = scriptReader();
    const { tools, file, index } = await workshopWith(reader);
    const path = await file('a.txt', 'referat 2024-06-19\nFlygtninge');
    const bytes = Buffer.from('referat 2024-06-19\nFlygtninge');
    await keep(tools.archive, await reader.read(bytes, 'a.txt'));
    await ingest([path], tools);
    expect(index.titles()).toEqual(['referat: Flygtninge']);
  });

  it('leaves documents waiting that were being read when it was stopped', async () => {
    const stopping = new AbortController();
    const { reader } = scriptReader(async () => {
      stopping.abort();
      throw new KkrError('read-crashed', 'The reader was closed.');
    });
    const { tools, file } = await workshopWith(reader, { signal: stopping.signal });
    await expect(ingest([await file('a.txt', 'andet')], tools)).rejects.toThrow();
    await tools.queue.close();
    expect((await tools.archive.status()).documents).toMatchObject({ waiting: 1, failed: 0 });
  });
});

describe('two readers of one archive', () => {
  it.each(['reads', 'fails'])(
    'keeps the reading of the one that holds the claim, whoever %s late',
    async (how) => {
      // The first worker sleeps through its lease, as a suspended laptop does; the second takes over.
      const begun = Promise.withResolvers<void>();
      const asleep = Promise.withResolvers<void>();
      const late = scriptReader(async () => {
        begun.resolve();
        await asleep.promise;
        if (how === 'fails') throw new KkrError('pdf-damaged', 'Too late.');
      });
      const { reader, names } = scriptReader();
      const { tools, file } = await workshopWith(reader);
      const path = await file('a.txt', 'referat 2024-06-19\nFlygtninge');
      const { source } = await registerFile(
        { path, name: 'a.txt' },
        { blobs: tools.blobs, ledger: tools.archive },
      );
      // Both go by one name: containers share host names and process ids.
      const expired = { ...tools, reader: late.reader, claim: { ...tools.claim, leaseMs: 0 } };
      const sleeping = readJob(expired)({ sha256: source.sha256 }, 1);
      await begun.promise;
      await readJob(tools)({ sha256: source.sha256 }, 1);
      const read = await tools.archive.document(source.sha256);
      asleep.resolve();
      await Promise.allSettled([sleeping]);
      expect(names).toEqual(['a.txt']);
      expect(read).toMatchObject({ state: 'read', failure: null, attempts: 2 });
      expect(await tools.archive.document(source.sha256)).toEqual(read);
    },
  );
});
