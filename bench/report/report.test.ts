import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkFloors, Floors, loadFloors } from './floors.ts';
import { keptResults } from './kept.ts';
import { measure } from './machine.ts';
import { missesMarkdown, percent, tableMarkdown } from './table.ts';

test('a table is markdown, with figures to the right and dashes for what is unknown', () => {
  const text = tableMarkdown({
    title: 'Fields',
    columns: ['field', 'right'],
    rows: [
      ['a|b', 0.98765],
      ['date', null],
      ['number', 1234],
    ],
    note: 'Of fixtures.',
  });
  expect(text.split('\n')).toEqual([
    '**Fields**',
    '',
    '| field  | right |',
    '| ------ | ----: |',
    '| a\\|b   | 0.988 |',
    '| date   |     – |',
    '| number | 1,234 |',
    '',
    'Of fixtures.',
  ]);
  expect(percent(0.9876)).toBe('98.8 %');
});

test('misses are listed letter for letter, cut where they are long or many', () => {
  const lines = Array.from({ length: 32 }, (_, i) => `*${i}* | <b>`);
  const text = missesMarkdown({ title: 'Fields that are wrong', lines: ['x'.repeat(500), '```', ...lines] });
  const listed = text.split('\n');
  expect(listed.slice(0, 3)).toEqual(['**Fields that are wrong** (34)', '', '```text']);
  expect(listed[3]).toHaveLength(160);
  expect(listed.slice(4, 6)).toEqual(["'''", '*0* | <b>']);
  expect(listed.slice(-2)).toEqual(['… and 4 more', '```']);
  expect(missesMarkdown({ title: 'Fields that are wrong', lines: [] })).toBe(
    '**Fields that are wrong**: none.',
  );
});

const floors = Floors.parse({
  'segment.f1': { floor: 0.9 },
  'text.cer': { floor: 0.01, better: 'lower', slack: 0.005 },
});

test('a figure at its floor passes, below it fails, far above it asks for a higher floor', () => {
  expect(checkFloors(floors, 'segment', { 'segment.f1': 0.9 })).toEqual({ below: [], above: [] });
  expect(checkFloors(floors, 'segment', { 'segment.f1': 0.89 }).below).toHaveLength(1);
  expect(checkFloors(floors, 'segment', { 'segment.f1': 0.95 }).above).toHaveLength(1);
});

test('where lower is better the floor is a ceiling', () => {
  expect(checkFloors(floors, 'text', { 'text.cer': 0.02 }).below).toHaveLength(1);
  expect(checkFloors(floors, 'text', { 'text.cer': 0.008 })).toEqual({ below: [], above: [] });
  expect(checkFloors(floors, 'text', { 'text.cer': 0.001 }).above).toHaveLength(1);
});

test('a figure that is not there, or not a number, is below its floor', () => {
  expect(checkFloors(floors, 'segment', {}).below).toHaveLength(1);
  expect(checkFloors(floors, 'segment', { 'segment.f1': Number.NaN }).below).toHaveLength(1);
});

test('the floors of the project can be read', async () => {
  expect(
    Object.keys(await loadFloors()).every((key) => /^(text|repair|segment|matters|search|speed)\./.test(key)),
  ).toBe(true);
});

test('work is measured in wall time, CPU time and memory', async () => {
  const { value, cost } = await measure(() => Array.from({ length: 1000 }, (_, i) => i).length);
  expect(value).toBe(1000);
  expect(cost.wallSeconds).toBeGreaterThan(0);
  expect(cost.peakMegabytes).toBeGreaterThan(10);
});

test('every kept result can be read and is in its document', async () => {
  for (const document of ['quality', 'performance'] as const) {
    const text = await readFile(new URL(`../../docs/${document}.md`, import.meta.url), 'utf8');
    for (const { result, command } of await keptResults(document)) {
      expect(text).toContain(`## ${result.title}`);
      expect(text).toContain(command);
    }
  }
});
