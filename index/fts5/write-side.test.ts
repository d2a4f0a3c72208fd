import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { FICTIONAL_RECORDS, record } from '../testing/fictional-records.ts';
import { Fts5Engine } from './engine.ts';
import { openForReading } from './files.ts';
import { Preparer } from './prepare.ts';
import { WriteSide } from './write-side.ts';

const analyser = new Analyser(loadLexicon());
const DOCUMENT = 'f'.repeat(64);
const PIGEON = record({ id: 'f-1', title: 'Nyankommen brevdue', document: DOCUMENT });

let folder: string;
let first: WriteSide;
let second: WriteSide;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kkr-index-'));
  first = new WriteSide(folder, analyser);
  second = new WriteSide(folder, analyser);
});
afterEach(() => {
  first.close();
  second.close();
  rmSync(folder, { recursive: true, force: true });
});

const prepared = () => {
  const preparer = new Preparer(analyser);
  return FICTIONAL_RECORDS.map((one) => preparer.prepare(one));
};
const serving = () => readFileSync(join(folder, 'search.current'), 'utf8').trim();

async function size(): Promise<number> {
  const db = openForReading(folder, serving());
  try {
    return await new Fts5Engine(db).size();
  } finally {
    db.close();
  }
}

test.each(['the first', 'the second'])('of two rebuilds at once, %s may end first', async (quicker) => {
  first.replace(DOCUMENT, [PIGEON]);
  for (const side of [first, second]) side.startRebuild();
  for (const side of [first, second]) side.addToRebuild(prepared());
  const [one, other] = quicker === 'the first' ? [first, second] : [second, first];
  one.finishRebuild();
  one.replace(DOCUMENT, [PIGEON]);
  other.finishRebuild();
  expect(existsSync(join(folder, serving()))).toBe(true);
  expect(await size()).toBe(FICTIONAL_RECORDS.length + 1);
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual([serving()]);
  other.replace(DOCUMENT, []);
  expect(await size()).toBe(FICTIONAL_RECORDS.length);
});

test('a rebuild whose file is gone changes nothing', async () => {
  first.replace(DOCUMENT, [PIGEON]);
  const before = serving();
  first.startRebuild();
  for (const name of readdirSync(folder)) {
    if (name.startsWith('search-') && !name.startsWith(before)) rmSync(join(folder, name));
  }
  first.finishRebuild();
  expect(serving()).toBe(before);
  expect(await size()).toBe(1);
});

test('rebuilds that were left behind long ago are removed, others are left alone', () => {
  const abandoned = 'search-1600000000000-abcdef.sqlite';
  const young = `search-${Date.now() - 60_000}-abcdef.sqlite`;
  for (const name of [abandoned, young]) writeFileSync(join(folder, name), '');
  first.startRebuild();
  first.finishRebuild();
  expect(existsSync(join(folder, abandoned))).toBe(false);
  expect(existsSync(join(folder, young))).toBe(true);
});
