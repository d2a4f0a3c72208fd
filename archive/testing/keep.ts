import type { DocumentLedger } from '../../core/archive-store.ts';
import type { Document } from '../../core/document.ts';

/** Puts a reading into an archive by the way that every reading takes: received, claimed, kept. */
export async function keep(ledger: DocumentLedger, document: Document): Promise<void> {
  const { sha256 } = document.source;
  if ((await ledger.register(document.source)) === 'known') await ledger.requeue({ sha256 });
  await ledger.claim(sha256, 'keep', 60_000);
  if (!(await ledger.complete(document, 'keep'))) throw new Error(`${document.source.name} is being read`);
}
