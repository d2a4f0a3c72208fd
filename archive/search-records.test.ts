import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArchiveStore } from '../core/archive-store.ts';
import type { Document } from '../core/document.ts';
import type { SearchRecord } from '../core/search-index.ts';
import { recordsOf } from '../index/records.ts';
import { openArchive } from './open.ts';
import { keep } from './testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from './testing/sample.ts';

let folder: string;
let store: ArchiveStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kkr-records-'));
  store = (await openArchive(folder)).store;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function recordsKept(document: Document): Promise<SearchRecord[]> {
  await keep(store, document);
  return recordsOf(store, document.source.sha256);
}

test('an item is one record, with the pages on which its texts go on', async () => {
  const second = 'Havnen er for lille, og broen er for lav.\n\nBeslutning\nTiltrådt.';
  const pages = [
    samplePage(1, '2.1 Ny bro\nIndstilling\nAt broen bygges.\nSagen\nBroen er gammel.'),
    samplePage(2, second),
  ];
  const [record] = await recordsKept(
    sampleDocument('referat.pdf', {
      kind: 'referat',
      pages,
      items: [
        sampleItem('2.1', 'Ny bro', {
          pages: [1, 2],
          caseNumber: 'SAG-2031-00012',
          sections: [
            { heading: 'Indstilling', text: 'At broen bygges.', where: [{ page: 1, start: 23, end: 39 }] },
            {
              heading: 'Sagen',
              text: 'Broen er gammel. Havnen er for lille, og broen er for lav.',
              where: [
                { page: 1, start: 46, end: 62 },
                { page: 2, start: 0, end: 41 },
              ],
            },
          ],
          decision: { text: 'Tiltrådt.', outcomes: ['approved'], where: [{ page: 2, start: 54, end: 63 }] },
        }),
      ],
    }),
  );
  expect(record).toMatchObject({
    title: 'Ny bro',
    caseNumber: 'SAG-2031-00012',
    recommendation: 'At broen bygges.',
    decision: 'Tiltrådt.',
    text: 'Sagen\nBroen er gammel. Havnen er for lille, og broen er for lav.',
    outcomes: ['approved'],
    page: 1,
    legibility: 1,
  });
  expect(record?.pageStarts).toEqual([
    { field: 'recommendation', start: 0, page: 1 },
    { field: 'decision', start: 0, page: 2 },
    { field: 'text', start: 0, page: 1 },
    { field: 'text', start: record?.text.indexOf('Havnen'), page: 2 },
  ]);
});

test('a closed item is nowhere, nor is the list that names it', async () => {
  const contents = samplePage(1, 'Dagsorden\n2.2 Salg af grund');
  const [heading, entry] = contents.lines;
  const lines = [heading, entry && { ...entry, role: 'contents' as const }].flatMap((line) => line ?? []);
  const records = await recordsKept(
    sampleDocument('dagsorden.pdf', {
      pages: [{ ...contents, lines }, samplePage(2, '2.1 Ny bro'), samplePage(3, '2.2 Salg af grund')],
      items: [
        sampleItem('2.1', 'Ny bro', { pages: [2, 2] }),
        sampleItem('2.2', 'Salg af grund', { pages: [3, 3], closed: true }),
      ],
    }),
  );
  expect(records.map(({ title }) => title)).toEqual(['Ny bro', '']);
  expect(JSON.stringify(records)).not.toContain('Salg');
});

test('labels of charts and specks of a scan are no text', async () => {
  const page = samplePage(1, 'Notat om havnen\n,:i| 0 2\nHavnen er lille.');
  const lines = page.lines.map((line, at) => (at === 1 ? { ...line, role: 'noise' as const } : line));
  const records = await recordsKept(
    sampleDocument('notat.pdf', { kind: 'andet', pages: [{ ...page, lines }] }),
  );
  expect(records.map(({ text }) => text.split(/\n+/))).toEqual([['Notat om havnen', 'Havnen er lille.']]);
});

test('a page that two appendices share is parted where the second begins', async () => {
  const text = 'Slutningen af brevet.\nBilag 2\nKortet over havnen.';
  const records = await recordsKept(
    sampleDocument('bilag.pdf', {
      kind: 'bilag',
      pages: [samplePage(1, 'Brevet begynder.'), samplePage(2, text)],
      attachments: [
        sampleAttachment('2.1', 1, 'Brev', { pages: [1, 2], where: [{ page: 1, start: 0, end: 4 }] }),
        sampleAttachment('2.1', 2, 'Kort', { pages: [2, 2], where: [{ page: 2, start: 22, end: 29 }] }),
      ],
    }),
  );
  expect(records.map((record) => [record.title, record.page, record.text.trim()])).toEqual([
    ['Brev', 1, 'Brevet begynder.'],
    ['Brev', 2, 'Slutningen af brevet.'],
    ['Kort', 2, 'Bilag 2\nKortet over havnen.'],
  ]);
  expect(new Set(records.map(({ id }) => id)).size).toBe(3);
});

test('who was there is found, under the name of the list', async () => {
  const document = sampleDocument('referat.pdf', { kind: 'referat' });
  const attendees = [{ name: 'Birthe Vindelev', office: 'Borgmester', organisation: 'Læsø Kommune' }];
  const records = await recordsKept({ ...document, meeting: { ...document.meeting, attendees } });
  const list = records.find(({ title }) => title === 'Deltagere');
  expect(list?.text).toBe('Rådhuset, Havnegade 1\nBirthe Vindelev, Borgmester, Læsø Kommune');
});

test('an agenda gives way to the minutes, item by item', async () => {
  const items = [sampleItem('2.1', 'Ny bro'), sampleItem('2.2', 'Ny færge')];
  const agenda = sampleDocument('dagsorden.pdf', { items });
  await keep(store, agenda);
  const minutes = sampleDocument('referat.pdf', { kind: 'referat', items: items.slice(0, 1) });
  const told = async ({ source }: Document) =>
    (await recordsOf(store, source.sha256)).map(({ title }) => title);
  expect(await told(agenda)).toEqual(['Ny bro', 'Ny færge']);
  await keep(store, minutes);
  expect(await told(agenda)).toEqual(['Ny færge']);
  expect(await told(minutes)).toEqual(['Ny bro']);
});
