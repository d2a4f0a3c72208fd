import type { Kysely } from 'kysely';
import type { DocumentRow, Tables } from '../sql/schema.ts';

/** A document by its SHA-256, or by the short id that links carry. */
export async function documentRow(db: Kysely<Tables>, id: string): Promise<DocumentRow | null> {
  const prefix = /^(?:dok-(?<short>[0-9a-f]{12})|(?<whole>[0-9a-f]{64}))$/.exec(id)?.groups;
  const start = prefix?.short ?? prefix?.whole;
  if (start === undefined) return null;
  const row = await db
    .selectFrom('document')
    .selectAll()
    // A range instead of LIKE, so that the index on the whole value serves.
    .where('sha256', '>=', start)
    .where('sha256', '<=', start.padEnd(64, 'f'))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
