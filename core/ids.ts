import { BODIES, type BodyName } from './vocabulary.ts';

/**
 * Ids are made from what a document says, not from when or how it was read, so
 * that a link holds after every new reading.
 *
 *   meeting   sjaelland-2024-06-19
 *   sequence  sjaelland-2024-06-19-t1       first supplementary agenda, numbered from 1 again
 *   item      sjaelland-2024-06-19-2.3
 *   item      sjaelland-2024-06-19-p4       fourth in order, where items carry no number
 *   item      dok-3f5a9c0d12ab-2.3          of a document that belongs to no meeting
 *   appendix  dok-3f5a9c0d12ab-bilag-2.3-1
 *   page      dok-3f5a9c0d12ab-side-12
 */

export function bodySlug(body: BodyName): string {
  const found = BODIES.find((candidate) => candidate.name === body);
  if (!found) throw new Error(`Unknown body ${body}`);
  return found.slug;
}

/** `sequence` is 0 for the ordinary agenda, n for the n-th supplementary one. */
export function meetingId(body: BodyName, date: string, sequence = 0): string {
  const base = `${bodySlug(body)}-${date}`;
  return sequence === 0 ? base : `${base}-t${sequence}`;
}

export function undatedId(sha256: string): string {
  return `dok-${sha256.slice(0, 12)}`;
}

/** `place` counts from 1 and serves where the item has no number. */
export function itemId(owner: string, number: string | null, place: number): string {
  return `${owner}-${number ?? `p${place}`}`;
}

export function attachmentId(sha256: string, item: string | null, ordinal: number): string {
  return `${undatedId(sha256)}-bilag-${item ?? 'x'}-${ordinal}`;
}

/**
 * Ids of all appendices of one document, in its order. Two under one number
 * both keep an id: the later gets an ordinal that no printed number reaches.
 */
export function attachmentIds(
  sha256: string,
  attachments: readonly { readonly item: string | null; readonly number: number | null }[],
): string[] {
  const used = new Set<string>();
  return attachments.map(({ item, number }, index) => {
    const wanted = attachmentId(sha256, item, number ?? index + 1);
    const id = used.has(wanted) ? attachmentId(sha256, item, 1000 + index) : wanted;
    used.add(id);
    return id;
  });
}

export function pageId(sha256: string, page: number): string {
  return `${undatedId(sha256)}-side-${page}`;
}
