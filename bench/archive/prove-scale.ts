import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { keep } from '../../archive/testing/keep.ts';
import { sampleDocument, samplePage } from '../../archive/testing/sample.ts';
import { keepResult } from '../report/kept.ts';
import type { BenchResult } from '../report/result.ts';
import { fillArchive, pick, random, sentence } from './fill-archive.ts';

/**
 * npm run prove:archive [-- ITEMS]: files an archive of 100,000 fictional items
 * and times what a page asks of it, one answer after another. Keeps the figures
 * for docs/performance.md where the archive had its full size.
 */
const FULL = 100_000;
const items = Number(process.argv[2] ?? FULL);

async function timed(
  name: string,
  ask: () => Promise<unknown>,
  rounds = 100,
): Promise<[string, number, number]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1));
  return [name, at(0.5), at(0.95)];
}

async function answers(folder: string): Promise<[string, number, number][]> {
  const opening = await timed('open the archive', async () => (await openArchive(folder)).close(), 5);
  const { store, close } = await openArchive(folder);
  const meetings = await store.meetings({});
  const anyMeeting = () => pick(meetings, meetings[0])?.id ?? '';
  const anyItem = () => `${anyMeeting()}-1.${2 + Math.floor(random() * 8)}`;
  const [first] = (await store.meeting(anyMeeting()))?.items ?? [];
  const sixty = Array.from({ length: 60 }, (_, at) => samplePage(at + 1, sentence(300)));
  const bundle = sampleDocument('bilag.pdf', { kind: 'bilag', date: null, pages: sixty });
  const rows = [
    opening,
    await timed('item', () => store.item(anyItem())),
    await timed('meeting of 20 items', () => store.meeting(anyMeeting())),
    await timed('history of an item', () => store.history(anyItem())),
    await timed('case', () => store.itemsOfCase(first?.caseNumber ?? '')),
    await timed('meetings of a year', () => store.meetings({ year: 2012 })),
    await timed('status', () => store.status(), 5),
    await timed('what is missing', () => store.completeness(), 5),
    await timed('file a bundle of 60 pages', () => keep(store, bundle), 5),
  ];
  await close();
  return rows;
}

const folder = await mkdtemp(join(tmpdir(), 'kkr-scale-'));
try {
  const { store, close } = await openArchive(folder);
  const before = process.memoryUsage().rss;
  const { documents, ms, atFirst, atLast } = await fillArchive(store, items);
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  await close();
  const size = Math.round((await stat(join(folder, 'archive.sqlite'))).size / 2 ** 20);
  const rows = await answers(folder);
  const result: BenchResult = {
    title: 'The archive as it grows',
    about: `${items} items in ${documents} documents (agenda, minutes and a bundle a meeting), filed in ${Math.round(ms / 1000)} s; archive.sqlite has ${size} MiB, and the process that filed them took ${grown} MiB more at the end than before.`,
    tables: [
      {
        title: 'Milliseconds to file a document',
        columns: ['first tenth', 'on average', 'last tenth'],
        rows: [[atFirst, ms / documents, atLast]],
      },
      { title: 'Milliseconds to answer', columns: ['question', 'p50', 'p95'], rows },
    ],
    figures: {},
    misses: [],
  };
  console.log(result.about);
  console.table([{ atFirst, average: ms / documents, atLast }]);
  console.table(rows.map(([question, p50, p95]) => ({ question, p50, p95 })));
  const place = { document: 'performance', order: 30, command: 'npm run prove:archive' } as const;
  if (items >= FULL) await keepResult('archive-scale', place, result);
} finally {
  await rm(folder, { recursive: true });
}
