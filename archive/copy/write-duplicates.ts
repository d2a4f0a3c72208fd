import type { Kysely } from 'kysely';
import type { Document } from '../../core/document.ts';
import { pageId } from '../../core/ids.ts';
import { batches } from '../sql/batches.ts';
import type { Tables } from '../sql/schema.ts';
import { anchorsOf, isSamePage, type PageSketch, packHashes, sketchOf, unpackHashes } from './page-sketch.ts';

/**
 * Puts each page of an appendix into the group of pages that are one with it, and
 * answers with the other documents whose pages turned out to be such. Agendas and
 * minutes are left out: that theirs are alike is told item by item.
 */
export async function writeDuplicates(
  db: Kysely<Tables>,
  id: number,
  document: Document,
): Promise<readonly number[]> {
  if (document.kind === 'dagsorden' || document.kind === 'referat') return [];
  const alike = new Set<number>();
  for (const page of document.pages) {
    const sketch = sketchOf(page.text);
    if (!sketch) continue;
    const twin = await twinOf(db, sketch);
    if (twin) alike.add(twin.document);
    await db
      .insertInto('page_sketch')
      .values({
        document: id,
        page: page.number,
        letters: packHashes(sketch.letters),
        figures: packHashes(sketch.figures),
        group_key: twin?.group_key ?? pageId(document.source.sha256, page.number),
      })
      .execute();
    const anchors = anchorsOf(sketch).map((anchor) => ({ anchor, document: id, page: page.number }));
    for (const some of batches(anchors)) await db.insertInto('page_anchor').values(some).execute();
  }
  alike.delete(id);
  return [...alike];
}

/** The earliest page that is one with this; pages of the same document count as well. */
async function twinOf(
  db: Kysely<Tables>,
  sketch: PageSketch,
): Promise<{ document: number; group_key: string } | null> {
  const candidates = await db
    .selectFrom('page_anchor')
    .innerJoin('page_sketch', (join) =>
      join
        .onRef('page_sketch.document', '=', 'page_anchor.document')
        .onRef('page_sketch.page', '=', 'page_anchor.page'),
    )
    .selectAll('page_sketch')
    .distinct()
    .where('page_anchor.anchor', 'in', anchorsOf(sketch))
    .orderBy('page_sketch.document')
    .orderBy('page_sketch.page')
    .limit(CANDIDATES)
    .execute();
  const found = candidates.find((candidate) =>
    isSamePage(sketch, {
      letters: unpackHashes(candidate.letters),
      figures: unpackHashes(candidate.figures),
    }),
  );
  return found ?? null;
}

/** A letterhead on thousands of pages may share an anchor; a true twin is among the first all the same. */
const CANDIDATES = 200;
