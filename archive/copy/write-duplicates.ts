import type { Kysely } from 'kysely';
import type { Document } from '../../core/document.ts';
import { pageId } from '../../core/ids.ts';
import type { TextOrigin } from '../../core/vocabulary.ts';
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
    const keys = anchorsOf(sketch);
    const twin = await twinOf(db, sketch, keys, page.origin);
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
    const anchors = [...new Set(keys)].map((anchor) => ({ anchor, document: id, page: page.number }));
    for (const some of batches(anchors)) await db.insertInto('page_anchor').values(some).execute();
  }
  alike.delete(id);
  return [...alike];
}

/** The page most like this that is one with it; pages of the same document count as well. */
async function twinOf(
  db: Kysely<Tables>,
  sketch: PageSketch,
  anchors: readonly number[],
  origin: TextOrigin,
): Promise<{ document: number; group_key: string } | null> {
  const candidates = await db
    .selectFrom('page_anchor')
    .select(['document', 'page'])
    .where('anchor', 'in', anchors)
    .groupBy(['document', 'page'])
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('document')
    .orderBy('page')
    .limit(CANDIDATES)
    .execute();
  for (const { document, page } of candidates) {
    const other = await db
      .selectFrom('page_sketch')
      .innerJoin('page', (join) =>
        join
          .onRef('page.document', '=', 'page_sketch.document')
          .onRef('page.number', '=', 'page_sketch.page'),
      )
      .select(['letters', 'figures', 'group_key', 'page.origin'])
      .where('page_sketch.document', '=', document)
      .where('page_sketch.page', '=', page)
      .executeTakeFirstOrThrow();
    const like = { letters: unpackHashes(other.letters), figures: unpackHashes(other.figures) };
    const scanned = origin !== 'text-layer' || other.origin !== 'text-layer';
    if (isSamePage(sketch, like, { scanned })) return { document, group_key: other.group_key };
  }
  return null;
}

/** A twin shares most anchors and comes first; forms that thousands filled in share some. */
const CANDIDATES = 20;
