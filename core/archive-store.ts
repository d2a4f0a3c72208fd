import type { Attachment, Document, Item, Page, Person, Source, Warning } from './document.ts';
import type { ErrorCode } from './errors.ts';
import type { BodyName, DocumentKind } from './vocabulary.ts';

/**
 * What is kept: the state of every document, what was read from it, and how
 * items and meetings hang together. The archive is the only truth; queues and
 * search indexes can always be made again from it.
 */
export interface ArchiveStore extends DocumentLedger, ArchiveRecords {
  close(): Promise<void>;
}

/** waiting -> reading -> read | failed; `retry` and a dead worker's lease lead back to waiting. */
export type DocumentState = 'waiting' | 'reading' | 'read' | 'failed';

/**
 * The state of documents. Several processes may use one ledger: a claim is
 * given to one of them only, and a claim whose lease ran out may be taken over.
 * A call on a document that was never registered throws `not-found`.
 */
export interface DocumentLedger {
  /** Notes that an original was received; bytes known before change nothing. */
  register(source: Source): Promise<'added' | 'known'>;
  /**
   * Takes a document to read it, for `leaseMs`; each success counts as an
   * attempt. False where someone holds it, be it a worker of that very name, or
   * it is read already; a failed document may be claimed, since whoever asks
   * wants another try.
   */
  claim(sha256: string, worker: string, leaseMs: number): Promise<boolean>;
  /** Prolongs a claim. False where it was lost in the meantime. */
  renew(sha256: string, worker: string, leaseMs: number): Promise<boolean>;
  /**
   * Keeps a reading and marks the document read, all in one transaction that
   * replaces what was kept of an earlier reading. Ids of items stay the same.
   * False, and nothing is kept, where the worker does not hold the claim any more.
   */
  complete(document: Document, worker: string): Promise<boolean>;
  /**
   * Ends a claim without a reading: the document failed, or with `again` it goes
   * back to waiting at once. False, and nothing changes, where the worker does
   * not hold the claim any more.
   */
  fail(sha256: string, worker: string, failure: Failure, next: { again: boolean }): Promise<boolean>;
  /** Documents that wait, or whose reader's lease ran out, in the order of their arrival. */
  unfinished(): Promise<DocumentSummary[]>;
  /**
   * Puts documents back to waiting: all that failed, all that were read, or the
   * one with that SHA-256. What was read before is kept until the new reading.
   * Documents that someone is reading right now are left alone.
   */
  requeue(which: 'failed' | 'read' | { sha256: string }): Promise<Source[]>;
  /**
   * Documents whose search records are older than what the archive tells of
   * them. `complete` puts every document of the meeting on this list in the same
   * transaction, since minutes change what is told of the agenda's items.
   */
  unindexed(): Promise<readonly IndexDebt[]>;
  /**
   * The search index now holds that revision. False where the document changed
   * in the meantime: it is on the list then, even if another worker has indexed
   * the newer revision, since this caller may have written the older one over it.
   */
  indexed(debt: IndexDebt): Promise<boolean>;
}

export interface IndexDebt {
  readonly sha256: string;
  /** Counts up with every change of what is told of the document. */
  readonly revision: number;
}

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
}

export interface DocumentSummary {
  readonly source: Source;
  readonly state: DocumentState;
  readonly failure: Failure | null;
  readonly attempts: number;
  /** When the original was first registered, and when it was last read: ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly readAt: string | null;
  readonly kind: DocumentKind | null;
  readonly body: BodyName | null;
  readonly date: string | null;
  /** Null until read, or where it has no body or date. */
  readonly meetingId: string | null;
  readonly pageCount: number;
  readonly itemCount: number;
  readonly warnings: readonly Warning[];
  /** The document of the same meeting and kind that took its place. */
  readonly supersededBy: string | null;
}

export interface ArchiveRecords {
  /** By SHA-256, or by its short form `dok-3f5a9c0d12ab`. */
  document(id: string): Promise<DocumentSummary | null>;
  /**
   * What was read, whole, in the shape of `kkr extract --json`; by SHA-256 or
   * short form. Closed items have lost their text, here and on the pages.
   */
  reading(id: string): Promise<Document | null>;
  item(id: string): Promise<ItemRecord | null>;
  meeting(id: string): Promise<MeetingRecord | null>;
  /** Newest first. */
  meetings(filter: { body?: BodyName; year?: number }): Promise<MeetingSummary[]>;
  /** All items with that case number (normal form), newest first. */
  itemsOfCase(caseNumber: string): Promise<ItemRecord[]>;
  documents(): Promise<DocumentSummary[]>;
  /** The items that a document has, as the archive tells them, in the document's order. */
  itemsOfDocument(id: string): Promise<ItemRecord[]>;
  /** Ids of the items that a document's appendices belong to, in its order; null where that is unknown. */
  appendixItems(id: string): Promise<readonly (string | null)[]>;
  /** What came before an item and after it, in other meetings; null where there is no such item. */
  history(id: string): Promise<ItemHistory | null>;
  /** An appendix with its page texts. */
  attachment(id: string): Promise<AttachmentRecord | null>;
  /**
   * By page number of a document: a key that near-identical pages share, be it a
   * scan and its original or one paper sent to two meetings. Pages that are like
   * no other are left out.
   */
  duplicateKeys(id: string): Promise<ReadonlyMap<number, string>>;
  /** What is missing, by body and year, newest first. */
  completeness(): Promise<Completeness[]>;
  status(): Promise<ArchiveStatus>;
}

