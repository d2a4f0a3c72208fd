import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { SearchIndex, SearchRecord } from '../../core/search-index.ts';
import { Fts5SearchIndex } from '../../index/search-index.fts5.ts';
import { keepResult, keptResults } from '../report/kept.ts';
import { machineFacts, measure } from '../report/machine.ts';
import type { BenchResult, Cell, Table } from '../report/result.ts';
import { resultMarkdown } from '../report/table.ts';
import { createGenerator, type Generator } from './generate.ts';
import { MIX, queryMix } from './query-mix.ts';

/**
 * `npm run bench:search:speed -- 1000 100000 1000000`: how long readers wait for
 * an answer of FTS5 over so many generated records, alone and sixteen at a time,
 * with and without a writer; and what filling the index costs.
 * `--data FOLDER` keeps the indexes there and uses those that it finds, so that
 * a million records need not be filled twice; `--fill` fills and asks nothing;
 * `--keep` puts the figures into docs/performance.md, beside those of other numbers of records.
 */
const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string', default: './data/bench-search' },
    queries: { type: 'string', default: '400' },
    fill: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const SEED = 1;
/** What filling cost, beside the index that was filled. */
const COST = 'filled.json';

const filled: Cell[][] = [];
const waited: Cell[][] = [];
const sizes = (positionals.length > 0 ? positionals : ['1000', '100000']).map(Number);
for (const size of sizes) {
  const folder = join(values.data, String(size));
  await mkdir(folder, { recursive: true });
  const generator = createGenerator(SEED);
  const index = new Fts5SearchIndex(folder);
  const known = existsSync(join(folder, COST)) && (await index.stats()).records === size;
  if (!known) await fill(index, generator, size, folder);
  filled.push(z.array(z.number()).parse(JSON.parse(await readFile(join(folder, COST), 'utf8'))));
  if (!values.fill) {
    for (const readers of [1, 16]) {
      for (const writer of [false, true]) waited.push(await wait(index, generator, size, readers, writer));
    }
  }
  await index.close();
}

const tables: Table[] = [
  {
    title: 'Filling an index',
    columns: ['records', 'records/s', 'CPU ms a record', 'text MB', 'index MB', 'index / text'],
    rows: filled,
  },
  {
    title: 'Waiting for an answer, in ms',
    columns: ['records', 'readers', 'writer', 'p50', 'p95', 'p99', 'answers/s', 'CPU ms an answer', 'load'],
    rows: waited,
    note: 'Load is that of the machine in the minute before. The writer puts one document of 40 records in place of itself without pause.',
  },
];
const result: BenchResult = {
  title: 'Search',
  about: `Waiting for FTS5 in this process, over records with the words of real ones as often as there. ${MIX}`,
  tables: tables.filter(({ rows }) => rows.length > 0),
  figures: {},
  misses: [],
};
console.log(`${resultMarkdown(result)}\n\n${machineFacts()}`);
if (values.keep) {
  const before = (await keptResults('performance')).find((kept) => kept.result.title === result.title);
  const tables = result.tables.map((table) => ({
    ...table,
    rows: [...rowsOfOthers(before?.result.tables, table), ...table.rows].sort(bySize),
  }));
  const all = [...new Set(tables.flatMap(({ rows }) => rows.map(([size]) => Number(size))))].sort(
    (a, b) => a - b,
  );
  const command = `npm run bench:search:speed -- ${all.join(' ')}`;
  await keepResult('search-speed', { document: 'performance', order: 10, command }, { ...result, tables });
}

/** What was measured before over other numbers of records: a million takes long, and need not be repeated. */
function rowsOfOthers(before: readonly Table[] | undefined, { title }: Table): readonly (readonly Cell[])[] {
  const rows = before?.find((table) => table.title === title)?.rows ?? [];
  return rows.filter(([size]) => !sizes.includes(Number(size)));
}

function bySize([a]: readonly Cell[], [b]: readonly Cell[]): number {
  return Number(a) - Number(b);
}

async function fill(index: SearchIndex, generator: Generator, size: number, folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  let bytes = 0;
  async function* counted(): AsyncGenerator<SearchRecord> {
    for await (const record of generator.records(size)) {
      const { title, recommendation, decision, text, extra } = record;
      bytes += Buffer.byteLength(title + recommendation + decision + text + extra);
      yield record;
    }
  }
  const { cost } = await measure(() => index.rebuild(counted()));
  let stored = 0;
  for (const name of await readdir(folder)) stored += (await stat(join(folder, name))).size;
  const milliseconds = (cost.cpuSeconds * 1000) / size;
  const figures = [
    size,
    Math.round(size / cost.wallSeconds),
    milliseconds,
    bytes / 1e6,
    stored / 1e6,
    stored / bytes,
  ];
  await writeFile(join(folder, COST), JSON.stringify(figures));
}

async function wait(
  index: SearchIndex,
  generator: Generator,
  size: number,
  readers: number,
  writer: boolean,
): Promise<Cell[]> {
  const mix = queryMix(generator, SEED);
  for (const query of mix.slice(0, 20)) await index.search(query);
  const load = loadavg()[0] ?? 0;
  const stop = new AbortController();
  const writing = writer ? keepWriting(index, stop.signal) : Promise.resolve();
  const times: number[] = [];
  const wanted = Number(values.queries);
  let next = 0;
  const { cost } = await measure(async () => {
    const reader = async () => {
      while (next < wanted) {
        const query = mix[next++ % mix.length];
        if (!query) return;
        const start = performance.now();
        await index.search(query);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: readers }, reader));
  });
  stop.abort();
  await writing;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const cpu = (cost.cpuSeconds * 1000) / times.length;
  return [
    size,
    readers,
    writer ? 'yes' : 'no',
    at(0.5),
    at(0.95),
    at(0.99),
    times.length / cost.wallSeconds,
    cpu,
    load,
  ];
}

/** Puts a meeting's document of 40 records in place of itself, over and over. */
async function keepWriting(index: SearchIndex, signal: AbortSignal): Promise<void> {
  const document = 'f'.repeat(64);
  const records: SearchRecord[] = [];
  for await (const record of createGenerator(SEED + 7).records(40)) {
    records.push({ ...record, id: `new-${record.id}`, group: `new-${record.group}`, document });
  }
  while (!signal.aborted) await index.replace(document, records);
  await index.replace(document, []);
}
