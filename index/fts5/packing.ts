import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { SearchRecord } from '../../core/search-index.ts';
import { Facts, factsOf, namedFacts } from '../facts.ts';
import { PageStartSchema } from '../page-start-schema.ts';

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

/** What of a record stands in no column of its own. */
const Rest = z.object({
  /** Empty where it is the group. */
  target: z.string(),
  meetingId: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  recommendation: z.string(),
  decision: z.string(),
  text: z.string(),
  extra: z.string(),
  unrepaired: z.string(),
  page: z.number(),
  pageStarts: z.array(PageStartSchema),
  legibility: z.number(),
});
/** Packed by place, as names would take more room than some texts. */
const FIELDS = Rest.keyof().options;

export function pack(record: SearchRecord): Uint8Array {
  const target = record.target === record.group ? '' : record.target;
  const rest: z.infer<typeof Rest> = { ...record, target, pageStarts: [...record.pageStarts] };
  return zstdCompressSync(JSON.stringify(FIELDS.map((field) => rest[field])), OPTIONS);
}

export function unpack({ id, document, source, facts: factsText, packed }: PackedRecord): SearchRecord {
  const facts = namedFacts(Facts.parse(JSON.parse(factsText)));
  const values = z.array(z.unknown()).parse(JSON.parse(zstdDecompressSync(packed).toString('utf8')));
  const rest = Rest.parse(Object.fromEntries(FIELDS.map((field, place) => [field, values[place]])));
  const group = facts.group === '' ? id : facts.group;
  return { id, document, source, ...facts, ...rest, group, target: rest.target === '' ? group : rest.target };
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
