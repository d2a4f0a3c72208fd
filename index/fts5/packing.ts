import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import { BodyName, DocumentKind, Outcome } from '../../core/vocabulary.ts';
import { Facts, factsOf } from '../facts.ts';

/** Fast rather than small: a record is packed once and unpacked whenever it is a candidate. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** A row of the table `record`, joined with its document. */
export interface PackedRecord {
  readonly id: string;
  readonly document: string;
  readonly source: string;
  readonly facts: string;
  readonly packed: Uint8Array;
}

/** What of a record stands in no column of its own, by place, as names would take more room than some texts. */
const Rest = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
]);

export function pack(record: SearchRecord): Uint8Array {
  const { target, meetingId, number, title, recommendation, decision, text, extra, unrepaired } = record;
  const rest: z.infer<typeof Rest> = [
    target === record.group ? '' : target,
    meetingId,
    number,
    title,
    recommendation,
    decision,
    text,
    extra,
    unrepaired,
    record.page,
    record.legibility,
  ];
  return zstdCompressSync(JSON.stringify(rest), OPTIONS);
}

export function unpack({ id, document, source, facts, packed }: PackedRecord): SearchRecord {
  const [shortGroup, date, body, kind, type, caseNumber, outcomes, municipalities] = Facts.parse(
    JSON.parse(facts),
  );
  const group = shortGroup === '' ? id : shortGroup;
  const rest = Rest.parse(JSON.parse(zstdDecompressSync(packed).toString('utf8')));
  const [
    target,
    meetingId,
    number,
    title,
    recommendation,
    decision,
    text,
    extra,
    unrepaired,
    page,
    legibility,
  ] = rest;
  return {
    id,
    document,
    group,
    date,
    body: BodyName.nullable().parse(body),
    kind: DocumentKind.parse(kind),
    type,
    caseNumber,
    outcomes: outcomes.map((outcome) => Outcome.parse(outcome)),
    municipalities,
    target: target === '' ? group : target,
    source,
    meetingId,
    number,
    title,
    recommendation,
    decision,
    text,
    extra,
    unrepaired,
    page,
    legibility,
  };
}

/** What stands in the column `facts`; most records are a group of their own, which need not be said. */
export function packFacts(record: SearchRecord): string {
  const [group, ...rest] = factsOf(record);
  return JSON.stringify([group === record.id ? '' : group, ...rest]);
}

/** Checks a row as SQLite gives it. */
export function packedRow(row: Readonly<Record<string, unknown>>): PackedRecord {
  const { id, document, source, facts, packed } = row;
  if (!(packed instanceof Uint8Array)) throw new TypeError('A packed record is not bytes');
  return { id: String(id), document: String(document), source: String(source), facts: String(facts), packed };
}

/** Selects what `packedRow` needs. */
export const PACKED =
  'record.row, id, sha256 AS document, source, facts, packed FROM record JOIN document ON document.number = record.document';
