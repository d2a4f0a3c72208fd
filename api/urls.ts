import { undatedId } from '../core/ids.ts';

/**
 * Addresses of the pages. They are Danish, carry ids of core/ids.ts, and hold
 * for good: docs/api.md lists them for those who link here.
 */

export const itemUrl = (id: string): string => `/punkt/${encodeURIComponent(id)}`;
export const meetingUrl = (id: string): string => `/moede/${encodeURIComponent(id)}`;
export const caseUrl = (caseNumber: string): string => `/sag/${encodeURIComponent(caseNumber)}`;
export const appendixUrl = (id: string, page?: number): string =>
  `/bilag/${encodeURIComponent(id)}${anchor(page)}`;
export const documentUrl = (sha256: string, page?: number): string =>
  `/dokument/${undatedId(sha256)}${anchor(page)}`;
/** PDF viewers know `#page=`; some (pdf.js in Firefox) also mark the words of `search=`. */
export function originalUrl(sha256: string, page?: number, words?: string): string {
  if (page === undefined) return `/originals/${sha256}`;
  const search = words ? `&search=${encodeURIComponent(words)}` : '';
  return `/originals/${sha256}#page=${page}${search}`;
}

const APPENDIX_ID = /^dok-[0-9a-f]{12}-bilag-/;
const DOCUMENT_ID = /^(dok-[0-9a-f]{12})(?:-side-\d+)?$/;

/** Where a search hit leads: its id says what it is of. */
export function hitUrl({ id, page }: { id: string; page: number }): string {
  if (APPENDIX_ID.test(id)) return appendixUrl(id, page);
  const document = DOCUMENT_ID.exec(id)?.[1];
  return document ? `/dokument/${document}${anchor(page)}` : itemUrl(id);
}

function anchor(page: number | undefined): string {
  return page === undefined ? '' : `#side-${page}`;
}
