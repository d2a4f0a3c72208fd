import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { agendaOf, bundle, minutes, secret } from '../testing/closed-meeting.ts';
import { keep } from '../testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What appendices of closed items say is told by nothing that stands beside them. */
export function closedAppendicesContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('appendices of closed items', () => {
    test('hide a page that an open item’s appendix ends on where theirs begins', async () => {
      await keep(store, agendaOf('dagsorden.pdf', ['1', '2']));
      await keep(store, minutes(true));
      const shared = sampleDocument('samlet.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Kort over ruter'), samplePage(2, `Kortets fod\n${secret}`)],
        attachments: [
          sampleAttachment('1', 1, 'Kort', { pages: [1, 2] }),
          sampleAttachment('2', 1, 'Tilbud', { pages: [2, 2] }),
        ],
      });
      await keep(store, shared);
      const map = await store.attachment(`dok-${shared.source.sha256.slice(0, 12)}-bilag-1-1`);
      expect(map?.text.map((page) => page.text)).toEqual(['Kort over ruter', '']);
    });

    test('lend no bookmark, and none that only ends as nothing does', async () => {
      const scattered = sampleDocument('samlet.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, 'Kort over ruter'), samplePage(2, secret)],
        attachments: bundle.attachments,
        bookmarks: [
          { title: 'Kort', level: 1, page: 1 },
          { title: 'Sølvgrens pris', level: 2, page: 2 },
          { title: 'Sølvgrens frist', level: 2, page: null },
        ],
      });
      const own = sampleDocument('dagsorden.pdf', {
        items: [sampleItem('1', '–'), sampleItem('2', 'Køb', { closed: true })],
        bookmarks: [
          { title: 'Køb', level: 1, page: 1 },
          { title: 'Sølvgrens pris', level: 2, page: 1 },
        ],
      });
      for (const document of [scattered, own]) await keep(store, document);
      const titles = async ({ source }: typeof own) =>
        (await store.reading(source.sha256))?.bookmarks?.map(({ title }) => title);
      expect(await titles(scattered)).toEqual(['Kort']);
      expect(await titles(own)).toEqual(['Køb']);
    });

    test('are no copy of an open appendix, which would tell what theirs say', async () => {
      const text = 'Vrøbæk og Grønlykke om færgen til øen, som sejler hver time året rundt. '.repeat(8);
      const offer = sampleDocument('tilbud.pdf', {
        kind: 'bilag',
        pages: [samplePage(1, text)],
        attachments: [sampleAttachment('2', 1, 'Tilbud', { pages: [1, 1] })],
      });
      const news = sampleDocument('avis.pdf', {
        date: '2031-05-05',
        kind: 'bilag',
        pages: [samplePage(1, text)],
        attachments: [sampleAttachment('1', 1, 'Avis', { pages: [1, 1] })],
      });
      for (const document of [agendaOf('dagsorden.pdf', ['1', '2']), offer, news])
        await keep(store, document);
      const copies = async () =>
        (await store.attachment(`dok-${news.source.sha256.slice(0, 12)}-bilag-1-1`))?.copies.map(
          ({ title }) => title,
        );
      expect(await copies()).toEqual(['Tilbud']);
      await keep(store, minutes(true));
      expect(await copies()).toEqual([]);
    });
  });
}
