import type { Completeness, ItemHistory, MeetingChange } from './archive-ties.ts';
import type { Attachment, Document, Item, Page, Person, Source, Warning } from './document.ts';
import type { DocumentState, Failure } from './document-ledger.ts';
import type { BodyName, DocumentKind } from './vocabulary.ts';

/** What the archive tells of documents, meetings, items and appendices. */
export interface ArchiveRecords {
  /** By SHA-256, or by its short form `dok-3f5a9c0d12ab`. */
  document(id: string): Promise<DocumentSummary | null>;
  /**
   * What was read, whole, in the shape of `kkr extract --json`; by SHA-256 or
   * short form. Closed items have lost their text, here and on the pages.
   */
  reading(id: string): Promise<Document | null>;
  /**
   * By its id; or by one that an earlier paper or an earlier reading gave it, where
   * no item has that now: what is answered then has another `id`.
   */
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
  readonly text: readonly Pick<Page, 'number' | 'text' | 'language' | 'origin' | 'lines' | 'tables'>[];
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

export interface ArchiveStatus {
  readonly documents: Readonly<Record<DocumentState, number>>;
  readonly pages: number;
  readonly items: number;
  readonly meetings: number;
  readonly schemaVersion: number;
}
