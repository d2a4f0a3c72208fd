import type { Generated, Insertable, Selectable } from 'kysely';
import type { DocumentState } from '../../core/archive-store.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { BodyName, DocumentKind, Language, TextOrigin } from '../../core/vocabulary.ts';

/** The tables as the newest migration leaves them; migrations/ says what each column is for. */
export interface Tables {
  document: DocumentTable;
  page: PageTable;
  item: ItemTable;
  attachment: AttachmentTable;
  meeting: MeetingTable;
  meeting_reference: MeetingReferenceTable;
  title_word: TitleWordTable;
  page_sketch: PageSketchTable;
  page_anchor: PageAnchorTable;
  taught: TaughtTable;
  taught_by: TaughtByTable;
}

interface DocumentTable {
  id: Generated<number>;
  sha256: string;
  name: string;
  bytes: number;
  media_type: 'application/pdf' | 'text/plain' | 'text/markdown';
  received_at: string;
  state: DocumentState;
  attempts: Generated<number>;
  worker: string | null;
  lease_until: number | null;
  failure_code: ErrorCode | null;
  failure_message: string | null;
  failure_retryable: number | null;
  read_at: string | null;
  kind: DocumentKind | null;
  body: BodyName | null;
  date: string | null;
  content: string | null;
  warnings: string | null;
  meeting_id: string | null;
  sequence: number | null;
  page_count: Generated<number>;
  unread_pages: Generated<number>;
  scanned_pages: Generated<number>;
  item_count: Generated<number>;
  superseded_by: string | null;
  withheld: Generated<number>;
  revision: Generated<number>;
  indexed_revision: Generated<number>;
  teaches: Generated<number>;
  repaired_by: string | null;
}

interface PageTable {
  document: number;
  number: number;
  text: string;
  origin: TextOrigin;
  language: Language | null;
  layout: Uint8Array;
}

interface ItemTable {
  document: number;
  place: number;
  record_id: string;
  owner: string;
  current: number;
  meeting_id: string | null;
  body: BodyName | null;
  date: string | null;
  kind: DocumentKind;
  number: string | null;
  title: string;
  case_number: string | null;
  closed: number;
  municipalities: string;
  content: string;
}

interface AttachmentTable {
  document: number;
  place: number;
  attachment_id: string;
  owner: string;
  meeting_id: string | null;
  item: string | null;
  number: number | null;
  title: string;
  first_page: number | null;
  last_page: number | null;
  content: string;
  closed: Generated<number>;
}

interface MeetingTable {
  id: string;
  body: BodyName;
  date: string;
  time: string | null;
  place: string | null;
  kinds: string;
  item_count: number;
  missing: string;
}

interface MeetingReferenceTable {
  document: number;
  place: number;
  ordinal: number;
  quote: string;
  body: BodyName;
  date: string | null;
  month: string | null;
}

interface TitleWordTable {
  word: string;
  body: BodyName;
  document: number;
  place: number;
}

interface PageSketchTable {
  document: number;
  page: number;
  letters: Uint8Array;
  figures: Uint8Array;
  group_key: string;
}

interface PageAnchorTable {
  anchor: number;
  document: number;
  page: number;
}

interface TaughtTable {
  one: 1;
  version: string;
  counts: Uint8Array;
  documents: number;
  words: number;
  pairs: number;
  ready: number;
}

interface TaughtByTable {
  document: number;
}

export type DocumentRow = Selectable<DocumentTable>;
export type ItemRow = Selectable<ItemTable>;
export type NewItemRow = Insertable<ItemTable>;
export type AttachmentRow = Selectable<AttachmentTable>;
export type MeetingRow = Selectable<MeetingTable>;
