import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { keep } from '../testing/keep.ts';
import { sampleDocument, sampleItem, sampleSource } from '../testing/sample.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** States, claims, leases and what is due in the index. */
export function ledgerContract(make: () => Promise<ArchiveUnderTest>): void {
  let archive: ArchiveUnderTest;
  let store: ArchiveStore;
  beforeEach(async () => {
    archive = await make();
    store = archive.store;
  });
  afterEach(() => archive.dispose());

  describe('ledger', () => {
    const MINUTE = 60_000;

    const source = sampleSource('dagsorden.pdf');
    const { sha256 } = source;

    test('the same bytes are registered once, whatever their name', async () => {
      expect(await store.register(source)).toBe('added');
      expect(await store.register({ ...source, name: 'kopi af dagsorden.pdf' })).toBe('known');
      expect((await store.documents()).map((document) => document.source.name)).toEqual(['dagsorden.pdf']);
    });

    test('a claim is given to one only and counts as an attempt', async () => {
      await store.register(source);
      const claims = await Promise.all([
        store.claim(sha256, 'a', MINUTE),
        archive.other.claim(sha256, 'b', MINUTE),
        store.claim(sha256, 'c', MINUTE),
      ]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.document(sha256)).toMatchObject({ state: 'reading', attempts: 1 });
    });

    test('a claim may be taken over once its lease ran out, and the old holder learns of it', async () => {
      await store.register(source);
      await store.claim(sha256, 'killed', MINUTE);
      archive.pass(MINUTE - 1);
      expect(await archive.other.claim(sha256, 'next', MINUTE)).toBe(false);
      expect(await store.unfinished()).toEqual([]);
      archive.pass(1);
      expect((await store.unfinished()).map((document) => document.source.sha256)).toEqual([sha256]);
      expect(await archive.other.claim(sha256, 'next', MINUTE)).toBe(true);
      expect(await store.renew(sha256, 'killed', MINUTE)).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ attempts: 2 });
    });

    test('who lost a claim can neither keep a reading nor a failure', async () => {
      const failure = { code: 'read-crashed', message: 'Væk.', retryable: true } as const;
      const late = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'For sent')] });
      const sound = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'I tide')] });
      await store.register(source);
      await store.claim(sha256, 'late', MINUTE);
      archive.pass(MINUTE);
      await archive.other.claim(sha256, 'next', MINUTE);
      expect(await store.complete(late, 'late')).toBe(false);
      expect(await store.fail(sha256, 'late', failure, { again: true })).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ state: 'reading', itemCount: 0 });
      expect(await archive.other.complete(sound, 'next')).toBe(true);
      expect(await store.complete(late, 'late')).toBe(false);
      expect(await store.fail(sha256, 'late', failure, { again: false })).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ state: 'read', failure: null });
      expect((await store.reading(sha256))?.items.map((item) => item.title)).toEqual(['I tide']);
    });

    test('a worker of the same name is another worker', async () => {
      await store.register(source);
      expect(await store.claim(sha256, 'a', MINUTE)).toBe(true);
      expect(await archive.other.claim(sha256, 'a', MINUTE)).toBe(false);
    });

    test('what is to be tried again waits at once and is never shown as failed', async () => {
      const failure = { code: 'read-crashed', message: 'Væk.', retryable: true } as const;
      await store.register(source);
      await store.claim(sha256, 'a', MINUTE);
      expect(await store.fail(sha256, 'a', failure, { again: true })).toBe(true);
      expect(await store.document(sha256)).toMatchObject({ state: 'waiting', failure: null, attempts: 1 });
      expect((await store.unfinished()).map((document) => document.source.sha256)).toEqual([sha256]);
    });

    test('a renewed claim holds on', async () => {
      await store.register(source);
      await store.claim(sha256, 'a', MINUTE);
      archive.pass(MINUTE - 1);
      expect(await store.renew(sha256, 'a', MINUTE)).toBe(true);
      archive.pass(MINUTE - 1);
      expect(await archive.other.claim(sha256, 'b', MINUTE)).toBe(false);
    });

    test('what was read is not claimed again, what failed is', async () => {
      await store.register(source);
      await store.claim(sha256, 'a', MINUTE);
      const failure = { code: 'pdf-damaged', message: 'Filen er skåret over.', retryable: false } as const;
      expect(await store.fail(sha256, 'a', failure, { again: false })).toBe(true);
      expect(await store.document(sha256)).toMatchObject({
        state: 'failed',
        failure: { code: 'pdf-damaged', message: 'Filen er skåret over.', retryable: false },
      });
      expect(await store.unfinished()).toEqual([]);
      expect(await store.claim(sha256, 'a', MINUTE)).toBe(true);
      expect(await store.document(sha256)).toMatchObject({ state: 'reading', failure: null });
      expect(await store.complete(sampleDocument('dagsorden.pdf'), 'a')).toBe(true);
      expect(await store.claim(sha256, 'a', MINUTE)).toBe(false);
      expect(await store.document(sha256)).toMatchObject({ state: 'read', pageCount: 1 });
    });

    test('requeues by outcome or one by one, but not what is being read', async () => {
      const [failed, read, busy] = ['a.pdf', 'b.pdf', 'c.pdf'].map(sampleSource);
      if (!failed || !read || !busy) throw new Error('three sources');
      for (const each of [failed, read, busy]) await store.register(each);
      await store.claim(failed.sha256, 'a', MINUTE);
      await store.fail(
        failed.sha256,
        'a',
        { code: 'ocr-failed', message: 'Ingen tekst.', retryable: true },
        { again: false },
      );
      await keep(store, sampleDocument('b.pdf'));
      await store.claim(busy.sha256, 'a', MINUTE);
      expect(await store.requeue('failed')).toEqual([failed]);
      expect(await store.requeue('read')).toEqual([read]);
      expect(await store.requeue({ sha256: busy.sha256 })).toEqual([]);
      expect((await store.unfinished()).map((document) => document.source.name)).toEqual(['a.pdf', 'b.pdf']);
      expect(await store.reading(read.sha256)).not.toBeNull();
    });

    test('says which documents an index must take up again, until told that it has', async () => {
      const agenda = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Budget')] });
      await keep(store, agenda);
      const [debt] = await store.unindexed();
      if (!debt) throw new Error('one is due');
      expect(debt.sha256).toBe(agenda.source.sha256);
      const minutes = sampleDocument('referat.pdf', { kind: 'referat', items: [sampleItem('1', 'Budget')] });
      await keep(store, minutes);
      expect(await store.indexed(debt)).toBe(false);
      const debts = await store.unindexed();
      expect(debts.map((each) => each.sha256)).toEqual([agenda.source.sha256, minutes.source.sha256]);
      for (const each of debts) expect(await store.indexed(each)).toBe(true);
      expect(await store.unindexed()).toEqual([]);
      // A slow indexer that comes late with old records makes the document due again.
      expect(await store.indexed(debt)).toBe(false);
      expect((await store.unindexed()).map((each) => each.sha256)).toEqual([agenda.source.sha256]);
    });

    test('speaks up about documents that it does not know', async () => {
      const unknown = sampleSource('ukendt.pdf').sha256;
      for (const call of [
        store.claim(unknown, 'a', MINUTE),
        store.renew(unknown, 'a', MINUTE),
        store.fail(unknown, 'a', { code: 'internal', message: '', retryable: false }, { again: false }),
        store.complete(sampleDocument('ukendt.pdf'), 'a'),
        store.requeue({ sha256: unknown }),
      ]) {
        await expect(call).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });
}
