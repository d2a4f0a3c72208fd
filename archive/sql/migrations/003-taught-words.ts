/**
 * What clean documents taught repair (core/taught-words.ts): one row, or none.
 * `taught.ready` is how many documents could have taught when it was made;
 * `taught_by` names those that did, so that it goes when one of them is withheld.
 *
 * `document.teaches` is 1 where the reading was clean (archive/taught/clean.ts);
 * `document.repaired_by` is the version that respelt its words, null where none
 * were in doubt. Documents read by earlier versions have neither until read again.
 */
export const taughtWords = `
ALTER TABLE document ADD COLUMN teaches INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN repaired_by TEXT;
CREATE INDEX document_teaches ON document (date) WHERE teaches = 1;
CREATE INDEX document_repaired ON document (repaired_by) WHERE repaired_by IS NOT NULL;

CREATE TABLE taught (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version TEXT NOT NULL,
  counts BLOB NOT NULL,
  documents INTEGER NOT NULL,
  words INTEGER NOT NULL,
  pairs INTEGER NOT NULL,
  ready INTEGER NOT NULL
) STRICT;

CREATE TABLE taught_by (
  document INTEGER PRIMARY KEY REFERENCES document (id)
) STRICT;
`;
