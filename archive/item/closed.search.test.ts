import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import type { SearchIndex, SearchQuery } from '../../core/search-index.ts';
import { recordsOf } from '../../index/records.ts';
import { Fts5SearchIndex } from '../../index/search-index.fts5.ts';
import { openSqliteArchive } from '../archive-store.sqlite.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';

let folder: string;
let store: ArchiveStore;
let index: SearchIndex;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-closed-'));
  store = openSqliteArchive(join(folder, 'archive.sqlite'));
  index = new Fts5SearchIndex(folder);
});
afterEach(async () => {
  await index.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const query: SearchQuery = { text: '', filters: {}, sort: 'relevance', offset: 0, limit: 20 };

async function search(text: string) {
  for (const debt of await store.unindexed()) {
    await index.replace(debt.sha256, await recordsOf(store, debt.sha256));
    await store.indexed(debt);
  }
  return index.search({ ...query, text });
}

test('what minutes close later leaves the index: hits, snippets, facets and what is suggested', async () => {
  const secret = 'Sølvgrensgruppen tilbyder ejendommen til Rebild Kommune.';
  await keep(
    store,
    sampleDocument('dagsorden.pdf', {
      pages: [samplePage(1, `1. Ruter\nRuterne bevares.\n2. Køb af grund\n${secret}`)],
      items: [
        sampleItem('1', 'Ruter', { sections: [{ heading: 'Sag', text: 'Ruterne bevares.' }] }),
        sampleItem('2', 'Køb af grund', { sections: [{ heading: 'Sag', text: secret }] }),
      ],
    }),
  );
  await keep(
    store,
    sampleDocument('bilag.pdf', {
      kind: 'bilag',
      pages: [samplePage(1, secret)],
      attachments: [sampleAttachment('2', 1, 'Tilbud')],
    }),
  );
  expect((await search('Sølvgrensgruppen')).total).toBeGreaterThan(0);
  expect((await search('Sølvgrensgruppem')).suggestion).toMatch(/sølvgrensgruppen/i);
  const minutes = [sampleItem('1', 'Ruter'), sampleItem('2', 'Køb af grund', { closed: true })];
  await keep(store, sampleDocument('referat.pdf', { kind: 'referat', items: minutes }));
  expect(await search('Sølvgrensgruppen')).toMatchObject({ total: 0, hits: [], suggestion: null });
  expect((await search('Sølvgrensgruppem')).suggestion).toBeNull();
  const everything = await search('');
  expect(JSON.stringify(everything)).not.toMatch(/sølvgren|Rebild|Køb af grund/i);
  expect(everything.total).toBeGreaterThan(0);
});
