import { acrossDocumentsContract } from './contract/across.contract.ts';
import { closedContract } from './contract/closed.contract.ts';
import { closedAppendicesContract } from './contract/closed-appendices.contract.ts';
import { ledgerContract } from './contract/ledger.contract.ts';
import { mattersContract } from './contract/matters.contract.ts';
import { recordsContract } from './contract/records.contract.ts';
import { teachingContract } from './contract/teaching.contract.ts';
import type { ArchiveUnderTest } from './contract/under-test.ts';

/** What every ArchiveStore promises; `make` gives an empty one, opened twice. */
export function archiveStoreContract(make: () => Promise<ArchiveUnderTest>): void {
  ledgerContract(make);
  recordsContract(make);
  acrossDocumentsContract(make);
  mattersContract(make);
  closedContract(make);
  closedAppendicesContract(make);
  teachingContract(make);
}
