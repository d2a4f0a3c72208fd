/**
 * Documents, what was read from them, and how they hang together.
 *
 * `document.id` counts arrivals: of two agendas of one meeting the later wins.
 * `item.owner` is the meeting with its sequence, or the document where there is
 * no meeting; `item.record_id` is the public id, shared by the agenda's and the
 * minutes' row of one item; `item.current` is 0 in superseded documents.
 * Columns hold what is searched or joined; `content` is the whole as JSON, in the
 * shape of core/document.ts, so that a field added there needs no new column.
 * `document.revision` grows with every change of what is told of the document;
 * `indexed_revision` is the one that the search index holds.
 * `meeting_reference` and `title_word` lead from item to item (archive/matter/history.ts),
 * `page_sketch` and `page_anchor` from page to like pages (archive/copy/page-sketch.ts).
 * `page.layout` is what only whoever draws or checks a page asks for, as deflated
 * JSON. Everything in `meeting`, and what depends on other documents in the rest,
 * is written anew whenever a document of that meeting is filed (archive/meeting/tie.ts).
 */
export const records = `
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'read', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  lease_until INTEGER,
  failure_code TEXT,
  failure_message TEXT,
  failure_retryable INTEGER,
  read_at TEXT,
  kind TEXT,
  body TEXT,
  date TEXT,
  content TEXT,
  warnings TEXT,
  meeting_id TEXT,
  sequence INTEGER,
  page_count INTEGER NOT NULL DEFAULT 0,
  unread_pages INTEGER NOT NULL DEFAULT 0,
  scanned_pages INTEGER NOT NULL DEFAULT 0,
  item_count INTEGER NOT NULL DEFAULT 0,
  superseded_by TEXT,
  revision INTEGER NOT NULL DEFAULT 0,
  indexed_revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_unindexed ON document (id) WHERE revision <> indexed_revision;
CREATE INDEX document_state ON document (state, lease_until);
CREATE INDEX document_meeting ON document (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX document_unread ON document (id) WHERE unread_pages > 0;

CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL,
  language TEXT,
  layout BLOB NOT NULL,
  PRIMARY KEY (document, number)
) STRICT;

CREATE TABLE item (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  current INTEGER NOT NULL,
  meeting_id TEXT,
  body TEXT,
  date TEXT,
  kind TEXT NOT NULL,
  number TEXT,
  title TEXT NOT NULL,
  case_number TEXT,
  closed INTEGER NOT NULL,
  municipalities TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (document, place)
) STRICT;
CREATE INDEX item_record ON item (record_id);
CREATE INDEX item_owner ON item (owner, number);
CREATE INDEX item_meeting ON item (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX item_case ON item (case_number, current) WHERE case_number IS NOT NULL;

CREATE TABLE attachment (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  attachment_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  meeting_id TEXT,
  item TEXT,
  number INTEGER,
  title TEXT NOT NULL,
  first_page INTEGER,
  last_page INTEGER,
  content TEXT NOT NULL,
  PRIMARY KEY (document, place)
) STRICT;
CREATE INDEX attachment_id ON attachment (attachment_id);
CREATE INDEX attachment_owner ON attachment (owner, item);
CREATE INDEX attachment_meeting ON attachment (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  date TEXT NOT NULL,
  time TEXT,
  place TEXT,
  kinds TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  missing TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_date ON meeting (date);

CREATE TABLE meeting_reference (
  document INTEGER NOT NULL,
  place INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  quote TEXT NOT NULL,
  body TEXT NOT NULL,
  date TEXT,
  month TEXT,
  PRIMARY KEY (document, place, ordinal),
  FOREIGN KEY (document, place) REFERENCES item (document, place) ON DELETE CASCADE
) STRICT;
CREATE INDEX meeting_reference_date ON meeting_reference (date, body) WHERE date IS NOT NULL;
CREATE INDEX meeting_reference_month ON meeting_reference (month, body) WHERE month IS NOT NULL;

CREATE TABLE title_word (
  word TEXT NOT NULL,
  body TEXT NOT NULL,
  document INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (word, body, document, place),
  FOREIGN KEY (document, place) REFERENCES item (document, place) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX title_word_item ON title_word (document, place);

CREATE TABLE page_sketch (
  document INTEGER NOT NULL,
  page INTEGER NOT NULL,
  letters BLOB NOT NULL,
  figures BLOB NOT NULL,
  group_key TEXT NOT NULL,
  PRIMARY KEY (document, page),
  FOREIGN KEY (document, page) REFERENCES page (document, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX page_sketch_group ON page_sketch (group_key);

CREATE TABLE page_anchor (
  anchor INTEGER NOT NULL,
  document INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (anchor, document, page),
  FOREIGN KEY (document, page) REFERENCES page_sketch (document, page) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX page_anchor_page ON page_anchor (document, page);
`;
