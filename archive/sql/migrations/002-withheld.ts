/**
 * `document.withheld` is 1 where the original says what a closed item says: the
 * item itself, in this document or in another of the meeting, or its appendices.
 * Kept true by archive/meeting/write-closed.ts.
 */
export const withheld = `
ALTER TABLE document ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
UPDATE document SET withheld = 1
WHERE EXISTS (
  SELECT 1 FROM item AS own JOIN item AS closed ON closed.record_id = own.record_id
  WHERE own.document = document.id AND closed.closed = 1
) OR EXISTS (
  SELECT 1 FROM attachment
  JOIN item AS own ON own.owner = attachment.owner AND own.number = attachment.item
  JOIN item AS closed ON closed.record_id = own.record_id
  WHERE attachment.document = document.id AND closed.closed = 1
);
`;
