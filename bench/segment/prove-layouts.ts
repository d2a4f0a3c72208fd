import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReaderInProcess } from '../../extract/open.ts';
import { press } from '../../fixtures/forge/press.ts';
import { openProducers } from '../../fixtures/forge/producers.ts';
import { loadMeetings } from '../../fixtures/forge/source.ts';
import { variedDocument } from '../../fixtures/forge/varied.ts';
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
  const meetings = await loadMeetings();
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
console.log(
  tableMarkdown({ title: 'Layouts by chance', columns: ['seed', 'layout', 'items F1', 'fields'], rows }),
);
const fields = [...sum.fields].map(([field, counts]): [string, number, number, string] => [
  field,
  counts.right,
  counts.expected,
  percent(counts.right / counts.expected),
]);
console.log(tableMarkdown({ title: 'Fields', columns: ['field', 'right', 'of', 'share'], rows: fields }));
console.log(`\nAll together: items F1 ${percent(f1(sum.items))}, fields ${percent(fieldRate(sum.fields))}`);
