import { SearchParameters } from '../query.ts';

/** A search for everything, to put one filter on. */
export const NOTHING_ASKED = SearchParameters.parse({});

/** Values of parameters as they stand in an address; null takes one out. */
export type Changes = Partial<Record<keyof SearchParameters, string | number | null>>;

/** What is the same on every page, and so never written into an address. */
const DEFAULTS: Readonly<Record<string, string | number>> = {
  q: '',
  sort: 'relevance',
  limit: 20,
  offset: 0,
};

/**
 * The address of the same search with something changed. Another filter or
 * order starts at the first page again, unless an offset is asked for.
 */
export function searchUrl(parameters: SearchParameters, changes: Changes = {}): string {
  const values: Changes = { ...parameters, offset: 0, ...changes };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    if (DEFAULTS[name] === value) continue;
    query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}
