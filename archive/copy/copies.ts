import type { Kysely } from 'kysely';
import type { AttachmentCopy, AttachmentSummary } from '../../core/archive-store.ts';
import { type AttachmentSourceRow, attachmentSummary, selectAttachments } from '../document/attachments.ts';
import type { AttachmentRow, Tables } from '../sql/schema.ts';

/** From what share of pages on two appendices are one paper: a scan may lack its title page. */
const ONE_PAPER = 0.6;

/**
 * Other appendices that are the same paper, most alike first. Those of closed items
 * are none: naming one beside its open copy would tell all that it says.
 */
export async function copiesOf(db: Kysely<Tables>, row: AttachmentRow): Promise<AttachmentCopy[]> {
  const own = await groupsOf(db, row);
  if (own.size === 0) return [];
  const like = await selectAttachments(db)
    .innerJoin('page_sketch', (join) =>
      join
        .onRef('page_sketch.document', '=', 'attachment.document')
        .onRef('page_sketch.page', '>=', 'attachment.first_page')
        .onRef('page_sketch.page', '<=', 'attachment.last_page'),
    )
    .where('page_sketch.group_key', 'in', [...own])
    .where('attachment.closed', '=', 0)
    .distinct()
    .orderBy('attachment.document')
    .orderBy('attachment.place')
    .execute();
  const copies: AttachmentCopy[] = [];
  for (const other of like) {
    if (overlaps(row, other)) continue;
    const shared = sharedBy(own, await groupsOf(db, other));
    if (shared >= ONE_PAPER)
      copies.push({ ...attachmentSummary(other), meetingId: other.meeting_id, shared });
  }
  return copies.sort((a, b) => b.shared - a.shared);
}

/**
 * Appendices with each paper once: of copies under one number the most legible
 * stays, a text layer before OCR, then the one with more pages, then the later,
 * as it may mend a word of the earlier.
 */
export async function withoutCopies(
  db: Kysely<Tables>,
  rows: readonly AttachmentSourceRow[],
): Promise<AttachmentSummary[]> {
  if (rows.length < 2) return rows.map(attachmentSummary);
  const read = await Promise.all(
    rows.map(async (row) => ({ row, groups: await groupsOf(db, row), legible: await legibility(db, row) })),
  );
  const best = read.toReversed().sort((a, b) => b.legible - a.legible);
  const kept: typeof read = [];
  for (const each of best) {
    const isCopy = kept.some(
      ({ row, groups }) =>
        row.number === each.row.number &&
        !overlaps(row, each.row) &&
        sharedBy(groups, each.groups) >= ONE_PAPER,
    );
    if (!isCopy) kept.push(each);
  }
  return read.filter((each) => kept.includes(each)).map(({ row }) => attachmentSummary(row));
}

/** One may end on the page on which the next begins; that page is no copy of itself. */
function overlaps(a: AttachmentRow, b: AttachmentRow): boolean {
  if (a.document !== b.document || a.first_page === null || b.first_page === null) return false;
  return a.first_page <= (b.last_page ?? b.first_page) && b.first_page <= (a.last_page ?? a.first_page);
}

/** The groups of near-identical pages that an appendix's pages are in. */
async function groupsOf(db: Kysely<Tables>, row: AttachmentRow): Promise<Set<string>> {
  if (row.first_page === null || row.last_page === null) return new Set();
  const pages = await db
    .selectFrom('page_sketch')
    .select('group_key')
    .where('document', '=', row.document)
    .where('page', '>=', row.first_page)
    .where('page', '<=', row.last_page)
    .execute();
  return new Set(pages.map((page) => page.group_key));
}

/** Of the shorter, so that an extract counts as a copy of the whole. */
function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : a.intersection(b).size / shorter;
}

async function legibility(db: Kysely<Tables>, row: AttachmentRow): Promise<number> {
  if (row.first_page === null || row.last_page === null) return 0;
  const pages = await db
    .selectFrom('page')
    .select('origin')
    .where('document', '=', row.document)
    .where('number', '>=', row.first_page)
    .where('number', '<=', row.last_page)
    .execute();
  const weight = { 'text-layer': 1_000, ocr: 1, none: 0 };
  return pages.reduce((sum, page) => sum + weight[page.origin], 0);
}

/** By page, the group's key, for those pages of a document that are not alone in their group. */
export async function duplicateKeysOf(db: Kysely<Tables>, document: number): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('page_sketch as own')
    .select(['own.page', 'own.group_key'])
    .where('own.document', '=', document)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('page_sketch as other')
          .select('other.page')
          .whereRef('other.group_key', '=', 'own.group_key')
          .where((or) =>
            or.or([
              or('other.document', '!=', or.ref('own.document')),
              or('other.page', '!=', or.ref('own.page')),
            ]),
          ),
      ),
    )
    .orderBy('own.page')
    .execute();
  return new Map(rows.map((row) => [row.page, row.group_key]));
}
