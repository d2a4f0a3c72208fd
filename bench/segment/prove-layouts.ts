import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReaderInProcess } from '../../extract/open.ts';
import { press } from '../../fixtures/forge/press.ts';
import { openProducers } from '../../fixtures/forge/producers.ts';
import { loadLooks, loadMeetings } from '../../fixtures/forge/source.ts';
import { variedDocument } from '../../fixtures/forge/varied.ts';
import { keepResult } from '../report/kept.ts';
import type { BenchResult, Table } from '../report/result.ts';
import { percent, tableMarkdown } from '../report/table.ts';
import { f1, fieldRate, type SegmentScore, scoreSegments, sumSegments } from '../score/segmentation.ts';

/**
 * `npm run prove:layouts [-- FIRST-LAST]`: sets meetings in layouts of chance
 * that no one has looked at, reads them and prints what was found. Takes about a
 * second a layout and needs Chromium, LibreOffice and poppler.
 */
const [first = 1001, last = 1040] = (process.argv[2] ?? '').split('-').filter(Boolean).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'kkr-layouts-'));
const producers = await openProducers();
const reader = await openReaderInProcess({ ocr: 'none' });
const scores: SegmentScore[] = [];
const rows: [number, string, string, string][] = [];
try {
  const meetings = [...(await loadMeetings()), ...(await loadLooks())];
  for (let seed = first; seed <= last; seed += 1) {
    const { meeting, printing, layout } = variedDocument(seed, meetings);
    const path = join(folder, printing.file);
    const truth = await press(meeting, printing, layout.lay(meeting, printing.kind), producers, path);
    const score = scoreSegments(truth, await reader.read(await readFile(path), printing.file));
    scores.push(score);
    rows.push([seed, layout.about, percent(f1(score.items)), percent(fieldRate(score.fields))]);
  }
} finally {
  await reader.close();
  await producers.close();
  await rm(folder, { recursive: true, force: true });
}
const sum = sumSegments(scores);
const fields = [...sum.fields].map(([field, counts]): [string, number, number, string] => [
  field,
  counts.right,
  counts.expected,
  percent(counts.right / counts.expected),
]);
const all: Table = {
  title: 'Found',
  columns: ['layouts', 'items F1', 'appendices F1', 'fields exact'],
  rows: [[scores.length, f1(sum.items), f1(sum.attachments), fieldRate(sum.fields)]],
};
const byField: Table = { title: 'By field', columns: ['field', 'right', 'of', 'share'], rows: fields };
console.log(tableMarkdown({ title: 'By layout', columns: ['seed', 'layout', 'items F1', 'fields'], rows }));
for (const table of [all, byField]) console.log(`\n${tableMarkdown(table)}`);
const result: BenchResult = {
  title: 'Layouts that nobody looked at',
  about: `Meetings set in layouts put together by chance (seeds ${first} to ${last}), for which no rule was written: what to expect of documents in a new look.`,
  tables: [all, byField],
  figures: { 'segment.chance.items.f1': f1(sum.items), 'segment.chance.fields': fieldRate(sum.fields) },
  misses: [],
  listed: [
    {
      title: 'Misses',
      lines: sum.misses.map(
        (miss) => `${miss.file} ${miss.where} ${miss.field}: ${miss.expected} | ${miss.found}`,
      ),
    },
  ],
};
const command = `npm run prove:layouts -- ${first}-${last}`;
await keepResult('layouts', { document: 'quality', order: 2.5, command }, result);