/** An item as the archive tells it: from the minutes where there are minutes, else from the agenda. */
export interface ItemRecord extends Item {
  readonly id: string;
  readonly meetingId: string | null;
  readonly body: BodyName | null;
  readonly date: string | null;
  readonly kind: DocumentKind;
  /** The document that the fields above were read from. */
  readonly source: Source;
  /** Every document in which the item stands: agenda and minutes. */
  readonly sources: readonly { source: Source; kind: DocumentKind; pages: [number, number] }[];
  /** Headings of sections that the minutes lack and the agenda supplied. */
  readonly fromAgenda: readonly string[];
  /** Appendices received that belong to the item; of near-identical copies only the best legible. */
  readonly appendices: readonly AttachmentSummary[];
  /** Municipalities named in title or text, by the name before "Kommune", in the order of mention. */
  readonly municipalities: readonly string[];
}

export interface AttachmentSummary extends Attachment {
  readonly id: string;
  readonly source: Source;
}

export interface AttachmentRecord extends AttachmentSummary {
  readonly meetingId: string | null;
  readonly body: BodyName | null;
  readonly date: string | null;
  readonly text: readonly Pick<Page, 'number' | 'text' | 'language' | 'origin'>[];
  /** The same paper elsewhere: another file, another meeting, a scan of it. */
  readonly copies: readonly AttachmentCopy[];
}

export interface AttachmentCopy extends AttachmentSummary {
  readonly meetingId: string | null;
  /** Share of pages that both have, 0 to 1. */
  readonly shared: number;
}

export interface MeetingSummary {
  readonly id: string;
  readonly body: BodyName;
  readonly date: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly kinds: readonly DocumentKind[];
  readonly itemCount: number;
}

export interface MeetingRecord extends MeetingSummary {
  readonly attendees: readonly Person[];
  readonly apologies: readonly Person[];
  readonly guests?: readonly Person[] | undefined;
  readonly secretariat?: readonly Person[] | undefined;
  readonly others?: readonly Person[] | undefined;
  readonly items: readonly ItemRecord[];
  readonly documents: readonly DocumentSummary[];
  /** Where the minutes differ from the agenda; empty where one of the two is missing. */
  readonly changes: readonly MeetingChange[];
}

/** `item` is the public id. Texts are as printed, before and after. */
export type MeetingChange =
  /** Taken at another place in the order. */
  | {
      readonly kind: 'moved';
      readonly item: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** In the same order, under another number. */
  | {
      readonly kind: 'renumbered';
      readonly item: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'added'; readonly item: string; readonly to: string | null }
  | { readonly kind: 'dropped'; readonly item: string; readonly from: string | null }
  | { readonly kind: 'retitled'; readonly item: string; readonly from: string; readonly to: string }
  | { readonly kind: 'recommendation'; readonly item: string; readonly from: string; readonly to: string };

/** How a matter went on from meeting to meeting. */
export interface ItemHistory {
  /** Oldest first, without the item itself. */
  readonly links: readonly HistoryLink[];
  /** Meetings that the item's text speaks of, in the order of mention. */
  readonly references: readonly MeetingReference[];
}

export interface HistoryLink {
  readonly item: Pick<
    ItemRecord,
    'id' | 'meetingId' | 'body' | 'date' | 'number' | 'title' | 'type' | 'closed'
  >;
  readonly reasons: readonly HistoryReason[];
}

export type HistoryReason =
  /** One of the two texts names the other's meeting; `quote` is the wording. */
  | { readonly kind: 'reference'; readonly quote: string; readonly from: string; readonly likeness: number }
  /** One case number, and not the number of a whole meeting. */
  | { readonly kind: 'case-number'; readonly caseNumber: string }
  /** Titles and texts are alike, 0 to 1. */
  | { readonly kind: 'likeness'; readonly title: number; readonly text: number };

export interface MeetingReference {
  /** As printed: "på mødet den 26. april 2023". */
  readonly quote: string;
  readonly body: BodyName;
  /** Null where only a month is named and no single meeting fits. */
  readonly date: string | null;
  /** Null where the archive has no such meeting. */
  readonly meetingId: string | null;
  /** The item of that meeting that it is about, where one stands out. */
  readonly itemId: string | null;
}

export interface Completeness {
  /** Null for documents that name no body, or no date. */
  readonly body: BodyName | null;
  readonly year: number | null;
  readonly meetings: number;
  /** Meetings that lie in the past and lack the document. */
  readonly withoutMinutes: readonly string[];
  readonly withoutAgenda: readonly string[];
  /** Listed under an item of a current agenda or minutes, and never received. */
  readonly missingAppendices: readonly {
    readonly item: string;
    readonly number: number;
    readonly title: string;
  }[];
  readonly unreadPages: readonly {
    readonly document: string;
    readonly name: string;
    readonly pages: readonly number[];
  }[];
  /** Documents that could not be read at all: no body and year are known of them. */
  readonly failed: readonly { readonly document: string; readonly name: string }[];
}

export interface ArchiveStatus {
  readonly documents: Readonly<Record<DocumentState, number>>;
  readonly pages: number;
  readonly items: number;
  readonly meetings: number;
  readonly schemaVersion: number;
}
