import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteArchive } from '../archive-store.sqlite.ts';
import { SqliteRecords } from '../records.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import type { Tables } from './schema.ts';
import { readerDialect } from './sqlite.ts';

/**
 * What a page shows must not take longer as the archive grows, so every query
 * behind it is answered from an index. SQLite says how it would go about each.
 */

let folder: string;
let database: DatabaseSync;
let records: SqliteRecords;
let asked: { sql: string; parameters: readonly unknown[] }[];
const text = 'På mødet den 4. februar 2031 blev planen for kystbeskyttelse drøftet. '.repeat(5);
const bundle = sampleDocument('bilag.pdf', {
  kind: 'bilag',
  pages: [samplePage(1, text)],
  attachments: [sampleAttachment('1', 1, 'Plan')],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-plans-'));
  const file = join(folder, 'archive.sqlite');
  const store = openSqliteArchive(file);
  const item = sampleItem('1', 'Kystbeskyttelse', {
    caseNumber: 'SAG-2031-00042',
    sections: [{ heading: 'Baggrund', text }],
  });
  for (const date of ['2031-02-04', '2031-03-04']) {
    await keep(store, sampleDocument(`${date}.pdf`, { date, items: [item] }));
  }
  await keep(store, bundle);
  await store.close();
  database = new DatabaseSync(file, { readOnly: true });
  const db = new Kysely<Tables>({
    dialect: readerDialect(database),
    log: ({ query }) => {
      asked.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  records = new SqliteRecords({ read: (query) => db.transaction().execute(query) }, Date.now);
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const agenda = `dok-${sampleDocument('2031-02-04.pdf').source.sha256.slice(0, 12)}`;
const short = `dok-${bundle.source.sha256.slice(0, 12)}`;

test.each([
  ['item', () => records.item('nordjylland-2031-03-04-1')],
  ['item by an id of old', () => records.item(`${agenda}-1`)],
  ['meeting', () => records.meeting('nordjylland-2031-03-04')],
  ['case', () => records.itemsOfCase('SAG-2031-00042')],
  ['history', () => records.history('nordjylland-2031-03-04-1')],
  ['appendix', () => records.attachment(`${short}-bilag-1-1`)],
  ['document', () => records.document(short)],
  ['reading', () => records.reading(short)],
  ['items of a document', () => records.itemsOfDocument(short)],
  ['duplicate keys', () => records.duplicateKeys(short)],
])('%s: no query goes through a whole table', async (_, ask) => {
  asked = [];
  expect(await ask()).toBeTruthy();
  const plans = asked
    .filter(({ sql }) => sql.startsWith('select'))
    .flatMap(({ sql, parameters }) => {
      const values = parameters.map((value) => (typeof value === 'number' ? value : String(value)));
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
      return steps.map((step) => ({ sql, step: String(step.detail) }));
    });
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(({ step }) => /^SCAN (?!CONSTANT)/.test(step))).toEqual([]);
});
