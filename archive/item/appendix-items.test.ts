import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Document } from '../../core/document.ts';
import { recordsOf } from '../../index/records.ts';
import { openSqliteArchive } from '../archive-store.sqlite.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';

/** The item that a bundle's only page leads to, and whether the archive shows the appendix there. */
async function ownerOf(bundle: Document, others: readonly Document[]) {
  const folder = mkdtempSync(join(tmpdir(), 'kkr-records-'));
  const store = openSqliteArchive(join(folder, 'archive.sqlite'));
  try {
    for (const document of [...others, bundle]) await keep(store, document);
    const [record] = await recordsOf(store, bundle.source.sha256);
    const meeting = await store.meeting('nordjylland-2031-03-04');
    const shown = meeting?.items.filter((item) => item.appendices.length > 0).map((item) => item.title);
    return { found: (await store.item(record?.target ?? ''))?.title, shown };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function bundle(name: string): Document {
  const pages = [samplePage(1, 'Planens økonomi')];
  return sampleDocument(name, {
    kind: 'bilag',
    pages,
    attachments: [sampleAttachment('2', 1, 'Plan', { pages: [1, 1] })],
  });
}

const agenda = (name: string, ...titles: string[]) =>
  sampleDocument(name, { items: titles.map((title, at) => sampleItem(String(at + 1), title)) });

test('an appendix goes with the number that the agenda gave, whatever the minutes call its item', async () => {
  const minutes = sampleDocument('referat.pdf', {
    kind: 'referat',
    items: ['Flygtninge', 'Et nyt emne', 'Klimaplan'].map((title, at) => sampleItem(String(at + 1), title)),
  });
  const { found, shown } = await ownerOf(bundle('bilag.pdf'), [
    agenda('dagsorden.pdf', 'Flygtninge', 'Klimaplan'),
    minutes,
  ]);
  expect(found).toBe('Klimaplan');
  expect(shown).toEqual(['Klimaplan']);
});

test('an appendix of a supplementary agenda goes with that, not with the ordinary one', async () => {
  const ordinary = bundle('bilag.pdf');
  const supplementary: Document = { ...ordinary, meeting: { ...ordinary.meeting, sequence: 1 } };
  const { found, shown } = await ownerOf(supplementary, [
    agenda('dagsorden.pdf', 'Flygtninge', 'Klimaplan'),
    agenda('tillaegsdagsorden.pdf', 'Hastesag', 'Havvind'),
  ]);
  expect(found).toBe('Havvind');
  expect(shown).toEqual(['Havvind']);
});

test('an appendix whose item nobody knows leads to itself', async () => {
  const { found, shown } = await ownerOf(bundle('bilag.pdf'), [agenda('dagsorden.pdf', 'Flygtninge')]);
  expect(found).toBeUndefined();
  expect(shown).toEqual([]);
});
